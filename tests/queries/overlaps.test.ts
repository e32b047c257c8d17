/** Overlaps of careers, against a computation that looks at every day of every world. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OverlapAnswer } from "../../schema/careers.ts";
import type { GraphDatabase } from "../../server/database/database.ts";
import { findOverlaps, listCareers } from "../../server/queries/index.ts";
import { describeEachEngine } from "../support/engines.ts";

const types = { career: ["WORKED_AT"], education: ["STUDIED_AT"] };
const everything = { types, answers: [], limit: 100 };

interface Stint {
  person: number;
  organization: number;
  type: "WORKED_AT" | "STUDIED_AT";
  /** Earliest and latest day of the start and of the end, of March 2001; null: not known. */
  start: [number, number] | null;
  end: [number, number] | null;
}

const day = fc.integer({ min: 5, max: 10 });
const end = fc.option(
  fc.tuple(day, day).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  { nil: null },
);
const stint: fc.Arbitrary<Stint> = fc
  .record({
    person: fc.nat(3),
    organization: fc.nat(1),
    type: fc.constantFrom("WORKED_AT" as const, "WORKED_AT" as const, "STUDIED_AT" as const),
    start: end,
    end,
  })
  .filter(({ start, end }) => start === null || end === null || start[0] <= end[1]);

async function write(database: GraphDatabase, stints: readonly Stint[]): Promise<void> {
  await database.write(async (transaction) => {
    const ids = ["p0", "p1", "p2", "p3", "o0", "o1"].map((id) => ({ id }));
    await transaction.run("UNWIND $ids AS row CREATE (n:Entity {id: row.id, nameEn: row.id})", { ids });
    for (const [index, { person, organization, type, start, end }] of stints.entries()) {
      const bounds = {
        ...(start && { startEarliest: 20010300 + start[0], startLatest: 20010300 + start[1] }),
        ...(end && { endEarliest: 20010300 + end[0], endLatest: 20010300 + end[1] }),
      };
      await transaction.run(
        `MATCH (a:Entity {id: $a}) MATCH (b:Entity {id: $b}) CREATE (a)-[r:${type}]->(b) SET r += $properties`,
        {
          a: `p${person}`,
          b: `o${organization}`,
          properties: { id: `s${index}`, citations: ["notes#1-2"], ...bounds },
        },
      );
    }
  });
}

/** Fifteen days, of which known bounds take the middle six. */
const all = Array.from({ length: 15 }, (_, index) => index + 1);

/** Every way in which a stint can have been, for every way to fill in what is not known. */
function fillings({ start, end }: Stint): [number, number][][] {
  const choices = (known: [number, number] | null) =>
    known === null ? all.flatMap((a) => [a, a + 4, 15].map((b): [number, number] => [a, Math.min(b, 15)])) : [known];
  return choices(start)
    .flatMap((starts) =>
      choices(end).map((ends) =>
        all
          .filter((day) => starts[0] <= day && day <= starts[1])
          .flatMap((from) =>
            all
              .filter((day) => ends[0] <= day && day <= ends[1] && from <= day)
              .map((to): [number, number] => [from, to]),
          ),
      ),
    )
    .filter((worlds) => worlds.length > 0);
}

function modelAnswer(a: Stint, b: Stint): OverlapAnswer {
  const answers = new Set<string>();
  for (const ones of fillings(a))
    for (const others of fillings(b)) {
      const meets = ones.flatMap((one) => others.map((other) => one[0] <= other[1] && other[0] <= one[1]));
      answers.add(meets.every(Boolean) ? "certain" : meets.some(Boolean) ? "open" : "no");
    }
  if (answers.size === 1) return answers.has("certain") ? "certain" : answers.has("no") ? "no" : "possible";
  return answers.has("certain") || answers.has("no") ? "unknown" : "possible";
}

const remembered = new Map<string, OverlapAnswer>();
function answerOf(a: Stint, b: Stint): OverlapAnswer {
  const key = JSON.stringify([a.start, a.end, b.start, b.end]);
  const answer = remembered.get(key) ?? modelAnswer(a, b);
  remembered.set(key, answer);
  return answer;
}

/** Every two people at one place in one role, with the strongest answer of their stints. */
function model(stints: readonly Stint[]): Record<string, OverlapAnswer> {
  const found: Record<string, OverlapAnswer> = {};
  const order = ["no", "unknown", "possible", "certain"];
  for (const a of stints)
    for (const b of stints) {
      if (a.person >= b.person || a.organization !== b.organization || a.type !== b.type) continue;
      const role = a.type === "STUDIED_AT" ? ".education" : "";
      const id = `p${a.person}.overlapped.p${b.person}.o${a.organization}${role}`;
      const answer = answerOf(a, b);
      if (order.indexOf(answer) >= order.indexOf(found[id] ?? "no")) found[id] = answer;
    }
  return found;
}

