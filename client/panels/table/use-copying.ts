/** Hands words to the clipboard and, for a while, tells whether that was allowed. */
import { useEffect, useState } from "react";
import { copyText } from "./clipboard.ts";

/** For so long the button says what it did. */
const shown = 2000;

export interface Copying {
  outcome: "done" | "failed" | null;
  copy: (words: string) => void;
}

export function useCopying(): Copying {
  const [outcome, setOutcome] = useState<Copying["outcome"]>(null);
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), shown);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (words: string) => void copyText(words).then((done) => setOutcome(done ? "done" : "failed"));
  return { outcome, copy };
}
