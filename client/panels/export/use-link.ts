/** Copies the link of what is on screen. */
import { useEffect, useState } from "react";
import { linkOf } from "../../explorer/linked-view.ts";
import { readLink } from "../../permalink.ts";
import { copyText } from "../table/clipboard.ts";
import { useExplorer } from "../context.ts";

/** For so long the button says what it did. */
const shown = 2000;

export interface LinkCopying {
  outcome: "done" | "failed" | null;
  /** Calls back instead where the view is too large for a link. */
  copy: (tooLarge: () => void) => void;
}

export function useLink(): LinkCopying {
  const explorer = useExplorer();
  const [outcome, setOutcome] = useState<LinkCopying["outcome"]>(null);
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), shown);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = (tooLarge: () => void) => {
    const link = linkOf(explorer);
    if (readLink(link).view.partly) return tooLarge();
    const { origin, pathname } = window.location;
    void copyText(`${origin}${pathname}${link}`).then((done) => setOutcome(done ? "done" : "failed"));
  };
  return { outcome, copy };
}
