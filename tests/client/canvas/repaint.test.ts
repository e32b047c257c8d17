import { describe, expect, it } from "vitest";
import { createDrawnLooks } from "../../../client/canvas/drawn-looks.ts";
import { createLooks } from "../../../client/canvas/looks.ts";
import type { Reducers } from "../../../client/canvas/reducers.ts";
import type { Renderer } from "../../../client/canvas/projection.ts";
import { repaint } from "../../../client/canvas/repaint.ts";
import { sharedLooks } from "../../../client/canvas/shared-looks.ts";
import { type ExplorerState, createExplorerStore, noFilters } from "../../../client/store.ts";
import { openView, question } from "./support/view.ts";

interface Asked {
  partialGraph: { nodes: string[]; edges: string[] };
  skipIndexation: boolean;
}

/** The support's view drawn once as thousands of lines are; `change` draws it anew and gives back what Sigma was asked for. */
async function drawn() {
  const state = { ...question, answer: null, layout: "organic" } as const;
  const graph = await openView(state);
  const store = createExplorerStore();
  store.setState(state);
  const looks = createLooks({ store, graph, measure: (text) => 7 * text.length, segments: () => 1 });
  const worked = { nodes: 0, edges: 0 };
  const straight = sharedLooks();
  // As reducers.ts words them, which needs a browser.
  const base: Reducers = {
    node(id) {
      worked.nodes++;
      const { radius, hidden, color, shape, ring, zIndex } = looks.base().appearance.node(id);
      return { size: radius, hidden, color, shape, ring, zIndex };
    },
    edge(id) {
      worked.edges++;
      const { width, hidden, color, pattern, zIndex } = looks.base().appearance.edge(id);
      return straight({ size: width, hidden, color, pattern, zIndex, type: "ribbon" });
    },
  };
  const table = createDrawnLooks(base);
  const asks: Asked[] = [];
  const ask = ({ nodes, edges }: Asked["partialGraph"]) => {
    for (const id of nodes) table.reducers.node(id);
    for (const id of edges) table.reducers.edge(id);
  };
  // Sigma needs a graphics processor; of it only what it asks for matters here.
  const sigma = { refresh: (asked: Asked) => (asks.push(asked), ask(asked.partialGraph)) } as unknown as Renderer;
  ask({ nodes: graph.nodes(), edges: graph.edges() });
  const change = (part: Partial<ExplorerState>) => {
    store.setState(part);
    looks.survey();
    Object.assign(worked, { nodes: 0, edges: 0 });
    const isDone = repaint(sigma, graph, base, table);
    return { isDone, asked: asks.at(-1), worked: { ...worked } };
  };
  const typed = (type: string) => graph.filterEdges((_id, { relationship }) => relationship.type === type);
  return { graph, change, typed };
}

const dimming = (type: string) => ({ filters: { ...noFilters, types: { [type]: "dim" } } }) as const;

describe("a view of thousands that looks otherwise", () => {
  it("is drawn anew only where it does: of a dimmed type its lines, and no node", async () => {
    const { change, typed } = await drawn();
    const { isDone, asked } = change(dimming("FOUNDED"));
    expect(isDone).toBe(true);
    expect(asked?.partialGraph.nodes).toEqual([]);
    expect(asked?.partialGraph.edges.toSorted()).toEqual(typed("FOUNDED").toSorted());
  });

  it("is put in order again where something now lies under others, else left in its order", async () => {
    const { change } = await drawn();
    expect(change(dimming("FOUNDED")).asked?.skipIndexation).toBe(false);
    expect(change({ filters: { ...noFilters, types: { FOUNDED: "hide" } } }).asked?.skipIndexation).toBe(false);
    expect(change({ filters: { ...noFilters, types: { FOUNDED: "hide", WORKED_AT: "hide" } } }).asked).toMatchObject({
      skipIndexation: true,
    });
  });

  it("has each look worked out once, and asks for none that stayed", async () => {
    const { graph, change } = await drawn();
    expect(change(dimming("WORKED_AT")).worked).toEqual({ nodes: graph.order, edges: graph.size });
    expect(change({}).asked?.partialGraph).toEqual({ nodes: [], edges: [] });
  });

  it("is left to be drawn as a whole where something is new", async () => {
    const { graph, change } = await drawn();
    const node = { id: "newcomer", labels: ["Entity", "Person"], properties: {} };
    graph.addNode(node.id, { node, x: 0, y: 0, placed: true, pinned: false });
    expect(change({}).isDone).toBe(false);
  });
});
