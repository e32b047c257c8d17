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

/** The best connected and what joins them; all of it where that is little, or where nothing is connected. */
function openingOf({ entities, relationships }: Rows): OfferedQuestion {
  const isLittle = entities.length <= fewEntities && relationships.length <= fewRelationships;
  return isLittle || relationships.every(({ start, end }) => start === end)
    ? everything
    : { question: "best-connected", parameters: {} };
}

function anyGraph({ entities }: Rows): OfferedQuestion[] {
  const counts = new Map<string, number>();
  for (const { label } of entities) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = [...counts].sort(([, a], [, b]) => b - a).map(([label]) => label);
  return [everything, ...labels.slice(0, mostLabels).map((kind) => ({ question: "all-of", parameters: { kind } }))];
}
