/** The parts of a graph that are drawn in place of all of it. */
import { describe, expect, it } from "vitest";
import { findBackbone, mostNames } from "../../server/questions/backbone.ts";
import { findCore, mostDrawn } from "../../server/questions/core.ts";

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const tie = (start: string, end: string, more: { type?: string; key?: number } = {}) => {
  const { type = "TIED_TO", key = 1 } = more;
  return { id: `${start}.${type}.${end}.${key}`, type, start, end };
};
type Tie = ReturnType<typeof tie>;
const graph = (relationships: readonly Tie[], alone: readonly string[] = []) => {
  const ids = new Set([...relationships.flatMap(({ start, end }) => [start, end]), ...alone]);
  return { names: [...ids].sort(), lines: relationships.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
};
const ring = (size: number) => numbers(size).map((n) => tie(`r-${n}`, `r-${(n + 1) % size}`));
const star = (leaves: number, hub = "hub") => numbers(leaves).map((n) => tie(hub, `${hub}-${n}`));

describe("what can be drawn at once", () => {
  const linesOf = (whole: ReturnType<typeof graph>) => findCore(whole).drawn.flatMap(({ from, to }) => from.concat(to));

  it("is all of a small graph", () => {
    expect(findCore(graph(ring(mostDrawn.entities)))).toMatchObject({ drawn: [], figures: { leftOut: 0 } });
  });

  it("is of a ring one piece", () => {
    const whole = graph(ring(mostDrawn.entities + 100));
    expect(findCore(whole).drawn).toHaveLength(mostDrawn.entities);
    expect(linesOf(whole)).toHaveLength(mostDrawn.entities - 1);
    expect(findCore(whole).figures).toEqual({
      namesInAll: mostDrawn.entities + 100,
      namesLeftOut: 100,
      bestLeftOut: 0,
      relationshipsInAll: mostDrawn.entities + 100,
      leftOut: 201,
      parallels: 0,
    });
  });

  it("is of a hub as many of its neighbors as there is room for", () => {
    const whole = graph(star(mostDrawn.entities + 1000));
    expect(findCore(whole).drawn[0]).toEqual({ id: "hub", from: [], to: [] });
    expect(linesOf(whole)).toHaveLength(mostDrawn.entities - 1);
  });

  it("goes on with another piece where one is drawn as a whole, and ends with names that stand alone", () => {
    const whole = graph(
      [...star(4000, "great"), ...star(1500, "small")],
      numbers(1000).map((n) => `alone-${n}`),
    );
    expect(linesOf(whole)).toHaveLength(5500);
    expect(
      findCore(whole)
        .drawn.slice(5502)
        .map(({ id }) => id.slice(0, 6)),
    ).toEqual(numbers(498).map(() => "alone-"));
  });

  it("counts neighbors, not relationships", () => {
    const parallel = numbers(9000).map((key) => tie("one", "other", { key }));
    const whole = graph([...parallel, ...ring(7000), ...star(3)]);
    expect(findCore(whole).drawn.slice(0, 2)).toMatchObject([{ id: "hub" }, { id: "hub-0" }]);
  });

  it("spends no room on what leads from one name to another again, but for another type and the way back", () => {
    const parallel = numbers(mostDrawn.relationships).map((key) => tie("one", "other", { key }));
    const whole = graph([...parallel, tie("other", "one"), tie("one", "other", { type: "OWES" })]);
    expect(linesOf(whole).sort()).toEqual(["one.OWES.other.1", "one.TIED_TO.other.0", "other.TIED_TO.one.1"]);
    expect(findCore(whole).figures).toMatchObject({ namesLeftOut: 0, parallels: mostDrawn.relationships - 1 });
  });

  it("holds no more relationships than there is room for", () => {
    const whole = graph(numbers(300).flatMap((a) => numbers(a).map((b) => tie(`n-${a}`, `n-${b}`))));
    expect(findCore(whole).drawn).toHaveLength(219);
    expect(linesOf(whole)).toHaveLength((219 * 218) / 2);
  });

  it("passes over a name with more relationships than there is room for, and goes on with others", () => {
    const among = numbers(230).flatMap((a) => numbers(a).map((b) => tie(`n-${a}`, `n-${b}`)));
    const whole = graph([...among, ...numbers(5000).map((n) => tie("n-0", `one-${n}`))]);
    expect(findCore(whole).drawn).toHaveLength(219 + 129);
    expect(linesOf(whole)).toHaveLength(mostDrawn.relationships);
  });
});

describe("the best connected and what joins them", () => {
  const shape = (whole: ReturnType<typeof graph>) => {
    const { drawn, figures } = findBackbone(whole);
    const lines = new Map(whole.lines.map((line) => [line.id, line]));
    const touching = new Map<string, number>();
    for (const id of drawn.flatMap(({ from, to }) => [...from, ...to]))
      for (const end of [lines.get(id)?.start ?? "", lines.get(id)?.end ?? ""])
        touching.set(end, (touching.get(end) ?? 0) + 1);
    return { ids: drawn.map(({ id }) => id), touching, lines: figures.relationshipsInAll, figures };
  };
  const clique = (size: number, name: string) =>
    numbers(size).flatMap((a) => numbers(a).map((b) => tie(`${name}-${a}`, `${name}-${b}`)));

  it("begin with the best connected", () => {
    expect(shape(graph([...star(9, "great"), ...star(5, "small")])).ids[0]).toBe("great");
  });

  it("are no star where there is more than a star", () => {
    const hubs = numbers(8).flatMap((n) => star(100, `hub-${n}`));
    const { ids, touching } = shape(graph([...hubs, ...numbers(7).map((n) => tie(`hub-${n}`, `hub-${n + 1}`))]));
    expect(ids).toHaveLength(41);
    expect(ids).toEqual(expect.arrayContaining(numbers(8).map((n) => `hub-${n}`)));
    expect(Math.max(...touching.values())).toBeLessThanOrEqual(7);
  });

  it("lead out of a tangle rather than into it", () => {
    const tail = numbers(60).map((n) => tie(n === 0 ? "k-0" : `t-${n - 1}`, `t-${n}`));
    const { ids, figures } = shape(graph([...clique(60, "k"), ...tail]));
    expect(ids).toHaveLength(mostNames);
    expect(figures.namesInAll).toBe(120);
    expect(ids.filter((id) => id.startsWith("k"))).toHaveLength(4);
    expect(figures.bestLeftOut).toBe(16);
  });

  it("tell how many of the twenty best connected they pass over only where there are twenty", () => {
    expect(shape(graph(clique(15, "k"))).figures.bestLeftOut).toBe(0);
    expect(shape(graph(clique(40, "k"))).figures.bestLeftOut).toBeGreaterThan(5);
  });

  it("are a readable part of a tangle where there is nothing else", () => {
    const { drawn } = findBackbone(graph(clique(60, "k")));
    expect(drawn.length).toBeGreaterThan(4);
    expect(drawn.flatMap(({ from, to }) => [...from, ...to]).length).toBeLessThanOrEqual(3 * drawn.length);
  });

  it("are of many small pieces as many as there is room for, and none that stands alone", () => {
    const pairs = numbers(40).map((n) => tie(`a-${n}`, `b-${n}`));
    const { ids } = shape(graph(pairs, ["alone"]));
    expect(ids).toHaveLength(mostNames);
    expect(ids).not.toContain("alone");
  });

  it("are nobody where nothing is connected", () => {
    expect(findBackbone(graph([], ["one", "other"])).drawn).toEqual([]);
  });

  it("do not depend on the order in which the graph is written", () => {
    const lines = [...clique(9, "k"), ...star(30, "k-3"), ...star(30, "k-5")];
    const there = findBackbone(graph(lines));
    expect(findBackbone(graph(lines.toReversed()))).toEqual(there);
  });
});
