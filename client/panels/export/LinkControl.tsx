/** Copies the link of what is on screen; a view that is too large for one is offered as a file. */
import { useState } from "react";
import { useSay } from "../context.ts";
import { Icon, Strokes } from "../Icon.tsx";
import { ExportDialog } from "../later-panels.ts";
import { useLetterKey } from "../popup.ts";
import { useLink } from "./use-link.ts";

export function LinkControl() {
  const say = useSay();
  const { outcome, copy } = useLink();
  const [isTooLarge, setTooLarge] = useState(false);
  const act = () => copy(() => setTooLarge(true));
  useLetterKey("u", false, act);
  return (
    <>
      <button
        type="button"
        className="bare"
        aria-label={say("link.copy")}
        title={`${say("link.copy")} (U)`}
        data-outcome={outcome ?? undefined}
        onClick={act}
      >
        {outcome === "done" ? <Icon name="done" /> : <LinkIcon />}
      </button>
      <output className={outcome === "failed" ? "stage-note" : "heard"}>
        {outcome === null ? "" : say(`link.${outcome}`)}
      </output>
      {isTooLarge ? <ExportDialog asFile close={() => setTooLarge(false)} /> : null}
    </>
  );
}

/** Two links of a chain. */
function LinkIcon() {
  return (
    <Strokes>
      <path
        strokeLinejoin="miter"
        d="M7 4.6l1.5-1.5a3 3 0 0 1 4.3 4.3L11.3 8.9M9 11.4l-1.5 1.5a3 3 0 0 1-4.3-4.3L4.7 7.1M6.2 9.8l3.6-3.6"
      />
    </Strokes>
  );
}
