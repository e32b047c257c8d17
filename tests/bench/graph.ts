/** A graph of any size that looks like ours: people, companies, chips and schools, the same ones in every run. */
import { seededRandom } from "../../scene/random.ts";
import type { Properties } from "../../schema/graph.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { searchProperty } from "../../server/search/keys.ts";
import type { Dataset, EntityRow, RelationshipRow } from "../../server/seed/index.ts";
import { english, givenNames, places, surnames, syllables, trades } from "./names.ts";

export interface GraphSize {
  readonly entities: number;
  readonly relationships: number;
}

const text = (en: string) => ({ en, "zh-Hant": en, "zh-Hans": en });
const label = (
  name: string,
  family: "people" | "orgs" | "made" | "context",
  shape: "circle" | "square" | "diamond",
) => ({
  caption: text(name),
  plural: text(name),
  family,
  shape,
});
const type = (start: string, end: string, role: Vocabulary["relationships"][string]["role"]) => ({
  caption: text(role),
  inverse: text(role),
  start: [start],
  end: [end],
  role,
  directed: true,
});

const vocabulary: Vocabulary = {
  labels: {
    Person: label("Person", "people", "circle"),
    Company: label("Company", "orgs", "square"),
    Chip: label("Chip", "made", "diamond"),
    School: label("School", "context", "square"),
  },
  relationships: {
    WORKED_AT: type("Person", "Company", "career"),
    FOUNDED: type("Person", "Company", "founding"),
    STUDIED_AT: type("Person", "School", "education"),
    RECRUITED: type("Person", "Person", "acquaintance"),
    DEVELOPED: type("Company", "Chip", "making"),
    COMPETES_WITH: type("Company", "Company", "rivalry"),
  },
  measures: {},
  units: {},
};

/** What share of the entities has each label; they stand in this order. */
export const shares = { Company: 0.1, School: 0.02, Chip: 0.13, Person: 0.75 };
/** How often each type occurs. */
const frequencies = {
  WORKED_AT: 0.55,
  FOUNDED: 0.05,
  STUDIED_AT: 0.2,
  RECRUITED: 0.08,
  DEVELOPED: 0.07,
  COMPETES_WITH: 0.05,
};

/**
 * A start is any entity of its label; an end is the likelier the earlier it stands, so that degrees have a long tail:
 * the largest hub has about 0.7 % of all relationships at 100,000 entities.
 */
export function generateDataset({ entities: size, relationships: count }: GraphSize): Dataset {
  const random = seededRandom(size);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]) => list[below(list.length)] as T;

  const entities: EntityRow[] = [];
  const first: Record<string, number> = {};
  for (const [name, share] of Object.entries(shares)) {
    first[name] = entities.length;
    const until = name === "Person" ? size : entities.length + Math.round(size * share);
    for (let index = 0; entities.length < until; index++) entities.push(entity(name, index, pick, below));
  }
  first["end"] = size;

  const labels = Object.keys(shares);
  const among = (name: string, fraction: number) => {
    const from = first[name] ?? 0;
    const to = first[labels[labels.indexOf(name) + 1] ?? "end"] ?? size;
    return entities[from + Math.floor(fraction * (to - from))]?.id ?? "";
  };
  const relationships: RelationshipRow[] = [];
  const ids = new Set<string>();
  while (relationships.length < count) {
    const name = typeAt(random());
    const form = vocabulary.relationships[name];
    const start = among(form?.start[0] ?? "", random());
    const end = among(form?.end[0] ?? "", random() ** 2);
    const id = `${start}.${name.toLowerCase().replace("_", "-")}.${end}`;
    if (start === end || ids.has(id)) continue;
    ids.add(id);
    relationships.push({ id, type: name, start, end, properties: claim(below) });
  }
  return {
    ...emptyDataset({ entities: size, relationships: count }),
    rows: { entities, relationships, observations: [] },
  };
}

/** What `generateDataset` gives for this size, without its rows: enough to serve a graph that was loaded before. */
export function emptyDataset({ entities, relationships }: GraphSize): Dataset {
  return {
    id: "bench",
    title: text("Bench"),
    description: text("Bench"),
    firstQuestion: { question: "alumni-of", parameters: { companies: ["company-900", "company-901"] } },
    questions: [],
    folder: "",
    version: `${entities}-${relationships}`,
    vocabulary,
    documents: {},
    rows: { entities: [], relationships: [], observations: [] },
  };
}

function typeAt(fraction: number): string {
  let rest = fraction;
  for (const [name, frequency] of Object.entries(frequencies)) {
    rest -= frequency;
    if (rest < 0) return name;
  }
  return "WORKED_AT";
}

type Pick = <T>(list: readonly T[]) => T;

function entity(label: string, index: number, pick: Pick, below: (limit: number) => number): EntityRow {
  const names = label === "Person" ? personNames(index, pick, below) : otherNames(label, index, pick, below);
  const properties: Properties = { ...names, origin: "seeds" };
  const search = searchProperty(properties, label === "Person");
  return { id: `${label.toLowerCase()}-${index}`, label, properties: { ...properties, search } };
}

function personNames(index: number, pick: Pick, below: (limit: number) => number): Properties {
  const name = pick(surnames) + pick(givenNames) + (below(3) > 0 ? pick(givenNames) : "");
  const names = { nameEn: `${pick(english)} ${index}`, nameZhHant: name };
  return below(4) > 0 ? names : { ...names, aliases: [`${pick(english)} ${pick(syllables)}${pick(syllables)}`] };
}

function otherNames(label: string, index: number, pick: Pick, below: (limit: number) => number): Properties {
  const latin = pick(syllables) + pick(syllables) + pick(syllables);
  const nameEn = `${latin.charAt(0).toUpperCase()}${latin.slice(1)} ${index}`;
  if (label === "Chip" || below(3) === 0) return { nameEn };
  return { nameEn, nameZhHant: pick(places) + pick(places) + pick(trades) };
}

function claim(below: (limit: number) => number): Properties {
  const year = 1990 + below(35);
  const at = below(9000);
  return {
    citations: [`paper-${below(500)}#${at}-${at + 40}`],
    certainty: below(5) === 0 ? "reported" : "stated",
    start: String(year),
    startEarliest: year * 10_000 + 101,
    startLatest: year * 10_000 + 1231,
    ...(below(3) === 0 ? { ongoing: true } : {}),
    origin: "seeds",
  };
}
