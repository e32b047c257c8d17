/** What each of the loader's statements that write should make of a graph, with random parameters for it. */
import type { PropertyValue } from "../../schema/graph.ts";
import type { Parameters } from "../../server/database/database.ts";
import { labels, type ModelGraph, type ModelNode, type ModelRelationship, type Random, types } from "./graph.ts";
import type { Given } from "./model.ts";
import { texts, View } from "./view.ts";

export interface Write {
  /** What fills the slot of the text, where it has one. */
  readonly slots?: readonly string[];
  readonly draw: (random: Random, graph: ModelGraph) => Parameters;
  readonly apply: (graph: ModelGraph, given: Given, slot: string) => ModelGraph;
}

type Patch = Record<string, PropertyValue | null>;
interface Row {
  readonly id: string;
  readonly properties: Patch;
}
interface WrittenRelationship extends Row {
  readonly start: string;
  readonly end: string;
}
interface WrittenObservation extends Row {
  readonly entity: string;
  readonly link: string;
}

/** Each node or relationship once: a statement sets no key twice. */
const someOf = <T extends { id: string }>(random: Random, items: readonly T[], most: number): T[] => [
  ...new Map(random.some(items, most).map((item) => [item.id, item])).values(),
];
const labelled = ({ nodes }: ModelGraph, label: string) => nodes.filter((node) => node.labels.includes(label));

const randomPatch = (random: Random): Patch => ({
  nameEn: random.pick(["Ada", "甲", null]),
  degree: random.pick([3, null]),
  origin: random.pick(["seeds", "me"]),
  aliases: random.pick([["a", "𠮷"], [], null]),
});

