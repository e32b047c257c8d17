/** The foot of an export dialog: the file's name, how far it is, and ways to write it, give it up and leave. */
import { useSay } from "../context.ts";
import type { Writing } from "./use-writing.ts";

interface FootProps {
  writing: Writing;
  /** What the file will be called. */
  name: string;
  /** Whether there is something that may be written. */
  isReady: boolean;
  write: () => void;
  /** Copies it as a picture; left out where it is none, or the browser cannot. */
  copy?: (() => void) | undefined;
  /** Copies the link of the view; left out where there is none. */
  copyLink?: () => void;
  /** What came of that, for a moment. */
  linkOutcome?: "done" | "failed" | null;
  leave: () => void;
}

export function Foot(props: FootProps) {
  const { writing, name, isReady, write, copy, copyLink, linkOutcome = null, leave } = props;
  const { state, share, cancel } = writing;
  const say = useSay();
  const isWriting = state === "writing";
  const linked = linkOutcome === null ? null : say(`link.${linkOutcome}`);
  const said = linked ?? (state === "idle" ? null : say(`export.${state}`, { name }));
  return (
    <footer className="export-foot">
      <output>{said === null ? <span lang="en">{name}</span> : said}</output>
      {isWriting ? <progress aria-label={said ?? name} value={share ?? undefined} /> : null}
      <button type="button" onClick={isWriting ? cancel : leave}>
        {say(isWriting ? "export.cancel" : "export.close")}
      </button>
      {copyLink === undefined ? null : (
        <button type="button" disabled={isWriting} onClick={copyLink}>
          {say("link.copy")}
        </button>
      )}
      {copy === undefined ? null : (
        <button type="button" disabled={!isReady || isWriting} onClick={copy}>
          {say("export.copy")}
        </button>
      )}
      <button type="button" className="primary" disabled={!isReady || isWriting} onClick={write}>
        {say("export.download")}
      </button>
    </footer>
  );
}
