/** Scenes to write in tests: the alumni answer as it lies on screen, and a small one whose every name is hostile. */
import { createGraph, mergeSubgraph } from "../../client/view/graph.ts";
import { describeScene } from "../../client/export/scene-of.ts";
import { type ComposePages, composePages } from "../../client/story/compose-pages.ts";
import { type ExplorerState, initialState } from "../../client/store.ts";
import { composeSheet } from "../../scene/sheet.ts";
import { type SheetOptions, usualSheet } from "../../scene/sheet/forms.ts";
import type { Scene } from "../../scene/scene.ts";
import type { Ruler } from "../../scene/text.ts";
import type { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import { vocabulary } from "../client/canvas/support/alumni.ts";
import { openView, question } from "../client/canvas/support/view.ts";

/** Latin letters half as wide as Han characters. */
export const ruler: Ruler = (text, { size }) =>
  (text.length * 0.55 + (text.match(/[\u2e80-\uffef]/gu)?.length ?? 0) * 0.45) * size;

/** A story's pages without a worker. */
export const composeHere: ComposePages = (subject, order) => composePages({ ...subject, ruler }, order);

export const sheetOf = (scene: Scene, options: Partial<SheetOptions> = {}) =>
  composeSheet(scene, { ...usualSheet, ...options }, ruler);

export async function alumniScene(changes: Partial<ExplorerState> = {}): Promise<Scene> {
  const state = { ...question, ...changes };
  const graph = await openView(state);
  return describeScene(
    { state, graph, ruler, camera: null, documents: [] },
    { scope: changes.selected ? "selection" : "whole", palette: "light" },
  );
}

/** What has broken programs before, each in a name of its own. */
export const hostileNames = [
  "<script>alert(1)</script>",
  "]]><!-- --!>",
  "& &amp; &#0; \"quoted\" 'too'",
  "👩‍👩‍👧‍👦 🇹🇼 𠮷野家",
  "שלום عليكم \u202Eabc",
  "x".repeat(300),
  '=HYPERLINK("http://example.org","x")',
  "+1-2;@SUM(A1)",
  "`}) DETACH DELETE n //\\u0060",
  "_x0041_ a\tb\nc\rd",
  "張建中，创办人",
] as const;

export const hostileIds = hostileNames.map((_, i) => `hostile-${i}`);

/** A ring of hostile names, with parallel lines, none of them cited. */
export function hostileScene(): Scene {
  const graph = createGraph();
  const nodes = hostileNames.map((name, i): GraphNode => ({
    id: hostileIds[i] ?? "",
    labels: ["Entity", i === 0 ? "Person" : "Company"],
    properties: { nameEn: name, aliases: [name, "second"], founded: i, listed: i % 2 === 0 },
  }));
  const relationships = hostileNames.flatMap((name, i): GraphRelationship[] => {
    const [start, end] = [hostileIds[i] ?? "", hostileIds[(i + 1) % hostileIds.length] ?? ""];
    const one = { start, end, properties: { titleEn: name, start: "2006", end: "2020-09", certainty: "reported" } };
    return [
      { id: `works-${i}`, type: "WORKED_AT", ...one },
      { id: `founded-${i}`, type: "FOUNDED", ...one, properties: { role: name, rivals: [`works-${i}`] } },
    ];
  });
  mergeSubgraph(graph, { nodes, relationships });
  for (const [i, id] of hostileIds.entries()) {
    const angle = (2 * Math.PI * i) / hostileIds.length;
    graph.mergeNodeAttributes(id, { x: 400 + 300 * Math.cos(angle), y: 300 + 250 * Math.sin(angle), placed: true });
  }
  const state: ExplorerState = { ...initialState, vocabulary, layout: "organic", stage: { width: 800, height: 600 } };
  return describeScene({ state, graph, ruler, camera: null, documents: [] }, { scope: "whole", palette: "light" });
}
