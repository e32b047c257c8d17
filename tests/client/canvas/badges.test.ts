import { describe, expect, it } from "vitest";
import { type Badges, type Sign, cornerOf, createBadges, placeSigns } from "../../../client/canvas/badges.ts";
import { sayMore } from "../../../client/canvas/line-words.ts";
import { layWords } from "../../../client/canvas/words.ts";
import type { ExplorerState } from "../../../client/store.ts";
import { type ExplorerGraph, mergeSubgraph } from "../../../client/view/graph.ts";
import { overlaps } from "../../../scene/geometry.ts";
import { alumni } from "./support/alumni.ts";
import { drawnOf, measure, openView, question } from "./support/view.ts";

/** The alumni answer, every founding of which is disputed. */
const { nodes, relationships } = alumni.subgraph;
const foundings = relationships.filter(({ type }) => type === "FOUNDED");
const state: ExplorerState = {
  ...question,
  disagreements: { ...alumni, subgraph: { nodes, relationships: foundings }, observations: [] },
};

const isOfLine = ({ target }: Sign) => target.kind === "relationship";

/** A canvas of which only the calls are wanted. */
const canvas = () => new Proxy({} as CanvasRenderingContext2D, { get: () => () => {}, set: () => true });

function drawn(graph: ExplorerGraph, badges: Badges = createBadges(), own: Partial<ExplorerState> = {}) {
  const view = drawnOf({ ...state, ...own }, graph);
  const words = layWords(view, measure, new Map(), sayMore, badges.kept(view));
  badges.draw(
    canvas(),
    view,
    [...words.names.map(({ word }) => word), ...words.lines].map(({ box }) => box),
  );
  return { view, badges, words };
}

describe("a mark of dispute", () => {
  it("is of the node or the line that it stands at, wherever it is met", async () => {
    const graph = await openView();
    const { badges, view } = drawn(graph);
    const signs = placeSigns(
      view,
      layWords(view, measure, new Map(), sayMore).names.map(({ box }) => box),
      new Map(),
    );
    expect(signs.filter(isOfLine).map(({ target }) => target.id)).toEqual(foundings.map(({ id }) => id));
    expect(signs.length).toBeGreaterThan(foundings.length);
    for (const { target, at } of signs) expect(badges.hit({ x: at.x + 4, y: at.y - 3 }, 2)).toEqual(target);
  });

  it("is missed by whoever points beside it, a finger less easily", async () => {
    const graph = await openView();
    const { badges, view } = drawn(graph);
    const [sign] = placeSigns(view, [], new Map());
    if (sign === undefined) throw new Error("There is no mark.");
    const beside = { x: sign.at.x - 6 - 6 * view.scale, y: sign.at.y };
    expect(badges.hit(beside, 2)).toBeNull();
    expect(badges.hit(beside, 14)).toEqual(sign.target);
  });

  it("stays where it is pointed at, whatever its line then says", async () => {
    const graph = await openView();
    const badges = createBadges();
    const { view } = drawn(graph, badges);
    const names = layWords(view, measure, new Map(), sayMore).names.map(({ box }) => box);
    for (const { target, at } of placeSigns(view, names, new Map())) {
      const { words, badges: now } = drawn(graph, badges, { hovered: target });
      expect(now.hit(at, 0)).toEqual(target);
      const ring = { left: at.x - 4, right: at.x + 4, top: at.y - 4, bottom: at.y + 4 };
      expect(words.lines.filter(({ box }) => overlaps(box, ring))).toEqual([]);
    }
  });

  it("can be met while something else is pointed at, faint as that", async () => {
    const graph = await openView();
    const [first, ...others] = foundings;
    if (first === undefined) throw new Error("There is no founding.");
    const signs = placeSigns(
      drawnOf({ ...state, hovered: { kind: "relationship", id: first.id } }, graph),
      [],
      new Map(),
    );
    const lines = signs.filter(isOfLine).toSorted((a, b) => Number(a.isDimmed) - Number(b.isDimmed));
    expect(lines.map(({ isDimmed }) => isDimmed)).toEqual([false, ...others.map(() => true)]);
    expect(lines[0]?.target.id).toBe(first.id);
  });

  it("is not on what a selection leaves in the background", async () => {
    const graph = await openView();
    const [first] = foundings;
    if (first === undefined) throw new Error("There is no founding.");
    const signs = placeSigns(
      drawnOf({ ...state, selected: { kind: "relationship", id: first.id } }, graph),
      [],
      new Map(),
    );
    expect(signs.map(({ target }) => target.id).toSorted()).toEqual([first.id, first.start, first.end].toSorted());
  });

  it("is of the disputed one where its line stands for several relationships", async () => {
    const graph = await openView();
    const [founding] = foundings;
    if (founding === undefined) throw new Error("There is no founding.");
    const twins = Array.from({ length: 8 }, (_, i) => ({ ...founding, id: `twin ${i}` }));
    mergeSubgraph(graph, { nodes: [], relationships: twins });
    const disagreements = { ...alumni, subgraph: { nodes, relationships: twins.slice(5, 6) }, observations: [] };
    const signs = placeSigns(drawnOf({ ...state, disagreements }, graph), [], new Map());
    expect(signs.filter(isOfLine).map(({ target }) => target.id)).toEqual(["twin 5"]);
  });

  it("is not there to be met once nothing is disputed", async () => {
    const graph = await openView();
    const { badges, view } = drawn(graph);
    const [sign] = placeSigns(view, [], new Map());
    drawn(graph, badges, { disagreements: null });
    expect(sign && badges.hit(sign.at, 2)).toBeNull();
  });
});

const corner = { x: 100, y: 100 };
const above = { left: 60, right: 140, top: 70, bottom: 96 };
const onTheLeft = { left: 20, right: 96, top: 88, bottom: 112 };

describe("the sign of what the sources disagree on, beside a name's mark", () => {
  it("stands above on the left", () => {
    expect(cornerOf(corner, 10, [])).toEqual({ x: 90, y: 90 });
  });

  it("stands below where the name stands above", () => {
    expect(cornerOf(corner, 10, [above])).toEqual({ x: 90, y: 110 });
  });

  it("stands on the right where the name stands on the left", () => {
    expect(cornerOf(corner, 10, [onTheLeft])).toEqual({ x: 110, y: 90 });
  });

  it("stands above on the left where words are all around", () => {
    expect(cornerOf(corner, 10, [above, onTheLeft, { left: 60, right: 140, top: 60, bottom: 140 }])).toEqual({
      x: 90,
      y: 90,
    });
  });
});
