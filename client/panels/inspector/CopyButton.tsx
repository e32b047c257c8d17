/** A button that hands words to the clipboard, and says whether that was allowed. */
import { useEffect, useState } from "react";
import { copyText } from "../table/clipboard.ts";
import { useSay } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { useLetterKey } from "../popup.ts";

/** For so long the button says what it did. */
const shown = 2000;

interface CopyButtonProps {
  /** The words, put together when they are asked for. */
  words: () => string;
  /** What is copied, as the button's title. */
  hint: string;
  /** Only the sign, with its hint for a name. */
  bare?: boolean;
  /** Whether the key C does the same. */
  withKey?: boolean;
}

function useCopying(words: () => string): { copy: () => void; outcome: "done" | "failed" | null } {
  const [outcome, setOutcome] = useState<"done" | "failed" | null>(null);
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), shown);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () => void copyText(words()).then((done) => setOutcome(done ? "done" : "failed"));
  return { copy, outcome };
}

export function CopyButton({ words, hint, bare, withKey }: CopyButtonProps) {
  const say = useSay();
  const { copy, outcome } = useCopying(words);
  useLetterKey("c", withKey !== true, copy);
  const told = outcome === null ? "" : say(`copy.${outcome}`);
  return (
    <>
      <button
        type="button"
        className={bare ? "bare copy" : "copy"}
        aria-label={bare ? hint : undefined}
        title={withKey === true ? `${hint} (C)` : hint}
        data-outcome={outcome ?? undefined}
        onClick={copy}
      >
        {bare ? <Icon name={outcome === "done" ? "done" : "copy"} /> : told === "" ? say("copy.button") : told}
      </button>
      <output className="heard">{told}</output>
    </>
  );
}
