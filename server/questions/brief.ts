/**
 * Answers whose rows name claims and entities only by their ids, since there can be more than anyone reads: all of them
 * are judged and counted, and only those that are shown are fetched.
 */
import type { GraphNode, Properties } from "../../schema/graph.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { GraphDatabase, Row } from "../database/database.ts";
import { documentsOf, getNodes, getObservations, getRelationships } from "../queries/index.ts";
import type { FilledQuestion } from "./fill.ts";
import { countClaims, type CountedClaim, drawNetwork, type Found } from "./network.ts";
import { propertiesFallInto } from "./period.ts";
import { type FoundRow, type Part, rowOf } from "./rows.ts";

/** A relationship (`type`, `startId`, `endId`), a figure (`startId` is its entity) or an entity alone (`id`). */
export interface Brief {
  readonly id: string;
  readonly type?: string | null;
  readonly startId?: string | null;
  readonly endId?: string | null;
  /** Its first day as far as known, by which rows are ordered. */
  readonly time?: number | null;
  /** Of an entity alone: how many relationships it has, by which it is chosen where there are too many. */
  readonly degree?: number | null;
  /** Whether it carries a `start` or an `end`. */
  readonly dated?: boolean | null;
  readonly citations?: readonly string[] | null;
  readonly saidBy?: string | null;
  /** What a period is compared with; `date` is a figure's day where it has no bounds. */
  readonly date?: string | null;
  readonly startEarliest?: number | null;
  readonly startLatest?: number | null;
  readonly endEarliest?: number | null;
  readonly endLatest?: number | null;
  readonly ongoing?: boolean | null;
  /** The first day on which both of its ends may have been there, where it tells no start. */
  readonly noEarlier?: number | null;
}

const isA = (type: string) => (value: unknown) => typeof value === type;
const forms: Readonly<Record<keyof Brief, (value: unknown) => boolean>> = {
  id: isA("string"),
  type: isA("string"),
  startId: isA("string"),
  endId: isA("string"),
  time: isA("number"),
  degree: isA("number"),
  dated: isA("boolean"),
  citations: (value) => Array.isArray(value) && value.every(isA("string")),
  saidBy: isA("string"),
  date: isA("string"),
  startEarliest: isA("number"),
  startLatest: isA("number"),
  endEarliest: isA("number"),
  endLatest: isA("number"),
  ongoing: isA("boolean"),
  noEarlier: isA("number"),
};
const checks = Object.entries(forms);

/** By hand: there can be hundreds of thousands, and a form tried on each took as long as asking the database. */
function readBriefs(rows: readonly Row[]): Brief[] {
  const stranger = rows.find((row) => !isBrief(row));
  if (stranger !== undefined)
    throw new TypeError(
      `A question said to be brief returned what is no claim or entity in brief: ${Object.keys(stranger).join(", ")}.`,
    );
  return rows as unknown as Brief[];
}

const isBrief = (row: Row): boolean =>
  typeof row["id"] === "string" &&
  checks.every(([name, fits]) => {
    const value = row[name];
    return value === null || value === undefined || fits(value);
  });

interface Judged {
  /** The rows that fall into the question's period, and those of which that is not known. */
  readonly falling: readonly Brief[];
  readonly undecided: readonly Brief[];
  /** What is drawn of the former. */
  readonly shown: readonly Brief[];
}

/** Which rows answer a question, in order, and which of them are drawn. */
export function judgeBriefly(
  { question, period }: Pick<FilledQuestion, "question" | "period">,
  answered: readonly Row[],
): Judged {
  const all = readBriefs(answered).toSorted(question.columns === undefined ? byTime : byId);
  const judged = period === null ? [] : all.map((brief) => propertiesFallInto(judgedBy(brief), period, question.falls));
  const those = (wanted: "yes" | "unknown") => all.filter((_, index) => judged[index] === wanted);
  const [falling, undecided] = period === null ? [all, []] : [those("yes"), those("unknown")];
  return { falling, undecided, shown: firstOnes(falling, question.most) };
}

