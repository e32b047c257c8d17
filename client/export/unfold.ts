/** A question's columns as a larger screen shows them, for an export from one on which the outer ones are folded away. */
import { textStyles } from "../../scene/text.ts";
import { createArrange } from "../canvas/arrange.ts";
import type { Subject } from "./scene-of.ts";

/** A laptop's stage, on which no column folds. */
const stage = { width: 1140, height: 720 } as const;

/** The same view laid out anew on a larger stage; what a hand has placed keeps its share of it. Leaves the given view as it is. */
export async function unfold(subject: Subject): Promise<Subject> {
  const { state: folded, ruler } = subject;
  const graph = subject.graph.copy();
  const [wide, high] = [stage.width / folded.stage.width, stage.height / folded.stage.height];
  graph.updateEachNodeAttributes((_id, attributes) =>
    attributes.pinned
      ? { ...attributes, x: attributes.x * wide, y: attributes.y * high }
      : { ...attributes, placed: false },
  );
  const state = { ...folded, stage, covered: 0 };
  const arrange = createArrange({
    measure: (text, kind, language) => ruler(text, { ...textStyles[kind], face: "sans", language }),
  });
  await arrange.arrangeAnswer(state, graph);
  return { ...subject, state, graph, camera: null };
}
