/** Careers, and who was at the same organization at the same time. */
import { z } from "zod";
import {
  type CareerOverlap,
  type CareerRole,
  type Careers,
  type Meeting,
  type OverlapAnswer,
  type Overlaps,
  boundsIn,
  careerRoles,
  overlapAnswers,
  sharedTime,
  strongest,
} from "../../schema/careers.ts";
import type { Bounds } from "../../schema/date.ts";
import { Certainty } from "../../schema/fact.ts";
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import { wordOverlap } from "../careers/words.ts";
import type { GraphDatabase } from "../database/database.ts";
import { InvalidRequest, NotFound } from "../errors.ts";
import { bind, Relationship } from "./bind.ts";
import { documentsOf } from "./entities.ts";
import { getNodes } from "./nodes.ts";

const stints = bind(
  "list-careers",
  { ids: z.array(z.string()), types: z.array(z.string()), limit: z.int() },
  { person: z.string(), organization: z.string(), relationship: Relationship },
);
const bound = z.int().nullable();
const colleagues = bind(
  "list-colleagues",
  { person: z.string(), organizations: z.array(z.string()), types: z.array(z.string()), limit: z.int() },
  {
    organization: z.string(),
    person: z.string(),
    id: z.string(),
    type: z.string(),
    startEarliest: bound,
    startLatest: bound,
    endEarliest: bound,
    endLatest: bound,
    ongoing: z.boolean(),
  },
);

/** No more stints are compared at once; an answer that leaves some out says so. */
export const mostStints = 20_000;
/** Stints of the people asked for, who are few. */
const mostOfPeople = 5000;
/** How many pairs of stints are told of two people at one organization. */
const mostMeetings = 6;

/** Relationship types by what they make of people: colleagues, fellow students. */
export type CareerTypes = Readonly<Record<CareerRole, readonly string[]>>;

/** The people's stints, with whom and where, in order of time; `NotFound` where one of the people is not there. */
export async function listCareers(
  database: GraphDatabase,
  { ids, types }: { ids: string[]; types: string[] },
): Promise<Careers> {
  const [people, rows] = await Promise.all([
    findPeople(database, ids),
    stints.run(database, { ids, types, limit: mostOfPeople }),
  ]);
  const relationships = rows.map(({ relationship }) => relationship);
  const [organizations, documents] = await Promise.all([
    getNodes(
      database,
      rows.map(({ organization }) => organization),
    ),
    getNodes(
      database,
      relationships.flatMap(({ properties }) => documentsOf(properties)),
    ),
  ]);
  return { people, organizations, stints: relationships, documents };
}

async function findPeople(database: GraphDatabase, ids: readonly string[]): Promise<GraphNode[]> {
  if (ids.length === 0) throw new InvalidRequest("ids is empty.", "Give the ids of one or several people.");
  const people = await getNodes(database, ids);
  const missing = ids.find((id) => !people.some((person) => person.id === id));
  if (missing !== undefined)
    throw new NotFound(
      `There is no entity with the id ${missing}.`,
      "Look for its name with /api/search?q=…, which gives its id.",
    );
  return people;
}

export interface OverlapSearch {
  /** One person: with everybody; several: with each other. */
  readonly ids: string[];
  readonly types: CareerTypes;
  /** Empty lets every answer through. */
  readonly answers: readonly string[];
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A stint with no more than it takes to compare it. */
interface Stint {
  readonly id: string;
  readonly person: string;
  readonly organization: string;
  readonly role: CareerRole;
  readonly bounds: Bounds;
}

/** Two people at one organization, before it is put into words. */
interface Pair {
  readonly id: string;
  readonly organization: string;
  readonly role: CareerRole;
  readonly people: readonly [string, string];
  readonly answer: OverlapAnswer;
  readonly compared: ReadonlyArray<{ stints: [string, string] } & ReturnType<typeof sharedTime>>;
}

/** Who was at the same organization at the same time, as far as the sources tell. */
export async function findOverlaps(database: GraphDatabase, search: OverlapSearch): Promise<Overlaps> {
  const { ids, types, answers, limit, cursor } = search;
  await findPeople(database, ids);
  const { found, complete } = await gatherStints(database, ids, types);
  const pairs = pairUp(found, ids.length === 1 ? ids[0] : undefined);
  const counts = Object.fromEntries(overlapAnswers.map((answer) => [answer, 0])) as Overlaps["counts"];
  for (const { answer } of pairs) counts[answer] += 1;
  const wanted = pairs.filter(({ answer }) => answers.length === 0 || answers.includes(answer));
  const start = cursor === undefined ? 0 : wanted.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && start === 0)
    throw new InvalidRequest("cursor is not one of this list.", "Leave it out to begin at the first page.");
  const page = wanted.slice(start, start + limit);
  const last = page.at(-1);
  return {
    ids,
    counts,
    complete,
    ...(await describePairs(database, page, types)),
    nextCursor: start + limit < wanted.length && last ? last.id : null,
  };
}

