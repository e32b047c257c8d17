/** Random graphs with all that is odd about ours: the same seed gives the same graph. */
import { seededRandom } from "../../scene/random.ts";
import type { Properties, PropertyValue } from "../../schema/graph.ts";
import type { GraphDatabase } from "../../server/database/database.ts";
import { groupBy } from "../../server/seed/batches.ts";

export interface ModelNode {
  readonly id: string;
  /** Entity is one of them, or Observation, or ShortWord. */
  readonly labels: readonly string[];
  readonly properties: Properties;
}

export interface ModelRelationship {
  readonly id: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: Properties;
}

export interface ModelGraph {
  readonly nodes: readonly ModelNode[];
  readonly relationships: readonly ModelRelationship[];
}

export const labels = ["Person", "Company", "Chip", "School", "Document"];
/** What each role's types are; some have two, so that filters matter. */
export const roleTypes = {
  careerTypes: ["WORKED_AT", "ADVISED"],
  foundingTypes: ["FOUNDED"],
  educationTypes: ["STUDIED_AT"],
  acquaintanceTypes: ["RECRUITED"],
  makingTypes: ["DEVELOPED"],
  lineageTypes: ["BASED_ON", "SUCCEEDED"],
  rivalryTypes: ["COMPETES_WITH"],
  moneyTypes: ["INVESTED_IN"],
  listingTypes: ["LISTED_ON"],
  membershipTypes: ["MEMBER_OF"],
  contributionTypes: ["DEVELOPED", "ADVISED"],
  tradeTypes: ["COMPETES_WITH"],
  restrictionTypes: ["LISTED_ON"],
  recommendationTypes: ["RECRUITED"],
  eventTypes: ["BASED_ON"],
  placeTypes: ["STUDIED_AT"],
};
export const types = [...new Set(Object.values(roleTypes).flat())];

const names = [
  "張建中",
  "张建中",
  "Zoë Müller-Ångström",
  "Ада Лавлейс",
  "Αριστοτέλης",
  "אדה",
  "عمر",
  "อดา",
  "एडा",
  "あだ ラヴレス",
  "김철수",
  "𠮷野家",
  "👩‍🚀 crew",
  "a\u0301 combining",
  'O\'Brien "x" \\ `y`',
  "tab\tand\nline",
  "%_.*[",
  "",
  " ",
  "ﬁ ligature",
];

