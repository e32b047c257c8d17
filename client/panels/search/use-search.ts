/** Search as one types: waits for a pause, drops answers that come too late. */
import { useEffect, useState } from "react";
import type { PhraseOffer, SearchHit } from "../../../schema/api.ts";
import { useExplorer } from "../context.ts";

const pause = 120;

export interface SearchState {
  /** What the hits answer; null while nothing is asked. */
  query: string | null;
  hits: readonly SearchHit[];
  /** Questions that the text may ask. */
  offers: readonly PhraseOffer[];
  failed: boolean;
  /** What they answer is what is asked; until then an earlier answer may stand here. */
  isAnswered: boolean;
}

const nothing: Omit<SearchState, "isAnswered"> = { query: null, hits: [], offers: [], failed: false };

export function useSearch(text: string): SearchState {
  const explorer = useExplorer();
  const [found, setFound] = useState(nothing);
  const query = text.trim();
  useEffect(() => {
    const control = new AbortController();
    const ask = async () => {
      if (query === "") return setFound(nothing);
      const [hits, offers] = await Promise.all([
        explorer.search(query, control.signal),
        explorer.offerPhrases(query, control.signal),
      ]);
      if (!control.signal.aborted) setFound({ query, hits: hits ?? [], offers, failed: hits === null });
    };
    // An abort rejects; what it asked for is no longer wanted.
    const timer = window.setTimeout(() => void ask().catch(() => {}), pause);
    return () => {
      window.clearTimeout(timer);
      control.abort();
    };
  }, [explorer, query]);
  return { ...(query === "" ? nothing : found), isAnswered: found.query === query };
}
