import { describe, expect, it } from "vitest";
import { sayMore } from "../../../client/canvas/line-words.ts";
import { type Drawn, type Word, layWords, screenLine } from "../../../client/canvas/words.ts";
import { type ExplorerGraph, mergeSubgraph } from "../../../client/view/graph.ts";
import { isAtOwn, pathOf } from "../../../scene/line-places.ts";
import { curveOf } from "../../../scene/lines.ts";
import { drawnOf, measure, openView, question, select } from "./support/view.ts";

const pathIn = (drawn: Drawn, id: string) => pathOf(curveOf(screenLine(drawn, id)));

/** What is said of the lines of a name that is selected, and which of it is nearer to another of them. */
function said(graph: ExplorerGraph, id: string): { lines: Word[]; astray: string[] } {
  const drawn = drawnOf({ ...question, ...select(id) }, graph);
  const { lines } = layWords(drawn, measure, new Map(), sayMore);
  const own = graph.edges(id).filter((line) => drawn.appearance.relationships.has(line));
  const astray = lines.filter(({ id: line, box }) => {
    const others = own.filter((other) => other !== line).map((other) => pathIn(drawn, other));
    return !isAtOwn(box, pathIn(drawn, line), others);
  });
  return { lines, astray: astray.map(({ text }) => `${id}: ${text}`) };
}

describe("what lines say", () => {
  it("stands at its own line and at no other of the selected name", async () => {
    const graph = await openView();
    const all = graph.nodes().map((id) => said(graph, id));
    expect(all.flatMap(({ lines }) => lines).length).toBeGreaterThan(60);
    expect(all.flatMap(({ astray }) => astray)).toEqual([]);
  });

  it("stands at its own one of two lines that run side by side", async () => {
    const graph = await openView();
    const founding = graph.filterEdges((_id, { relationship }) => relationship.type === "FOUNDED");
    const relationships = founding.map((id) => {
      const { relationship } = graph.getEdgeAttributes(id);
      return { ...relationship, id: `twin of ${id}`, type: "WORKED_AT" };
    });
    mergeSubgraph(graph, { nodes: [], relationships });
    const all = founding.map((id) => ({ id, what: said(graph, graph.source(id)) }));
    const both = all.filter(({ id, what }) =>
      [id, `twin of ${id}`].every((each) => what.lines.some((line) => line.id === each)),
    );
    expect(both.length).toBeGreaterThan(2);
    expect(all.flatMap(({ what }) => what.astray)).toEqual([]);
  });

  it("is not there before it has been read, while names are", async () => {
    const graph = await openView();
    const drawn = drawnOf({ ...question, ...select(graph.nodes()[0] ?? "") }, graph);
    const words = layWords(drawn, measure, new Map(), null);
    expect(words.lines).toEqual([]);
    expect(words.names.length).toBeGreaterThan(0);
  });
});