async function gatherStints(
  database: GraphDatabase,
  ids: string[],
  types: CareerTypes,
): Promise<{ found: Stint[]; complete: boolean }> {
  const roleOf = (type: string) => careerRoles.find((role) => types[role].includes(type)) ?? "career";
  const all = careerRoles.flatMap((role) => types[role]);
  if (all.length === 0) return { found: [], complete: true };
  const rows = await stints.run(database, { ids, types: all, limit: mostOfPeople + 1 });
  const own = rows.slice(0, mostOfPeople).map(({ relationship, person, organization }): Stint => {
    const { id, type, properties } = relationship;
    return { id, person, organization, role: roleOf(type), bounds: boundsIn(properties) };
  });
  const [person] = ids;
  const complete = rows.length <= mostOfPeople;
  if (ids.length !== 1 || person === undefined || own.length === 0) return { found: own, complete };
  const organizations = [...new Set(own.map(({ organization }) => organization))];
  const others = await colleagues.run(database, { person, organizations, types: all, limit: mostStints + 1 });
  const found = others.slice(0, mostStints).map(({ id, person, organization, type, ...bounds }): Stint => {
    return { id, person, organization, role: roleOf(type), bounds: boundsIn(known(bounds)) };
  });
  return { found: [...own, ...found], complete: complete && others.length <= mostStints };
}

const known = (bounds: Readonly<Record<string, number | boolean | null>>) =>
  Object.fromEntries(Object.entries(bounds).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));

