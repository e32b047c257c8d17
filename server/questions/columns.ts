/** An answer drawn in columns: elsewhere, origins, people, destinations, ties. */
import { z } from "zod";
import type { Answer, Columns } from "../../schema/api.ts";
import type { GraphNode, GraphRelationship, Subgraph } from "../../schema/graph.ts";
import { mainLabel } from "../../schema/graph.ts";
import type { LocalizedText } from "../../schema/language.ts";
import type { ColumnForm } from "../../schema/question.ts";
import { typesWithRole, type Vocabulary } from "../../schema/vocabulary.ts";
import type { GraphDatabase, Row } from "../database/database.ts";
import { getSubgraph, listBackgrounds, listTies } from "../queries/index.ts";
import { captions } from "./captions.ts";
import { type Claim, type FoundRow, type Part, unique as uniqueById } from "./rows.ts";
import { makeTable } from "./table.ts";
import { type Figures, inEachLanguage, type Words } from "./wording.ts";

const Rows = z.array(
  z.object({ origin: z.string(), person: z.string(), destination: z.string(), founded: z.boolean() }),
);

const mostPeople = 240;
const mostTies = 24;

export interface DrawnColumns extends Pick<Answer, "subgraph" | "table"> {
  readonly columns: Columns;
  readonly origins: Record<string, string[]>;
  readonly figures: Figures;
  /** `kind`: what a destination is called; `kinds`: what several are. */
  readonly words: Words;
}

/** Of the people that an answer names, in its order, those that are drawn. */
export const drawnOf = (people: readonly string[]): string[] => people.slice(0, mostPeople);

export const readColumnRows = (rows: readonly Row[]): z.infer<typeof Rows> => Rows.parse(rows);

/** Places what the rows name, what stands beside it, and every relationship among all of these. */
export async function drawColumns(
  database: GraphDatabase,
  rows: readonly Row[],
  vocabulary: Vocabulary,
  asked: readonly string[],
): Promise<DrawnColumns> {
  const found = Rows.parse(rows);
  const people = unique(found.map(({ person }) => person));
  const shown = drawnOf(people);
  const drawnRows = found.filter(({ person }) => shown.includes(person));
  const destinations = unique(drawnRows.map(({ destination }) => destination));
  const elsewhere = await findElsewhere(database, vocabulary, shown, new Set([...asked, ...shown, ...destinations]));
  const ties = await findTies(database, vocabulary, destinations, [...elsewhere, ...asked, ...shown, ...destinations]);
  const columns = { elsewhere, origins: [...asked], people: shown, destinations, ties: ties.drawn };
  const subgraph = await getSubgraph(database, Object.values(columns).flat());
  const cameFrom = groupOrigins(found);
  const figures = {
    people: people.length,
    destinations: new Set(found.map(({ destination }) => destination)).size,
    founders: new Set(found.filter(({ founded }) => founded).map(({ person }) => person)).size,
    both: Object.values(cameFrom).filter((origins) => origins.length > 1).length,
    origins: asked.length,
    elsewhere: elsewhere.length,
    ties: ties.drawn.length,
    tiesNotDrawn: ties.total - ties.drawn.length,
    peopleNotDrawn: people.length - shown.length,
  };
  const origins = Object.fromEntries(shown.map((person) => [person, cameFrom[person] ?? []]));
  return {
    columns,
    origins,
    subgraph,
    figures,
    table: tableOf(found, shown, subgraph, vocabulary),
    words: kindOf(
      subgraph.nodes.filter(({ id }) => destinations.includes(id)),
      vocabulary,
    ),
  };
}

const unique = (ids: readonly string[]) => [...new Set(ids)];

function groupOrigins(rows: z.infer<typeof Rows>): Record<string, string[]> {
  const origins: Record<string, string[]> = {};
  for (const { person, origin } of rows) origins[person] = unique([...(origins[person] ?? []), origin]);
  return origins;
}

/** Other employers and schools of these people. */
async function findElsewhere(
  database: GraphDatabase,
  vocabulary: Vocabulary,
  people: string[],
  taken: ReadonlySet<string>,
): Promise<string[]> {
  const rows = await listBackgrounds.run(database, { people, types: typesWithRole(vocabulary, "career", "education") });
  return unique(rows.map(({ other }) => other).filter((id) => !taken.has(id))).sort();
}