describeEachEngine("overlaps", (engine) => {
  describe("of any careers", () => {
    it("are those that the model finds, of one person and among several", { timeout: 240_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(stint, { maxLength: 8 }), async (stints) => {
          await engine.empty();
          await write(engine.database, stints);
          const among = await findOverlaps(engine.database, { ids: ["p0", "p1", "p2", "p3"], ...everything });
          const expected = model(stints);
          expect(Object.fromEntries(among.overlaps.map(({ id, answer }) => [id, answer]))).toEqual(expected);
          const one = await findOverlaps(engine.database, { ids: ["p1"], ...everything });
          const own = Object.entries(expected).filter(([id]) => id.includes("p1"));
          expect(Object.fromEntries(one.overlaps.map(({ id, answer }) => [id, answer]))).toEqual(
            Object.fromEntries(own),
          );
          expect(Object.values(one.counts).reduce((sum, count) => sum + count, 0)).toBe(own.length);
        }),
        { numRuns: engine.name === "neo4j" ? 15 : 60 },
      );
    });
  });

  describe("of a few people", () => {
    const careers: Stint[] = [
      { person: 0, organization: 0, type: "WORKED_AT", start: [5, 5], end: [9, 9] },
      { person: 0, organization: 0, type: "WORKED_AT", start: null, end: null },
      { person: 1, organization: 0, type: "WORKED_AT", start: [7, 7], end: [8, 8] },
      { person: 2, organization: 0, type: "WORKED_AT", start: null, end: null },
      { person: 3, organization: 0, type: "STUDIED_AT", start: [5, 5], end: [9, 9] },
    ];
    const ask = async (more: object) => {
      await engine.empty();
      await write(engine.database, careers);
      return findOverlaps(engine.database, { ids: ["p0"], ...everything, ...more });
    };

    it("tell the time and the length, the pairs of stints, and the sources of both", async () => {
      const { overlaps, subgraph, complete } = await ask({ answers: ["certain"] });
      expect(overlaps).toMatchObject([
        {
          people: ["p0", "p1"],
          organization: "o0",
          role: "career",
          compared: 2,
          meetings: [
            {
              answer: "certain",
              stints: ["s0", "s2"],
              shared: { startEarliest: 20010307, startLatest: 20010307, endEarliest: 20010308, endLatest: 20010308 },
              days: { least: 2, most: 2 },
            },
            { answer: "unknown", stints: ["s1", "s2"] },
          ],
        },
      ]);
      expect(subgraph.relationships.map(({ id, properties }) => [id, properties["citations"]])).toEqual([
        ["s0", ["notes#1-2"]],
        ["s1", ["notes#1-2"]],
        ["s2", ["notes#1-2"]],
      ]);
      expect(complete).toBe(true);
    });

    it("keep to people in one role: a student is no colleague", async () => {
      const { overlaps } = await ask({});
      expect(overlaps.flatMap(({ people }) => people)).not.toContain("p3");
    });

    it("come page by page, and the counts are of all", async () => {
      const first = await ask({ limit: 1 });
      expect(first.overlaps.map(({ id }) => id)).toEqual(["p0.overlapped.p1.o0"]);
      expect(first.counts).toEqual({ certain: 1, possible: 0, unknown: 1, no: 0 });
      const second = await ask({ limit: 1, cursor: first.nextCursor ?? "" });
      expect(second.overlaps.map(({ id }) => id)).toEqual(["p0.overlapped.p2.o0"]);
      expect(second.nextCursor).toBeNull();
      await expect(ask({ cursor: "nonsense" })).rejects.toThrow("cursor is not one of this list");
    });

    it("need people who are there", async () => {
      await expect(ask({ ids: ["nobody"] })).rejects.toThrow("no entity with the id nobody");
      await expect(ask({ ids: [] })).rejects.toThrow("ids is empty");
    });

    it("of somebody without a career are none", async () => {
      const { overlaps, counts } = await ask({ ids: ["o1"] });
      expect(overlaps).toEqual([]);
      expect(counts).toEqual({ certain: 0, possible: 0, unknown: 0, no: 0 });
    });

    it("careers are listed with their places, dated ones first", async () => {
      await ask({});
      const { people, organizations, stints } = await listCareers(engine.database, {
        ids: ["p0", "p3"],
        types: ["WORKED_AT", "STUDIED_AT"],
      });
      expect(people.map(({ id }) => id)).toEqual(["p0", "p3"]);
      expect(organizations.map(({ id }) => id)).toEqual(["o0"]);
      expect(stints.map(({ id }) => id)).toEqual(["s0", "s4", "s1"]);
    });
  });
});