/** Every two people at one organization in one role; with `asked`, only their own. */
function pairUp(all: readonly Stint[], asked: string | undefined): Pair[] {
  const places = new Map<string, Map<string, Stint[]>>();
  for (const stint of all) {
    const key = `${stint.organization} ${stint.role}`;
    const people = places.get(key) ?? new Map<string, Stint[]>();
    people.set(stint.person, [...(people.get(stint.person) ?? []), stint]);
    places.set(key, people);
  }
  const pairs: Pair[] = [];
  for (const people of places.values()) {
    const names = [...people.keys()].sort();
    for (const [index, one] of names.entries()) {
      if (asked !== undefined && one !== asked) continue;
      const others = asked === undefined ? names.slice(index + 1) : names.filter((name) => name !== asked);
      for (const other of others) pairs.push(compare(people.get(one) ?? [], people.get(other) ?? []));
    }
  }
  const place = ({ answer }: Pair) => overlapAnswers.indexOf(answer);
  return pairs.sort((a, b) => place(a) - place(b) || timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
}

const timeOf = ({ compared }: Pair) => compared[0]?.shared?.startEarliest ?? compared[0]?.shared?.endLatest ?? Infinity;

const boundsKnown = ({ shared }: ReturnType<typeof sharedTime>) => Object.keys(shared ?? {}).length;

function compare(ones: readonly Stint[], others: readonly Stint[]): Pair {
  const [one, other] = [ones[0], others[0]];
  if (one === undefined || other === undefined) throw new Error("A person without stints was compared.");
  const compared = ones
    .flatMap((a) =>
      others.map((b) => ({ stints: [a.id, b.id] as [string, string], ...sharedTime(a.bounds, b.bounds) })),
    )
    .sort(
      (a, b) =>
        overlapAnswers.indexOf(a.answer) - overlapAnswers.indexOf(b.answer) ||
        (b.days?.least ?? 0) - (a.days?.least ?? 0) ||
        boundsKnown(b) - boundsKnown(a) ||
        (a.stints.join(" ") < b.stints.join(" ") ? -1 : 1),
    );
  const [first, second] = [one.person, other.person].sort();
  return {
    id: [first, "overlapped", second, one.organization, ...(one.role === "career" ? [] : [one.role])].join("."),
    organization: one.organization,
    role: one.role,
    people: [one.person, other.person],
    answer: strongest(compared.map(({ answer }) => answer)),
    compared,
  };
}

type Described = Pick<Overlaps, "overlaps" | "subgraph" | "documents">;

/** Reads what a page of pairs needs in full: people, organizations, stints and the documents that they cite. */
async function describePairs(database: GraphDatabase, pairs: readonly Pair[], types: CareerTypes): Promise<Described> {
  const people = [...new Set(pairs.flatMap((pair) => pair.people))].sort();
  const shown = pairs.map((pair) => ({ ...pair, compared: pair.compared.slice(0, mostMeetings) }));
  const needed = new Set(shown.flatMap(({ compared }) => compared.flatMap((each) => each.stints)));
  const [nodes, rows] = await Promise.all([
    getNodes(database, [...people, ...pairs.map(({ organization }) => organization)]),
    people.length === 0
      ? []
      : stints.run(database, {
          ids: people,
          types: careerRoles.flatMap((role) => types[role]),
          limit: mostStints,
        }),
  ]);
  const relationships = rows.map(({ relationship }) => relationship).filter(({ id }) => needed.has(id));
  const found = {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    stints: new Map(relationships.map((relationship) => [relationship.id, relationship])),
    count: new Map(pairs.map(({ id, compared }) => [id, compared.length])),
  };
  const documents = relationships.flatMap(({ properties }) => documentsOf(properties));
  return {
    overlaps: shown.flatMap((pair) => describePair(pair, found) ?? []),
    subgraph: { nodes, relationships: relationships.sort((a, b) => (a.id < b.id ? -1 : 1)) },
    documents: await getNodes(database, documents),
  };
}

interface Found {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly stints: ReadonlyMap<string, GraphRelationship>;
  readonly count: ReadonlyMap<string, number>;
}

function describePair(pair: Pair, { nodes, stints: known, count }: Found): CareerOverlap | null {
  const { id, role, people, answer } = pair;
  const [one, other, organization] = [nodes.get(people[0]), nodes.get(people[1]), nodes.get(pair.organization)];
  const meetings = pair.compared.flatMap(({ stints: pairOfStints, answer, shared, days }): Meeting[] => {
    const [a, b] = pairOfStints.map((stint) => known.get(stint)?.properties);
    if (a === undefined || b === undefined) return [];
    const places = [a, b].map(({ certainty }) => Certainty.options.indexOf(Certainty.catch("stated").parse(certainty)));
    return [
      {
        answer,
        stints: pairOfStints,
        ...(shared === undefined ? {} : { shared }),
        ...(days === undefined ? {} : { days }),
        certainty: Certainty.options[Math.max(...places)] ?? "stated",
        inferred: a["inferred"] === true || b["inferred"] === true,
        disputed: [a, b].some(({ rivals }) => Array.isArray(rivals) && rivals.length > 0),
      },
    ];
  });
  const [best] = meetings;
  const [a, b] = best === undefined ? [] : best.stints.map((stint) => known.get(stint)?.properties);
  if (!one || !other || !organization || best === undefined || !a || !b) return null;
  const words = wordOverlap({
    ...best,
    organization,
    role,
    stays: [
      { person: one, properties: a },
      { person: other, properties: b },
    ],
  });
  const compared = count.get(id) ?? meetings.length;
  return { id, organization: organization.id, role, people: [one.id, other.id], answer, meetings, compared, words };
}