/** What the destinations made, listed on, compete with and have money from, each destination in turn until it is enough. */
async function findTies(
  database: GraphDatabase,
  vocabulary: Vocabulary,
  destinations: string[],
  drawn: string[],
): Promise<{ drawn: string[]; total: number }> {
  const types = typesWithRole(vocabulary, "making", "listing", "rivalry", "money");
  const rows = await listTies.run(database, { destinations, types, drawn });
  const queues = destinations.map((destination) =>
    rows.filter((row) => row.destination === destination).map(({ tie }) => tie),
  );
  const rounds = Math.max(0, ...queues.map((queue) => queue.length));
  const inTurn = Array.from({ length: rounds }, (_, round) => queues.flatMap((queue) => queue[round] ?? [])).flat();
  const all = unique(inTurn);
  return { drawn: all.slice(0, mostTies), total: all.length };
}

const organization: LocalizedText = { en: "organization", "zh-Hant": "機構", "zh-Hans": "机构" };
const organizations: LocalizedText = { ...organization, en: "organizations" };

/** The destinations' label in words where they share one. */
function kindOf(destinations: readonly GraphNode[], vocabulary: Vocabulary): Words {
  const labels = unique(destinations.map(mainLabel));
  const form = labels.length === 1 ? vocabulary.labels[labels[0] ?? ""] : undefined;
  if (!form) return { kind: organization, kinds: organizations };
  return { kind: inMidSentence(form.caption), kinds: inMidSentence(form.plural) };
}

const inMidSentence = (text: LocalizedText) =>
  inEachLanguage((language) => (language === "en" ? text.en.toLowerCase() : text[language]));

/** A row for each person, origin and destination, with what is said of the person at both. */
function tableOf(
  rows: z.infer<typeof Rows>,
  shown: readonly string[],
  { nodes, relationships }: Subgraph,
  vocabulary: Vocabulary,
): Answer["table"] {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const [jobs, ties] = [typesWithRole(vocabulary, "career"), typesWithRole(vocabulary, "career", "founding")];
  const between = (start: string, end: string, types: readonly string[]) =>
    relationships.filter((each) => each.start === start && each.end === end && types.includes(each.type)).map(claimOf);
  const found = rows.map(({ origin, person, destination }): FoundRow => {
    const job = between(person, origin, jobs);
    const tie = between(person, destination, ties);
    const part = (id: string): Part => ({ nodes: [nodeOf.get(id) ?? []].flat(), claims: [] });
    return {
      parts: new Map<string, Part>([
        ["person", part(person)],
        ["origin", part(origin)],
        ["destination", part(destination)],
        ["job", { nodes: [], claims: job }],
        ["tie", { nodes: [], claims: tie }],
      ]),
      nodes: [],
      claims: uniqueById([...job, ...tie]),
    };
  });
  const drawn = found.filter((_, index) => shown.includes(rows[index]?.person ?? ""));
  const table = makeTable(drawn, alumniColumns, mostRows);
  return { ...table, more: table.more + found.length - drawn.length };
}

const mostRows = 400;

const claimOf = (relationship: GraphRelationship): Claim => ({
  kind: "relationship",
  id: relationship.id,
  relationship,
});

const alumniColumns: ColumnForm[] = [
  { caption: captions.person, kind: "node", of: "person" },
  { caption: captions.origin, kind: "node", of: "origin" },
  { caption: captions.originPost, kind: "details", of: "job" },
  { caption: captions.originDate, kind: "date", of: "job" },
  { caption: captions.destination, kind: "node", of: "destination" },
  { caption: captions.tie, kind: "claim", of: "tie" },
  { caption: captions.destinationPost, kind: "details", of: "tie" },
  { caption: captions.destinationDate, kind: "date", of: "tie" },
  { caption: captions.certainty, kind: "certainty", of: ["job", "tie"] },
  { caption: captions.sources, kind: "sources", of: ["job", "tie"] },
];
