/** How many documents a claim was read in: the button that opens its citations. */
import { type Cited, citedDocuments } from "../../facts/claims.ts";
import { useSay } from "../context.ts";
import { useHasSources } from "./use-has-sources.ts";

interface SourceCountProps {
  citations: readonly Cited[];
  open: boolean;
  /** The id of what it opens. */
  controls: string;
  toggle: () => void;
}

export function SourceCount({ citations, open, controls, toggle }: SourceCountProps) {
  const say = useSay();
  const count = citedDocuments(citations).length;
  const passages = citations.length;
  const words =
    passages > count ? say("inspector.passages", { count, passages }) : say("sources.count", { count: passages });
  return (
    <button
      type="button"
      className="source-count"
      aria-expanded={open}
      aria-controls={controls}
      aria-label={words}
      title={words}
      onClick={toggle}
    >
      {count === 0 ? "…" : count}
    </button>
  );
}

/** Where it opens the citations and nothing else: none is a number that opens nothing, and no number where there are no documents. */
export function CitationsCount(props: SourceCountProps) {
  const say = useSay();
  const hasSources = useHasSources();
  if (props.citations.length > 0) return <SourceCount {...props} />;
  return hasSources ? (
    <span className="source-count none" title={say("sources.count", { count: 0 })}>
      0
    </span>
  ) : null;
}