export class Random {
  readonly next: () => number;
  constructor(seed: number) {
    this.next = seededRandom(seed);
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
  chance(probability: number): boolean {
    return this.next() < probability;
  }
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
  /** Up to `most` of the items, some perhaps twice. */
  some<T>(items: readonly T[], most: number): T[] {
    return items.length === 0 ? [] : Array.from({ length: this.below(most + 1) }, () => this.pick(items));
  }
}

/** So many entities, some three relationships each, a few figures, and a hub where `hub` neighbors are asked for. */
export function randomGraph(seed: number, { entities, hub = 0 }: { entities: number; hub?: number }): ModelGraph {
  const random = new Random(seed);
  const nodes: ModelNode[] = Array.from({ length: entities }, (_, index) => randomEntity(random, index));
  const ids = nodes.map(({ id }) => id);
  const documents = nodes.filter((node) => node.labels.includes("Document")).map(({ id }) => id);
  const relationships: ModelRelationship[] = [];
  const add = (type: string, start: string, end: string, properties: Properties) => {
    const key = relationships.length;
    relationships.push({ id: `${start}.${type.toLowerCase()}.${end}.${key}`, type, start, end, properties });
  };
  for (let count = 0; ids.length > 0 && count < entities * 3; count++) {
    const start = random.pick(ids);
    // The earlier ones have more; now and then an entity with itself, or with the one before once more.
    const end = random.chance(0.05) ? start : (ids[Math.floor(random.next() ** 2 * ids.length)] ?? start);
    for (let parallel = random.chance(0.1) ? 2 : 1; parallel > 0; parallel--)
      add(random.pick(types), start, end, randomClaim(random, documents, ids));
  }
  const center = ids[0] ?? "";
  for (let index = 0; index < hub; index++) {
    const leaf = `leaf-${index}`;
    nodes.push({ id: leaf, labels: ["Entity", "Person"], properties: { degree: 1, search: `|leaf${index}|` } });
    add(random.pick(types), leaf, center, random.chance(0.01) ? randomClaim(random, documents, ids) : {});
  }
  for (let index = 0; index < entities / 4; index++) {
    const id = `figure-${index}`;
    nodes.push({
      id,
      labels: ["Observation"],
      properties: { ...randomClaim(random, documents, ids), ...randomFigure(random) },
    });
    if (ids.length > 0 && random.chance(0.95))
      relationships.push({
        id: `${id}.of`,
        type: "OF",
        start: id,
        end: random.pick(ids),
        properties: { origin: "seeds" },
      });
  }
  for (const word of ["a", "張", "𠮷", "zz"]) {
    const found = random.some([...ids, "nobody"], 6);
    nodes.push({
      id: word,
      labels: ["ShortWord"],
      properties: { ids: found, ranks: found.map(() => random.below(3)) },
    });
  }
  return { nodes, relationships };
}

function randomEntity(random: Random, index: number): ModelNode {
  const own = random.chance(0.1) ? [] : random.chance(0.1) ? random.some(labels, 2) : [random.pick(labels)];
  const name = random.pick(names);
  const search = Array.from({ length: 1 + random.below(3) }, () =>
    random.pick(["abba", "ab", "a", "zz9", "張建中", "𠮷野", "ba"]),
  );
  const properties = withSome(random, 0.8, {
    nameEn: name,
    nameZhHant: random.pick(names),
    aliases: random.some(names, 3),
    search: `|${search.join("|")}|`,
    degree: random.below(5),
    origin: random.pick(["seeds", "seeds", "me"]),
    founded: random.below(3000) - 3000,
    weight: random.next() * 1e6 - 5e5,
    listed: random.chance(0.5),
    ranks: random.some([-1, 0, 2 ** 40], 3),
    ...(random.chance(0.05) ? { text: "長".repeat(20_000) } : {}),
  });
  return { id: `e-${index}`, labels: ["Entity", ...new Set(own)], properties };
}

function randomClaim(random: Random, documents: readonly string[], ids: readonly string[]): Properties {
  const day = () => (1900 + random.below(150)) * 10_000 + 101 + random.below(3);
  return withSome(random, 0.6, {
    citations: random
      .some([...documents, "lost-paper"], 3)
      .map((id) => (random.chance(0.9) ? `${id}#${random.below(9)}-9` : id)),
    certainty: random.pick(["stated", "reported", "planned", "opinion"]),
    startEarliest: day(),
    startLatest: day(),
    endEarliest: day(),
    endLatest: day(),
    noEarlier: day(),
    ongoing: random.chance(0.7),
    rivals: random.some(ids, 2),
    titleEn: random.pick(names),
    titleZhHant: random.pick(names),
    status: random.pick(["filed", "listed"]),
    saidBy: random.pick([...ids, "somebody"]),
    start: "1900",
    amount: random.next() * 100 - 50,
    origin: random.pick(["seeds", "me"]),
  });
}

const randomFigure = (random: Random): Properties =>
  withSome(random, 0.9, {
    measure: random.pick(["revenue", "founding"]),
    value: random.below(9) - 4,
    unit: random.pick(names),
  });

function withSome(random: Random, share: number, properties: Record<string, PropertyValue>): Properties {
  return Object.fromEntries(Object.entries(properties).filter(() => random.chance(share)));
}

const batchSize = 2000;

/** Puts the graph into an empty database. */
export async function writeGraph(database: GraphDatabase, { nodes, relationships }: ModelGraph): Promise<void> {
  await database.write(async (transaction) => {
    for (const [form, group] of groupBy(nodes, (node) => node.labels.join(":"))) {
      const rows = group.map(({ id, properties }) => ({ properties: { id, ...properties } }));
      for (const batch of batches(rows))
        await transaction.run(`UNWIND $rows AS row CREATE (n:${form}) SET n += row.properties`, { rows: batch });
    }
    const labelOf = new Map(nodes.map((node) => [node.id, node.labels[0] ?? ""]));
    const ends = (row: ModelRelationship) => `${row.type} ${labelOf.get(row.start)} ${labelOf.get(row.end)}`;
    for (const [form, group] of groupBy(relationships, ends)) {
      const [type, from, to] = form.split(" ");
      const rows = group.map(({ id, start, end, properties }) => ({ start, end, properties: { id, ...properties } }));
      const create = `UNWIND $rows AS row MATCH (a:${from} {id: row.start}) MATCH (b:${to} {id: row.end}) CREATE (a)-[r:${type}]->(b) SET r += row.properties`;
      for (const batch of batches(rows)) await transaction.run(create, { rows: batch });
    }
  });
}

function* batches<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize);
}
