/** The offers with what a person changed of them; another text forgets the changes. */
import { useState } from "react";
import type { PhraseOffer } from "../../../schema/api.ts";
import type { Reading } from "../../phrases.ts";
import { useExplorer } from "../context.ts";
import type { SearchState } from "./use-search.ts";

export function useCorrections({ query, offers }: SearchState): {
  offers: readonly PhraseOffer[];
  /** Takes a piece of the offer at `place` otherwise; it shows once the server has worded it. */
  correct: (place: number, piece: number, reading: Reading | null) => void;
} {
  const explorer = useExplorer();
  const [changed, setChanged] = useState<{ of: typeof offers; offers: typeof offers }>({ of: offers, offers });
  const current = changed.of === offers ? changed.offers : offers;
  const correct = async (place: number, piece: number, reading: Reading | null) => {
    const offer = current[place];
    const corrected = offer === undefined ? null : await explorer.correctOffer(offer, piece, reading);
    if (corrected === null) return;
    setChanged((before) => ({
      of: offers,
      offers: (before.of === offers ? before.offers : offers).with(place, corrected),
    }));
  };
  return { offers: query === null ? [] : current, correct: (...change) => void correct(...change) };
}
