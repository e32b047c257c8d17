/** What can be chosen in the search box, in order. */
import type { PhraseOffer, SearchHit } from "../../../schema/api.ts";

/** What can be chosen: questions that fit stand first, unless the text is a name as it stands. */
export type Option = { kind: "hit"; hit: SearchHit } | { kind: "offer"; offer: PhraseOffer; place: number };

export function optionsOf(hits: readonly SearchHit[], offers: readonly PhraseOffer[]): Option[] {
  const names = hits.map((hit): Option => ({ kind: "hit", hit }));
  const questions = offers.map((offer, place): Option => ({ kind: "offer", offer, place }));
  const [first, ...others] = names;
  return first?.kind === "hit" && first.hit.match === "exact"
    ? [first, ...questions, ...others]
    : [...questions, ...names];
}
