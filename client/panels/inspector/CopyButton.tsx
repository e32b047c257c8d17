/** A button that hands words to the clipboard, and says whether that was allowed. */
import { useSay } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { useLetterKey } from "../popup.ts";
import { useCopying } from "../table/use-copying.ts";

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

export function CopyButton({ words, hint, bare, withKey }: CopyButtonProps) {
  const say = useSay();
  const { copy, outcome } = useCopying();
  const copyWords = () => copy(words());
  useLetterKey("c", withKey !== true, copyWords);
  const told = outcome === null ? "" : say(`copy.${outcome}`);
  return (
    <>
      <button
        type="button"
        className={bare ? "bare copy" : "copy"}
        aria-label={bare ? hint : undefined}
        title={withKey === true ? `${hint} (C)` : hint}
        data-outcome={outcome ?? undefined}
        onClick={copyWords}
      >
        {bare ? <Icon name={outcome === "done" ? "done" : "copy"} /> : told === "" ? say("copy.button") : told}
      </button>
      <output className="heard">{told}</output>
    </>
  );
}
