/** Says which signs a PDF shows as boxes. */
import { useMemo } from "react";
import type { Scene } from "../../../scene/scene.ts";
import { lackingIn } from "../../../scene/writers/pdf/lacking.ts";
import { useSay } from "../context.ts";

export function Lacking({ scenes }: { scenes: readonly Scene[] }) {
  const say = useSay();
  const signs = useMemo(() => lackingIn(scenes), [scenes]);
  if (signs.length === 0) return null;
  return <p className="story-changes">{say("export.lacking", { signs: signs.join(" ") })}</p>;
}
