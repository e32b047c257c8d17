/** What a data set leaves out of its dataset.yaml: a first view and questions that any graph can answer. */
import type { SeedDataset } from "../../schema/seed-dataset.ts";
import { inAllLanguages } from "./compile-text.ts";
import type { Rows } from "./compile.ts";
import type { Dataset, OfferedQuestion } from "./dataset.ts";

/** Up to so many entities are looked at all at once. */
const fewEntities = 60;
const fewRelationships = 200;
const mostLabels = 4;

export function completeDataset(
  written: SeedDataset,
  rows: Rows,
): Pick<Dataset, "id" | "title" | "description" | "firstQuestion" | "questions"> {
  const title = inAllLanguages(written.title);
  const offered = ({ headline, ...asked }: NonNullable<SeedDataset["firstQuestion"]>): OfferedQuestion =>
    headline === undefined ? asked : { ...asked, headline: inAllLanguages(headline) };
  const firstQuestion = written.firstQuestion ?? openingOf(rows);
  const others = written.questions ?? (written.firstQuestion === undefined ? anyGraph(rows) : []);
  return {
    id: written.id,
    title,
    description: written.description === undefined ? title : inAllLanguages(written.description),
    firstQuestion: offered(firstQuestion),
    questions: others.map(offered),
  };
}

const everything: OfferedQuestion = { question: "everything", parameters: {} };

/** What surrounds a well-connected entity; all of it where that is little, or where nothing is connected. */
function openingOf(rows: Rows): OfferedQuestion {
  const { entities, relationships } = rows;
  if (entities.length <= fewEntities && relationships.length <= fewRelationships) return everything;
  const entity = centerOf(rows);
  return entity === undefined ? everything : { question: "around", parameters: { entity } };
}

/** So many of the best connected are compared, and of each so many neighbors are drawn (cypher/questions/around.cypher). */
const [compared, drawnAround] = [20, 40];
/** With more lines than that a drawing of so few names is read worse, not better. */
const bestLines = 160;

/** Of the best connected, the one whose surroundings show most: no star of loose ends, and no tangle. */
function centerOf({ relationships }: Rows): string | undefined {
  const neighbors = new Map<string, Set<string>>();
  const meet = (one: string, other: string) => {
    const known = neighbors.get(one);
    if (known === undefined) neighbors.set(one, new Set([other]));
    else known.add(other);
  };
  for (const { start, end } of relationships) {
    if (start === end) continue;
    meet(start, end);
    meet(end, start);
  }
  const countOf = (id: string) => neighbors.get(id)?.size ?? 0;
  const byNeighbors = (a: string, b: string) => countOf(b) - countOf(a) || (a < b ? -1 : 1);
  let best: { readonly id: string; readonly worth: number } | undefined;
  for (const id of [...neighbors.keys()].sort(byNeighbors).slice(0, compared)) {
    const drawn = new Set([id, ...[...(neighbors.get(id) ?? [])].sort(byNeighbors).slice(0, drawnAround)]);
    const lines = relationships.filter(({ start, end }) => drawn.has(start) && drawn.has(end)).length;
    const worth = lines <= bestLines ? lines : 2 * bestLines - lines;
    if (best === undefined || worth > best.worth) best = { id, worth };
  }
  return best?.id;
}

function anyGraph({ entities }: Rows): OfferedQuestion[] {
  const counts = new Map<string, number>();
  for (const { label } of entities) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = [...counts].sort(([, a], [, b]) => b - a).map(([label]) => label);
  return [everything, ...labels.slice(0, mostLabels).map((kind) => ({ question: "all-of", parameters: { kind } }))];
}
