/** How many citations a claim has: the button that opens them. */
import { useSay } from "../context.ts";

interface SourceCountProps {
  count: number;
  open: boolean;
  /** The id of what it opens. */
  controls: string;
  toggle: () => void;
}

export function SourceCount({ count, open, controls, toggle }: SourceCountProps) {
  const say = useSay();
  const words = say("sources.count", { count });
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
