/** Random parameters for a query, by the names that its text uses. */
import type { Parameter, Parameters } from "../../server/database/database.ts";
import { parametersOf } from "../../server/queries/bind.ts";
import { slotsIn, typesOf } from "../../server/questions/roles.ts";
import { patternsOf } from "../../server/search/keys.ts";
import { labels, type ModelGraph, type Random, roleTypes, types } from "./graph.ts";

type Draw = (random: Random, graph: ModelGraph) => Parameter;

/** An entity, the best connected often; or nobody. */
const id: Draw = (random, { nodes }) => {
  if (random.chance(0.05)) return "nobody";
  return random.pick(random.chance(0.3) ? nodes.slice(0, 2) : nodes)?.id ?? "nobody";
};
const ids: Draw = (random, graph) => Array.from({ length: random.below(9) }, () => id(random, graph));

/** Names of a part of the graph, each with relationships of which some touch it. */
const drawnNames: Draw = (random, { nodes, relationships }) =>
  random.some(nodes, 6).map((node) => ({
    id: random.chance(0.9) ? node.id : "nobody",
    from: random.some(relationships, 6).map((each) => each.id),
    to: random.some(relationships, 6).map((each) => each.id),
  }));

const draws: Readonly<Record<string, Draw>> = {
  id,
  person: id,
  company: id,
  ids,
  patterns: (random) => random.some(["|ab|", "|a", "张", "z9", "nothing"], 4),
  nearby: (random) => random.pick([".*", ".*(?:ab|z9|张).*", ".*(?:nothing).*"]),
  thing: id,
  document: (random, { nodes }) =>
    random.pick(nodes.filter((node) => node.labels.includes("Document")))?.id ?? "lost-paper",
  ...Object.fromEntries(
    [
      "companies",
      "organizations",
      "schools",
      "things",
      "entities",
      "places",
      "events",
      "groups",
      "investors",
      "exchanges",
      "speakers",
    ].map((name) => [name, (random: Random, graph: ModelGraph) => (random.chance(0.3) ? [] : ids(random, graph))]),
  ),
  makes: (random) => (random.chance(0.5) ? null : random.pick(labels)),
  kind: (random) => random.pick([...labels, "Entity", "Nothing"]),
  measure: (random) => random.pick(["revenue", "founding", "nothing"]),
  certainty: (random) => random.some(["stated", "reported", "planned", "opinion"], 3),
  stages: (random) => random.some(["filed", "listed", "heard"], 2),
  leadingWords: (random) => random.some(["ada", "crew", "张", "nothing"], 3),
  entity: (random, graph) => (random.chance(0.2) ? "nobody" : random.pick(graph.nodes).id),
  core: drawnNames,
  backbone: drawnNames,
  people: ids,
  destinations: ids,
  drawn: ids,
  toAny: (random) => random.chance(0.3),
  limit: (random) => random.pick([1, 2, 5, 50]),
  types: (random) => (random.chance(0.5) ? [] : random.some([...types, "NOTHING"], 4)),
  labels: (random) => (random.chance(0.5) ? [] : random.some([...labels, "Entity", "Nothing"], 2)),
  withoutTypes: (random) => (random.chance(0.6) ? [] : random.some(types, 3)),
  withoutKinds: (random) =>
    random.chance(0.5)
      ? []
      : Array.from({ length: random.below(40) }, () =>
          [
            random.pick(types),
            random.pick(["in", "out"]),
            random.pick([...labels, "Entity"]),
            random.pick(["stated", "reported", "planned", "opinion"]),
          ].join("."),
        ),
  withoutLabels: (random) => (random.chance(0.6) ? [] : random.some(labels, 2)),
  certainties: (random) => (random.chance(0.5) ? [] : random.some(["stated", "reported", "planned", "opinion"], 3)),
  ends: ids,
  without: (random, graph) => (random.chance(0.5) ? [] : ids(random, graph)),
  pairs: (random, graph) =>
    Array.from({ length: random.below(6) }, () => {
      const { start, end } = random.pick(graph.relationships);
      return random.chance(0.5) ? { near: start, far: end } : { near: end, far: start };
    }),
  direction: (random) => random.pick(["both", "out", "in"]),
  first: (random) => random.pick([0, 20000101, 20200601, 20240101]),
  last: (random) => random.pick([99999999, 20240101, 20251205]),
  periodFirst: (random) => random.pick([0, 20000101, 20200601, 20240101]),
  periodLast: (random) => random.pick([99999999, 20240101, 20251205]),
  undated: (random) => random.chance(0.7),
  afterDegree: (random) => random.below(5),
  afterId: (random, graph) => (random.chance(0.5) ? null : id(random, graph)),
  prefix: (random, { nodes }) =>
    `${random.pick(nodes.filter((node) => node.labels.includes("Document")))?.id ?? "lost-paper"}#`,
  starts: (random, { relationships }) =>
    random.some(relationships, 6).map(({ id, start }) => ({
      id: random.chance(0.9) ? start : "nobody",
      relationships: [id, "nothing", random.pick(relationships).id],
    })),
  rivals: (random, { relationships }) =>
    random.some(relationships, 6).map(({ id, start }) => ({ id, start: random.chance(0.9) ? start : "nobody" })),
  word: (random) => random.pick(["a", "張", "𠮷", "zz", "q"]),
  origin: (random) => random.pick(["seeds", "me", "nobody"]),
  rows: (random, { relationships }) =>
    random
      .some(relationships, 6)
      .map(({ id, start }) => ({ start, ids: [id, "nothing", random.pick(relationships).id] })),
};

/** What search makes of one word. */
const words = ["a", "ab", "abba", "zz9", "z", "張", "張建", "𠮷", "野", "q", "b"];

export function randomParameters(cypher: string, random: Random, graph: ModelGraph): Parameters {
  const names = [...new Set([...parametersOf(cypher), ...slotsIn(cypher).map(typesOf)])];
  const patterns: Parameters = names.includes("inside") ? patternsOf(random.pick(words)) : {};
  return Object.fromEntries(
    names.map((name) => [name, patterns[name] ?? roleOf(name, random) ?? draw(name, random, graph)]),
  );
}

function draw(name: string, random: Random, graph: ModelGraph): Parameter {
  const drawIt = draws[name];
  if (drawIt === undefined) throw new Error(`tests/model/parameters.ts does not say what $${name} may be.`);
  return drawIt(random, graph);
}

function roleOf(name: string, random: Random): Parameter | undefined {
  const own = Object.entries(roleTypes).find(([role]) => role === name)?.[1];
  if (own === undefined) return undefined;
  return random.chance(0.8) ? own : random.some(types, 3);
}