/** `drawn` has the ids of what is on screen, where that is another answer's choice. */
export async function findBriefly(
  database: GraphDatabase,
  { question, entities, period }: FilledQuestion,
  answered: readonly Row[],
  vocabulary: Vocabulary,
  drawn?: ReadonlySet<string>,
): Promise<Found> {
  const { falling, undecided, shown } = judgeBriefly({ question, period }, answered);
  const asked = Object.values(entities).flat();
  const rows = await fetchRows(database, shown);
  const network = drawNetwork(rows, vocabulary, asked, { most: question.most, keepOrder: true });
  const nodes = new Set<string>();
  for (const brief of falling) {
    nodes.add(firstOf(brief));
    if (typeof brief.endId === "string") nodes.add(brief.endId);
  }
  const subjects = new Set(undecided.map(firstOf));
  return {
    ...network,
    figures: countClaims(
      {
        rows: falling.length,
        alone: falling.filter((brief) => !isRelationship(brief)).length,
        nodes: new Set([...nodes, ...asked.map(({ id }) => id)]).size,
        claims: falling.filter(isClaim).map(counted),
        notDrawn:
          drawn === undefined ? falling.length - shown.length : falling.filter(({ id }) => !drawn.has(id)).length,
      },
      vocabulary,
    ),
    falling: falling.length,
    told: new Set([...nodes, ...falling.flatMap(({ saidBy }) => saidBy ?? [])]),
    undecided: { count: undecided.length, subjects: await getInTurn(database, [...subjects].slice(0, 6)) },
  };
}

const times = ["startEarliest", "startLatest", "endEarliest", "endLatest", "ongoing", "noEarlier", "date"] as const;

/** What of a row in brief tells its time. */
export function judgedBy(brief: Brief): Properties {
  const properties: Properties = {};
  for (const name of times) {
    const value = brief[name];
    if (value !== null && value !== undefined) properties[name] = value;
  }
  return properties;
}

/** As many as are shown: the best connected where that is told, and else the first; in their order. */
function firstOnes(all: readonly Brief[], most: number): readonly Brief[] {
  if (all.length <= most || all.every(({ degree }) => typeof degree !== "number")) return all.slice(0, most);
  const best = all.toSorted((a, b) => (b.degree ?? 0) - (a.degree ?? 0) || byId(a, b));
  const kept = new Set(best.slice(0, most));
  return all.filter((brief) => kept.has(brief));
}

const byId = (a: Brief, b: Brief) => (a.id < b.id ? -1 : 1);
const byTime = (a: Brief, b: Brief) => (a.time ?? Infinity) - (b.time ?? Infinity) || byId(a, b);

const isClaim = ({ startId }: Brief) => typeof startId === "string";
const isRelationship = ({ type }: Brief) => typeof type === "string";

/** The entity that it is, or starts at, or is a figure of. */
const firstOf = ({ id, startId }: Brief) => startId ?? id;
const endsOf = (brief: Brief) => [firstOf(brief), ...[brief.endId ?? []].flat()];

const counted = ({ type, startId, endId, dated, citations }: Brief): CountedClaim => ({
  type: type ?? undefined,
  start: startId ?? "",
  end: endId ?? "",
  dated: dated ?? false,
  documents: documentsOf({ citations: [...(citations ?? [])] }),
});

/** The rows in whole, as a question without `brief` returns them. */
async function fetchRows(database: GraphDatabase, briefs: readonly Brief[]): Promise<FoundRow[]> {
  const figures = briefs.filter((brief) => isClaim(brief) && !isRelationship(brief));
  const [nodes, relationships, observations] = await Promise.all([
    getNodes(database, briefs.flatMap(endsOf)),
    getRelationships(
      database,
      briefs.filter(isRelationship).map((brief) => ({ id: brief.id, start: firstOf(brief) })),
    ),
    getObservations(
      database,
      figures.map(({ id }) => id),
    ),
  ]);
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const relationshipOf = new Map(relationships.map((each) => [each.id, each]));
  const observationOf = new Map(observations.map((each) => [each.id, each]));

  const entityPart = (id: string): Part => ({ nodes: [nodeOf.get(id) ?? []].flat(), claims: [] });
  const claimsOf = ({ id, type }: Brief): Part["claims"] => {
    const [relationship, observation] = [relationshipOf.get(id), observationOf.get(id)];
    if (typeof type === "string") return relationship ? [{ kind: "relationship", id, relationship }] : [];
    return observation ? [{ kind: "observation", id, observation }] : [];
  };
  return briefs.map((brief) =>
    rowOf([
      [isRelationship(brief) ? "relationship" : "observation", { nodes: [], claims: claimsOf(brief) }],
      ["startNode", entityPart(firstOf(brief))],
      ["endNode", typeof brief.endId === "string" ? entityPart(brief.endId) : { nodes: [], claims: [] }],
    ]),
  );
}

/** In the order of the ids. */
async function getInTurn(database: GraphDatabase, ids: readonly string[]): Promise<GraphNode[]> {
  const nodes = new Map((await getNodes(database, ids)).map((node) => [node.id, node]));
  return ids.flatMap((id) => nodes.get(id) ?? []);
}
