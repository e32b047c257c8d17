/** The search from both ends, against a model that tries every walk along every choice of claims. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { OverlapAnswer } from "../../schema/careers.ts";
import { type Bounds, overlap } from "../../schema/date.ts";
import { Certainty } from "../../schema/fact.ts";
import type { GraphDatabase } from "../../server/database/database.ts";
import { anyPath, connectEntities, findPaths } from "../../server/queries/index.ts";
import type { PathSearch } from "../../server/queries/paths.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeGraph } from "./graph.ts";

/** A is how people are at organizations; an inferred year makes a claim a little weaker. */
interface Line {
  start: number;
  type: "A" | "B";
  end: number;
  certainty: Certainty;
  inferred: boolean;
  bounds: Bounds;
}
const nodeCount = 7;
const name = (index: number) => `n${index}`;

const march = (day: number) => 20010300 + day;
const bounds: fc.Arbitrary<Bounds> = fc.oneof(
  fc.constant({}),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(5), fc.constantFrom(0, 3)).map(([from, long, coarse]) => ({
    startEarliest: march(from),
    startLatest: march(from + coarse),
    endEarliest: march(from + long),
    endLatest: march(from + long + coarse),
  })),
);
const line: fc.Arbitrary<Line> = fc.record({
  start: fc.nat(nodeCount - 1),
  type: fc.constantFrom("A" as const, "B" as const),
  end: fc.nat(nodeCount - 1),
  certainty: fc.constantFrom("stated" as const, "stated" as const, "reported" as const, "opinion" as const),
  inferred: fc.boolean(),
  bounds,
});
const subset = (...from: string[]) => fc.subarray(from, { minLength: 0 });
const search: fc.Arbitrary<PathSearch> = fc
  .record({
    from: fc.constant("n0"),
    to: fc.constant("n1"),
    which: fc.constantFrom("shortest" as const, "best" as const),
    maxLength: fc.integer({ min: 1, max: 6 }),
    limit: fc.constantFrom(3, 100),
    types: fc.constantFrom<string[][]>([], [], ["A"], ["A", "B"]),
    withoutTypes: fc.constantFrom<string[][]>([], [], ["B"]),
    labels: fc.constantFrom<string[][]>([], [], ["Odd"]),
    withoutLabels: fc.constantFrom<string[][]>([], [], ["Odd"]),
    certainties: fc.constantFrom<string[][]>([], [], ["stated", "reported"]),
    without: subset("n2", "n3"),
    together: fc.constant([["A"]]),
  })
  .chain((search) =>
    fc
      .constantFrom(undefined, undefined, "certain" as const, "possible" as const)
      .map((dates) => Object.assign({ dates }, search)),
  );

async function writeLines(database: GraphDatabase, lines: readonly Line[]): Promise<void> {
  const degree = (index: number) => lines.filter(({ start, end }) => start === index || end === index).length;
  await database.write(async (transaction) => {
    for (const label of ["Even", "Odd"]) {
      const nodes = Array.from({ length: nodeCount }, (_, index) => ({
        id: name(index),
        degree: degree(index),
      })).filter((_, index) => (index % 2 === 0) === (label === "Even"));
      await transaction.run(`UNWIND $nodes AS node CREATE (n:Entity:${label} {id: node.id, degree: node.degree})`, {
        nodes,
      });
    }
    for (const [index, { start, type, end, certainty, inferred, bounds }] of lines.entries()) {
      await transaction.run(
        `MATCH (a:Entity {id: $start}) MATCH (b:Entity {id: $end}) CREATE (a)-[r:${type}]->(b) SET r += $properties`,
        {
          start: name(start),
          end: name(end),
          properties: {
            id: `r${index}`,
            ...(certainty === "stated" ? {} : { certainty }),
            ...(inferred ? { inferred } : {}),
            ...bounds,
          },
        },
      );
    }
  });
}

const order: (OverlapAnswer | null)[] = [null, "certain", "possible", "unknown", "no"];
const timeRank = (answer: OverlapAnswer | null) => Math.max(1, order.indexOf(answer));

interface ModelPath {
  nodes: string[];
  certainty: Certainty;
  inferred: boolean;
  time: number;
}

