/** Says which signs a PDF shows as boxes. */
import { useSay } from "../context.ts";

export function Lacking({ signs }: { signs: readonly string[] }) {
  const say = useSay();
  if (signs.length === 0) return null;
  return <p className="story-changes">{say("export.lacking", { signs: signs.join(" ") })}</p>;
}