/** Properties with a patch laid over them; null takes one out. */
function patched(before: ModelNode["properties"], patch: Patch): ModelNode["properties"] {
  const all = { ...before, ...patch };
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** Sets nodes of a label by id, or adds them. */
function mergeNodes(graph: ModelGraph, label: string, more: readonly string[], rows: readonly Row[]): ModelGraph {
  const nodes = new Map(graph.nodes.map((node, index) => [`${index}`, node]));
  for (const { id, properties } of rows) {
    const [key, there] = [...nodes].find(([, node]) => node.id === id && node.labels.includes(label)) ?? [
      id,
      undefined,
    ];
    const before: ModelNode = there ?? { id, labels: [label], properties: {} };
    nodes.set(key, {
      id,
      labels: [...new Set([...before.labels, ...more])],
      properties: patched(before.properties, properties),
    });
  }
  return { ...graph, nodes: [...nodes.values()] };
}

function mergeRelationship(
  graph: ModelGraph,
  { id, type, start, end, properties }: Omit<ModelRelationship, "properties"> & Row,
): ModelGraph {
  const isIt = (other: ModelRelationship) =>
    other.id === id && other.type === type && other.start === start && other.end === end;
  const before = graph.relationships.find(isIt) ?? { id, type, start, end, properties: {} };
  const after = { ...before, properties: patched(before.properties, properties) };
  return { ...graph, relationships: [...graph.relationships.filter((other) => !isIt(other)), after] };
}

function mergeRelationships(graph: ModelGraph, given: Given, type: string): ModelGraph {
  const { byId } = new View(graph);
  return (given["rows"] as WrittenRelationship[])
    .filter(({ start, end }) => byId.has(start) && byId.has(end))
    .reduce((before, row) => mergeRelationship(before, { ...row, type }), graph);
}

function deleteNodes({ nodes, relationships }: ModelGraph, label: string, given: Given): ModelGraph {
  const leaves = ({ id, labels, properties }: ModelNode) =>
    labels.includes(label) && texts(given["ids"]).includes(id) && properties["origin"] === given["origin"];
  const gone = new Set(nodes.filter(leaves).map(({ id }) => id));
  return {
    nodes: nodes.filter((node) => !leaves(node)),
    relationships: relationships.filter(({ start, end }) => !gone.has(start) && !gone.has(end)),
  };
}

const drawIds = (label: string) => (random: Random, graph: ModelGraph) => ({
  ids: [...someOf(random, labelled(graph, label), 5).map(({ id }) => id), "nobody"],
});
const drawDeletion = (label: string) => (random: Random, graph: ModelGraph) => ({
  ...drawIds(label)(random, graph),
  origin: random.pick(["seeds", "me"]),
});

export const writes: Readonly<Record<string, Write>> = {
  "load/delete-entities": {
    draw: drawDeletion("Entity"),
    apply: (graph, given) => deleteNodes(graph, "Entity", given),
  },

  "load/delete-observations": {
    draw: drawDeletion("Observation"),
    apply: (graph, given) => deleteNodes(graph, "Observation", given),
  },

  "load/delete-other-short-words": {
    draw: drawIds("ShortWord"),
    apply: ({ nodes, relationships }, given) => ({
      nodes: nodes.filter(({ id, labels }) => !labels.includes("ShortWord") || texts(given["ids"]).includes(id)),
      relationships,
    }),
  },

  "load/delete-relationships": {
    draw: (random, { relationships }) => ({
      rows: someOf(random, relationships, 6).map(({ id, start }) => ({ start, ids: [id] })),
      origin: random.pick(["seeds", "me"]),
    }),
    apply: (graph, given) => {
      const ids = new Set((given["rows"] as { ids: string[] }[]).flatMap((row) => row.ids));
      const gone = new Set(
        new View(graph).claims.filter(({ id, properties }) => ids.has(id) && properties["origin"] === given["origin"]),
      );
      return { ...graph, relationships: graph.relationships.filter((claim) => !gone.has(claim)) };
    },
  },

  "load/create-relationships": {
    slots: types,
    draw: (random, graph) => {
      const ids = [...labelled(graph, "Entity").map(({ id }) => id), "nobody"];
      const rows = [1, 2, 3].map((index) => ({
        id: `created-${graph.relationships.length}-${index}`,
        start: random.pick(ids),
        end: random.pick(ids),
        properties: randomPatch(random),
      }));
      return { rows };
    },
    apply: (graph, given, slot) => mergeRelationships(graph, given, slot),
  },

  "load/hold-dataset": { draw: () => ({ id: "data" }), apply: (graph) => graph },

  "load/merge-dataset": {
    draw: (random) => ({
      id: "data",
      properties: { version: random.pick(["1", "2"]), schemaVersion: random.below(3) },
    }),
    apply: (graph, given) =>
      mergeNodes(graph, "Dataset", [], [{ id: "data", properties: given["properties"] as Patch }]),
  },

  "load/merge-entities": {
    slots: labels,
    draw: (random, graph) => ({
      rows: [
        { id: `new-${random.below(9)}` },
        ...someOf(
          random,
          labelled(graph, "Entity").filter(({ id }) => id.startsWith("e-")),
          4,
        ),
      ].map(({ id }) => ({
        id,
        properties: randomPatch(random),
      })),
    }),
    apply: (graph, given, slot) => mergeNodes(graph, "Entity", [slot], given["rows"] as Row[]),
  },

  "load/merge-observations": {
    draw: (random, graph) => ({
      rows: [
        { id: `figure-new-${random.below(9)}` },
        ...someOf(
          random,
          labelled(graph, "Observation").filter(({ id }) => !id.includes("new")),
          3,
        ),
      ].map(({ id }) => ({
        id,
        entity: random.pick([...labelled(graph, "Entity").map(({ id }) => id), "nobody"]),
        link: `${id}.of`,
        properties: randomPatch(random),
      })),
      origin: "seeds",
    }),
    apply: (graph, given) => {
      const { byId } = new View(graph);
      const rows = (given["rows"] as WrittenObservation[]).filter(({ entity }) => byId.has(entity));
      return rows.reduce(
        (before, { id, entity, link }) =>
          mergeRelationship(before, { id: link, type: "OF", start: id, end: entity, properties: { origin: "seeds" } }),
        mergeNodes(graph, "Observation", [], rows),
      );
    },
  },

  "load/merge-relationships": {
    slots: types,
    draw: (random, graph) => {
      const ids = [...labelled(graph, "Entity").map(({ id }) => id), "nobody"];
      const fresh = [1, 2].map((index) => ({
        id: `new-claim-${random.below(99)}-${index}`,
        start: random.pick(ids),
        end: random.pick(ids),
      }));
      const there = someOf(random, new View(graph).claims, 3).map(({ id, start, end }) => ({ id, start, end }));
      const unique = new Map([...fresh, ...there].map((row) => [row.id, row]));
      return { rows: Array.from(unique.values(), (row) => ({ ...row, properties: randomPatch(random) })) };
    },
    apply: (graph, given, slot) => mergeRelationships(graph, given, slot),
  },

  "load/merge-short-words": {
    draw: (random) => ({
      rows: ["a", "q𠮷"].map((id) => ({ id, properties: { ids: random.some(["e-0", "e-1"], 3), ranks: [0, 2] } })),
    }),
    apply: (graph, given) => mergeNodes(graph, "ShortWord", [], given["rows"] as Row[]),
  },

  "load/remove-label": {
    slots: labels,
    draw: drawIds("Entity"),
    apply: (graph, given, slot) => ({
      ...graph,
      nodes: graph.nodes.map((node) =>
        node.labels.includes("Entity") && texts(given["ids"]).includes(node.id)
          ? { ...node, labels: node.labels.filter((label) => label !== slot) }
          : node,
      ),
    }),
  },

  "load/set-degrees": {
    draw: drawIds("Entity"),
    apply: (graph, given) => {
      const view = new View(graph);
      return {
        ...graph,
        nodes: graph.nodes.map((node) =>
          node.labels.includes("Entity") && texts(given["ids"]).includes(node.id)
            ? { ...node, properties: { ...node.properties, degree: view.around(node.id).length } }
            : node,
        ),
      };
    },
  },
};
