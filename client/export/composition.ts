/** What a person is told of an export before it is written. */
import type { Composed } from "../../scene/page.ts";
import { type Concern, concerns, type Untold } from "../../scene/review.ts";
import { type Scene, evidencesOf } from "../../scene/scene.ts";
import { type FormatId, fileName } from "../../scene/writers/formats.ts";
import { lackingIn } from "../../scene/writers/pdf/lacking.ts";

/** What a reader should know of a concern: how many claims, and the first of them in words. */
export interface ConcernWords {
  concern: Concern;
  count: number;
  sentences: string[];
}

/** What is to be known before it leaves. */
export interface Caution {
  concerns: ConcernWords[];
  /** How many uncited claims about persons there are. */
  refused: number;
  untold: readonly Untold[];
}

export interface Composition {
  name: string;
  nodes: number;
  lines: number;
  caution: Caution;
  /** Signs that a PDF shows as boxes. */
  lacking: string[];
}

/** So many sentences of each concern are listed. */
const mostListed = 100;

/** Of a scene, or of all of a story's together. */
export function cautionOf(scenes: readonly Pick<Scene, "lines" | "review">[]): Caution {
  const sentences = new Map(
    scenes.flatMap(({ lines }) => lines.flatMap(evidencesOf).map(({ id, evidence }) => [id, evidence.sentence])),
  );
  const all = (ids: (review: Scene["review"]) => readonly string[]) => [
    ...new Set(scenes.flatMap(({ review }) => ids(review))),
  ];
  const found = concerns.map((concern): ConcernWords => {
    const ids = all((review) => review[concern]);
    return { concern, count: ids.length, sentences: ids.slice(0, mostListed).map((id) => sentences.get(id) ?? id) };
  });
  return {
    concerns: found.filter(({ count }) => count > 0),
    refused: all(({ refused }) => refused).length,
    untold: scenes[0]?.review.untold ?? [],
  };
}

export const compositionOf = ({ scene }: Composed, format: FormatId): Composition => ({
  name: fileName(scene, format),
  nodes: scene.nodes.length,
  lines: scene.lines.flatMap(evidencesOf).length,
  caution: cautionOf([scene]),
  lacking: format === "pdf" ? lackingIn([scene]) : [],
});
