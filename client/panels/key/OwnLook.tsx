/** A color and a name of one's own for a category of the key: pops up under its entry. */
import { type RefObject, useCallback, useEffect, useId, useRef } from "react";
import { hues } from "../../../scene/class-colors.ts";
import { type Hue, hueNames } from "../../../scene/hues.ts";
import { longestName } from "../../permalink/parts.ts";
import { useExplorer, useSay, useView } from "../context.ts";
import { type PopupProps, usePopup } from "../popup.ts";

/** Swatches in a row, as the style sheet has them. */
const inRow = 5;
const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -inRow, ArrowDown: inRow };

/** Arrows walk through the swatches; Escape closes, and Enter where a name was typed. */
function useOwnKeys(ref: RefObject<HTMLElement | null>, leave: (focus: boolean) => void): void {
  useEffect(() => {
    const { current } = ref;
    const onKeyDown = (event: KeyboardEvent) => {
      // What an input method takes is not meant for the popup.
      if (event.isComposing) return;
      const isTyped = event.target instanceof HTMLInputElement;
      const swatches = [...(current?.querySelectorAll<HTMLElement>("[aria-pressed]") ?? [])];
      const at = swatches.findIndex((each) => each === event.target);
      const move = moves[event.key];
      if (event.key === "Escape" || (event.key === "Enter" && isTyped)) leave(true);
      else if (move !== undefined && at !== -1) swatches[at + move]?.focus();
      else return;
      event.preventDefault();
    };
    current?.addEventListener("keydown", onKeyDown);
    return () => current?.removeEventListener("keydown", onKeyDown);
  }, [ref, leave]);
}

function Swatches({ chosen, choose }: { chosen: Hue | undefined; choose: (hue: Hue) => void }) {
  const theme = useView((state) => state.theme);
  const say = useSay();
  return (
    <fieldset className="own-hues">
      <legend className="heard">{say("style.ownColor")}</legend>
      {hueNames.map((hue) => (
        <button key={hue} type="button" aria-pressed={hue === chosen} onClick={() => choose(hue)}>
          <span className="own-hue" style={{ background: hues[theme][hue] }} />
          {say(`style.hue.${hue}`)}
        </button>
      ))}
    </fieldset>
  );
}

interface OwnLookProps extends PopupProps {
  category: string;
  /** What it is called where nobody has given it a name. */
  usual: string;
}

export function OwnLook({ category, usual, button, close }: OwnLookProps) {
  const explorer = useExplorer();
  const own = useView(({ style }) => style.own[category]);
  const say = useSay();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const settle = useCallback(() => {
    const name = field.current?.value.trim() ?? "";
    void explorer.setOwnLook(category, { name: name === usual ? null : name });
  }, [explorer, category, usual]);
  const leave = useCallback(
    (focus: boolean) => {
      settle();
      close(focus);
    },
    [settle, close],
  );
  const { ref } = usePopup<HTMLDialogElement>({ close: leave, button }, "[aria-pressed=true], button");
  useEffect(() => {
    // Browsers may give a promise back, which React would take for what cleans up.
    ref.current?.scrollIntoView({ block: "nearest" });
  }, [ref]);
  useOwnKeys(ref, leave);
  return (
    <dialog ref={ref} open className="own-look" aria-label={say("style.ownLook", { name: usual })}>
      <p className="own-of">{usual}</p>
      <Swatches chosen={own?.hue} choose={(hue) => void explorer.setOwnLook(category, { hue })} />
      <label htmlFor={id}>{say("style.ownName")}</label>
      <input
        ref={field}
        // What undo puts back is shown.
        key={own?.name ?? ""}
        id={id}
        type="text"
        maxLength={longestName}
        placeholder={usual}
        defaultValue={own?.name ?? ""}
        onBlur={settle}
      />
      <button
        type="button"
        className="link"
        disabled={own === undefined}
        onClick={() => {
          if (field.current !== null) field.current.value = "";
          void explorer.setOwnLook(category, { hue: null, name: null });
          close(true);
        }}
      >
        {say("style.ownUsual")}
      </button>
    </dialog>
  );
}