/** All simple walks; of each the best choice of claims that the dates allow. */
function modelPaths(lines: readonly Line[], search: PathSearch): ModelPath[] {
  const passes = ({ type, certainty }: Line) =>
    (search.types.length === 0 || search.types.includes(type)) &&
    !search.withoutTypes.includes(type) &&
    (search.certainties.length === 0 || search.certainties.includes(certainty));
  const isOpen = (id: string) => {
    const label = Number(id.slice(1)) % 2 === 0 ? "Even" : "Odd";
    if (id === search.from || id === search.to) return true;
    return (
      !search.without.includes(id) &&
      (search.labels.length === 0 || search.labels.includes(label)) &&
      !search.withoutLabels.includes(label)
    );
  };
  const between = (a: string, b: string) =>
    lines.filter(
      (line) =>
        passes(line) &&
        ((name(line.start) === a && name(line.end) === b) || (name(line.start) === b && name(line.end) === a)),
    );
  const found: (ModelPath & { rank: number[] })[] = [];
  const consider = (nodes: string[]) => {
    let choices: Line[][] = [[]];
    for (const [index, id] of nodes.slice(1).entries())
      choices = choices.flatMap((chosen) => between(nodes[index] ?? "", id).map((line) => chosen.concat(line)));
    const judged = choices.flatMap((chosen) => {
      const times = chosen.slice(1).flatMap((after, index) => {
        const before = chosen[index];
        const middle = nodes[index + 1];
        const isMeeting = before?.type === "A" && after.type === "A" && name(before.end) === middle;
        return isMeeting && name(after.end) === middle ? [timeRank(overlap(before.bounds, after.bounds))] : [];
      });
      const time = Math.max(1, ...times);
      if (search.dates !== undefined && time > timeRank(search.dates)) return [];
      const weakest = Math.max(
        ...chosen.map(({ certainty, inferred }) => Certainty.options.indexOf(certainty) * 2 + Number(inferred)),
      );
      return [{ rank: [chosen.length, weakest, time], weakest, time }];
    });
    const [best] = judged.sort((a, b) => compare(a.rank, b.rank));
    if (best !== undefined)
      found.push({
        nodes,
        certainty: Certainty.options[Math.floor(best.weakest / 2)] ?? "stated",
        inferred: best.weakest % 2 === 1,
        time: best.time,
        rank: best.rank,
      });
  };
  const walk = (nodes: string[]) => {
    if (nodes.at(-1) === search.to) return consider(nodes);
    if (nodes.length > search.maxLength) return;
    for (let index = 0; index < nodeCount; index++) {
      const id = name(index);
      if (nodes.includes(id) || !isOpen(id) || between(nodes.at(-1) ?? "", id).length === 0) continue;
      walk([...nodes, id]);
    }
  };
  walk([search.from]);
  found.sort((a, b) => compare(a.rank, b.rank) || (a.nodes.join() < b.nodes.join() ? -1 : 1));
  const shortest = found.filter(({ rank }) => search.which === "best" || rank[0] === found[0]?.rank[0]);
  return shortest
    .slice(0, search.limit)
    .map(({ nodes, certainty, inferred, time }) => ({ nodes, certainty, inferred, time }));
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** The lengths of the fewest steps that hold all together, by adding the shortest that joins two groups. */
function leastTree(ids: readonly string[], lengths: ReadonlyMap<string, number>): number[] {
  let groups = ids.map((id) => [id]);
  const chosen: number[] = [];
  for (const [pair, length] of [...lengths].sort((a, b) => a[1] - b[1])) {
    const [a, b] = pair.split(" ").map((id) => groups.find((group) => group.includes(id)));
    if (a === undefined || b === undefined || a === b) continue;
    groups = [...groups.filter((group) => group !== a && group !== b), [...a, ...b]];
    chosen.push(length);
  }
  return chosen;
}

describeEachEngine("paths", (engine) => {
  describe("of any graph", () => {
    it("are all those that the model finds, in the same order", { timeout: 240_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(line, { maxLength: 16 }), search, async (lines, search) => {
          await engine.empty();
          await writeLines(engine.database, lines);
          const { paths, subgraph } = await findPaths(engine.database, search);
          const told = paths.map(({ nodes, certainty, meetings }) => ({
            nodes,
            certainty,
            time: Math.max(1, ...meetings.map(({ answer }) => timeRank(answer))),
          }));
          const expected = modelPaths(lines, search);
          expect(told).toEqual(expected.map(({ nodes, certainty, time }) => ({ nodes, certainty, time })));
          const claims = new Map(subgraph.relationships.map((relationship) => [relationship.id, relationship]));
          for (const { nodes, relationships } of paths) {
            const ends = relationships.map((id) => [claims.get(id)?.start, claims.get(id)?.end]);
            expect(ends.map((pair, index) => pair.includes(nodes[index]) && pair.includes(nodes[index + 1]))).toEqual(
              nodes.slice(1).map(() => true),
            );
          }
        }),
        { numRuns: engine.name === "neo4j" ? 25 : 150 },
      );
    });

    it("connect several with no more steps than the model needs", { timeout: 240_000 }, async () => {
      const ids = ["n0", "n1", "n2", "n3"];
      await fc.assert(
        fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
          await engine.empty();
          await writeLines(engine.database, lines);
          const { paths, unreached } = await connectEntities(engine.database, { ...anyPath, ids });
          const lengths = new Map<string, number>(
            ids.flatMap((from) =>
              ids.flatMap((to) => {
                const [best] = from < to ? modelPaths(lines, { ...anyPath, from, to }) : [];
                return best === undefined ? [] : [[`${from} ${to}`, best.nodes.length - 1] as const];
              }),
            ),
          );
          expect(paths.map(({ relationships }) => relationships.length)).toEqual(leastTree(ids, lengths));
          expect(unreached).toEqual(ids.filter((id) => id !== "n0" && !lengths.has(`n0 ${id}`)));
          for (const { nodes } of paths)
            expect(lengths.get([nodes[0] ?? "", nodes.at(-1) ?? ""].sort().join(" "))).toBe(nodes.length - 1);
        }),
        { numRuns: engine.name === "neo4j" ? 10 : 60 },
      );
    });
  });

  describe("of the small graph", () => {
    beforeAll(async () => {
      await engine.empty();
      await writeGraph(engine.database);
    });
    const search = (more: object) => findPaths(engine.database, { ...anyPath, from: "zhang", to: "amd", ...more });

    it("name one relationship for each step, and the subgraph has all that lie between its two entities", async () => {
      const { paths, subgraph, more } = await search({ to: "moore" });
      expect(paths).toMatchObject([{ nodes: ["zhang", "moore"], relationships: ["zhang.founded.moore"] }]);
      expect(subgraph.relationships.map(({ id }) => id)).toEqual([
        "zhang.founded.moore",
        "zhang.worked-at.moore",
        "zhang.worked-at.moore.adviser",
      ]);
      expect(more).toBe(false);
    });

    it("are given in the order of their ids, up to the limit, and it is said when there are more", async () => {
      expect((await search({})).paths.map(({ nodes }) => nodes)).toEqual([
        ["zhang", "nvidia", "amd"],
        ["zhang", "zhou", "amd"],
      ]);
      const first = await search({ limit: 1 });
      expect(first.paths.map(({ nodes }) => nodes)).toEqual([["zhang", "nvidia", "amd"]]);
      expect(first.more).toBe(true);
    });

    it("go only along the types asked for, and nothing else is in the subgraph", async () => {
      const { paths, subgraph } = await search({ types: ["WORKED_AT"] });
      expect(paths.map(({ nodes }) => nodes)).toEqual([["zhang", "nvidia", "zhou", "amd"]]);
      expect(new Set(subgraph.relationships.map(({ type }) => type))).toEqual(new Set(["WORKED_AT"]));
    });

    it("of the same length begin with those that are better proven", async () => {
      const { paths } = await search({});
      expect(paths.map(({ certainty }) => certainty)).toEqual(["stated", "reported"]);
    });

    it("keep away from an entity, and from what is only reported", async () => {
      const ways = async (more: object) => (await search(more)).paths.map(({ nodes }) => nodes.join(" "));
      expect(await ways({ without: ["nvidia"] })).toEqual(["zhang zhou amd"]);
      expect(await ways({ certainties: ["stated"] })).toEqual(["zhang nvidia amd"]);
      expect(await ways({ withoutLabels: ["Company"] })).toEqual(["zhang zhou amd"]);
      await expect(search({ without: ["amd"] })).rejects.toThrow("amd is an end of the path");
    });

    it("of any length go on to longer ones, and end at the limit", async () => {
      const found = await search({ which: "best", maxLength: 3 });
      expect(found.paths.map(({ relationships }) => relationships.length)).toEqual([2, 2, 3, 3, 3, 3]);
      expect((await search({ which: "best", maxLength: 3, limit: 3 })).more).toBe(true);
    });

    it("can need people at one organization to have been there together", async () => {
      const together = { types: ["WORKED_AT"], together: [["WORKED_AT"]] };
      const [path] = (await search(together)).paths;
      expect(path?.meetings).toEqual([{ node: "nvidia", answer: "unknown" }]);
      expect((await search({ ...together, dates: "possible" })).paths).toEqual([]);
    });

    it("connect three, and tell what they do not reach", async () => {
      const connect = (ids: string[]) => connectEntities(engine.database, { ...anyPath, ids });
      const found = await connect(["zhang", "amd", "metax"]);
      expect(found.paths.map(({ nodes }) => nodes.join(" "))).toEqual(["amd chen metax", "zhang nvidia amd"]);
      expect(found.unreached).toEqual([]);
      const apart = await connect(["zhang", "alone", "moore"]);
      expect(apart.paths.map(({ nodes }) => nodes.join(" "))).toEqual(["zhang moore"]);
      expect(apart.unreached).toEqual(["alone"]);
      await expect(connect(["zhang", "amd"])).rejects.toThrow("Between three and six");
    });

    it("are none when they would be too long, or when nothing leads there", async () => {
      expect(await search({ maxLength: 1 })).toEqual({
        paths: [],
        subgraph: { nodes: [], relationships: [] },
        documents: [],
        maxLength: 1,
        more: false,
        searched: 1,
      });
      expect((await search({ to: "alone", maxLength: 8 })).paths).toEqual([]);
    });

    it("need two ends that differ and are there", async () => {
      await expect(search({ to: "zhang" })).rejects.toThrow("two different ends");
      await expect(search({ to: "nobody" })).rejects.toThrow("no entity with the id nobody");
    });
  });
});
