/**
 * Every query file on random graphs with random parameters: both engines answer as the model does. `npm run
 * test:model` takes 50 graphs and a hub, or MODEL_ROUNDS; MODEL_SEED says where to begin, to see one again that failed.
 */
import { describe, expect, it } from "vitest";
import { anyPath, findPaths } from "../../server/queries/index.ts";
import { describeEachEngine, type Engine } from "../support/engines.ts";
import { byText, differenceIn, queries, shrink } from "./compare.ts";
import type { PathSearch } from "../../server/queries/paths.ts";
import { labels, type ModelGraph, Random, randomGraph, types, writeGraph } from "./graph.ts";
import { model } from "./model.ts";
import { randomParameters } from "./parameters.ts";
import { modelPaths } from "./paths.ts";
import { writes } from "./writes.ts";

const rounds = Number(process.env["MODEL_ROUNDS"] ?? (import.meta.env.MODE === "long" ? 50 : 0));
const first = Number(process.env["MODEL_SEED"] ?? 0);
const seeds = Array.from({ length: rounds || 2 }, (_, index) => first + index);
const perQuery = 10;
const patience = { timeout: 300_000 };

describe("the model", () => {
  it("has a counterpart of each query file, and no other", () => {
    const counterparts = [...Object.keys(model), ...Object.keys(writes)].sort();
    expect(counterparts).toEqual([...queries.keys()].sort());
  });
});

/** The first difference, with what it takes to see it again and the smallest graph that shows it; empty when there is none. */
async function findDifference(engine: Engine, seed: number, graph: ModelGraph, times: number): Promise<string> {
  const random = new Random(seed);
  for (const query of Object.keys(model)) {
    for (let time = 0; time < times; time++) {
      const parameters = randomParameters(queries.get(query) ?? "", random, graph);
      const difference = await differenceIn(engine.database, graph, query, parameters);
      if (difference === undefined) continue;
      const isLarge = graph.nodes.length > 1000;
      const shrunk = isLarge ? undefined : await shrink(engine.database, engine.empty, graph, difference);
      const lines = [
        shrunk?.difference ?? difference,
        ...(shrunk?.graph.nodes ?? []),
        ...(shrunk?.graph.relationships ?? []),
      ];
      return [`MODEL_SEED=${seed}`, ...lines.map((line) => JSON.stringify(line))].join("\n").slice(0, 20_000);
    }
  }
  return "";
}

async function fill(engine: Engine, graph: ModelGraph): Promise<void> {
  await engine.empty();
  await writeGraph(engine.database, graph);
}

/** Everything that the database holds, in an order of its own. */
async function contentsOf({ database }: Engine): Promise<unknown> {
  const nodes = await database.read(
    "MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties, n.search AS keys",
  );
  const relationships = await database.read(
    "MATCH (a)-[r]->(b) RETURN r.id AS id, type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties",
  );
  return inOrder(
    nodes.map(({ labels, ...row }) => Object.assign(row, { labels: (labels as string[]).toSorted() })),
    relationships,
  );
}

function contentsOfModel({ nodes, relationships }: ModelGraph): unknown {
  return inOrder(
    nodes.map(({ id, labels, properties: { search, ...properties } }) => ({
      id,
      labels: [...labels].sort(),
      properties: { id, ...properties },
      keys: search ?? null,
    })),
    relationships.map(({ properties, ...row }) => ({ ...row, properties: { id: row.id, ...properties } })),
  );
}

const inOrder = (nodes: readonly object[], relationships: readonly object[]) => {
  const keysInOrder = (_: string, value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  const plain = (items: readonly object[]) =>
    byText(items.map((item) => JSON.parse(JSON.stringify(item, keysInOrder)) as unknown));
  return { nodes: plain(nodes), relationships: plain(relationships) };
};

/** Few paths of any length are as many as the model can try. */
function randomSearch(random: Random): PathSearch {
  const which = random.pick(["shortest", "best"] as const);
  const any = random.chance(0.4);
  const from = `e-${random.below(60)}`;
  const to = `e-${random.below(60)}`;
  return {
    ...anyPath,
    from,
    to,
    which,
    maxLength: 1 + random.below(which === "best" ? 3 : 6),
    limit: random.pick([1, 3, 100]),
    types: any || random.chance(0.5) ? [] : random.some(types, 8),
    withoutTypes: any || random.chance(0.5) ? [] : random.some(types, 3),
    labels: any || random.chance(0.7) ? [] : random.some(labels, 4),
    withoutLabels: any || random.chance(0.7) ? [] : random.some(labels, 2),
    certainties: any || random.chance(0.5) ? [] : random.some(["stated", "reported", "planned", "opinion"], 4),
    without: (any ? [] : random.some(["e-0", "e-1", "e-2", "e-3"], 2)).filter((id) => id !== from && id !== to),
  };
}

describeEachEngine("a random graph", (engine) => {
  it.each(seeds)("answers every query as the model does (seed %i)", patience, async (seed) => {
    const graph = randomGraph(seed, { entities: [60, 8, 200, 1][seed % 4] ?? 60 });
    await fill(engine, graph);
    expect(await findDifference(engine, seed, graph, perQuery)).toBe("");
  });

  it.each(seeds)("has the paths that the model finds (seed %i)", patience, async (seed) => {
    const graph = randomGraph(seed, { entities: 60 });
    await fill(engine, graph);
    const random = new Random(seed);
    for (let time = 0; time < 30; time++) {
      const search = randomSearch(random);
      if (search.from === search.to) continue;
      const { subgraph, paths, more } = await findPaths(engine.database, search);
      const expected = modelPaths(graph, search);
      expect({ seed, search, paths, more }).toEqual({ seed, search, paths: expected.paths, more: expected.more });
      expect(subgraph.relationships.map(({ id }) => id).sort()).toEqual(expected.relationships);
      expect(subgraph.nodes.map(({ id }) => id).sort()).toEqual(expected.nodes);
    }
  });

  it.each(seeds)("becomes what the model becomes by every statement that writes (seed %i)", patience, async (seed) => {
    const random = new Random(seed);
    let graph = randomGraph(seed, { entities: 15 });
    await fill(engine, graph);
    for (let time = 0; time < 3; time++) {
      for (const [name, { slots, draw, apply }] of Object.entries(writes)) {
        const parameters = draw(random, graph);
        const slot = slots === undefined ? "" : random.pick(slots);
        const cypher = (queries.get(name) ?? "").replace(/\b(?:LABEL|TYPE)_SLOT\b/, slot);
        await engine.database.write((transaction) => transaction.run(cypher, parameters));
        graph = apply(graph, parameters, slot);
        expect({ seed, name, parameters, ...((await contentsOf(engine)) as object) }).toEqual({
          seed,
          name,
          parameters,
          ...(contentsOfModel(graph) as object),
        });
      }
    }
  });

  // Filling a hub takes minutes; tests/queries/hub.test.ts has one of 66,000 in every run.
  if (rounds > 0)
    it("with a hub of more than 65,536 neighbors answers as the model does", { timeout: 1_200_000 }, async () => {
      const graph = randomGraph(first, { entities: 30, hub: 66_000 });
      await fill(engine, graph);
      expect(await findDifference(engine, first, graph, 2)).toBe("");
    });
});
