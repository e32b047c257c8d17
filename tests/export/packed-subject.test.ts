/** A view as it is sent to the worker that exports it: what comes out at the other side draws the same. */
import { beforeAll, describe, expect, it } from "vitest";
import { packSubject, unpackSubject } from "../../client/export/packed-subject.ts";
import { readSceneParts } from "../../client/export/read-parts.ts";
import { type Scope, type Subject, describeScene } from "../../client/export/scene-of.ts";
import { keepView } from "../../client/explorer/keep-view.ts";
import type { DatasetSummary } from "../../schema/api.ts";
import { createExplorerStore } from "../../client/store.ts";
import { createGraph, mergeSubgraph } from "../../client/view/graph.ts";
import { openView, question } from "../client/canvas/support/view.ts";
import { usualPage } from "../../client/story/pages.ts";
import { composeHere, ruler } from "./scenes.ts";

beforeAll(() => readSceneParts("en"));

/** Through a structured clone, as between a page and its worker. */
const sent = (subject: Subject) =>
  unpackSubject(
    packSubject(subject).map((piece) => structuredClone(piece)),
    ruler,
  );

const camera = {
  lens: {
    toScreen: ({ x, y }: { x: number; y: number }) => ({ x: 30 + 0.5 * x, y: 20 + 0.5 * y }),
    scale: 1.2,
    stage: { left: 0, right: 300, top: 0, bottom: 400 },
  },
  sides: new Map(),
};

async function subjectOf(changes: Partial<typeof question> = {}): Promise<Subject> {
  const state = { ...question, ...changes };
  return { state, graph: await openView(state), ruler, camera, documents: [] };
}

describe("a view that was sent", () => {
  it.each(["whole", "view"] satisfies Scope[])("draws the same as a %s", async (scope) => {
    const subject = await subjectOf();
    const request = { scope, palette: "light" } as const;
    const scene = describeScene(subject, request);
    expect(scene.nodes.length).toBeGreaterThan(3);
    expect(describeScene(sent(subject), request)).toEqual(scene);
  });

  it("makes the same pages of a story, in every language", async () => {
    const subject = { ...(await subjectOf()), camera: null };
    const options = { ...usualPage, palette: "dark", isTranslated: true } as const;
    const step = { title: "a", text: "b", annotations: [] };
    const pages = await composeHere(subject, { options, step, story: "c" });
    expect(pages.map(({ scene }) => scene.language)).toEqual(["en", "zh-Hant", "zh-Hans"]);
    expect(await composeHere(sent(subject), { options, step, story: "c" })).toEqual(pages);
  });

  it("is kept the same as a view of its own", async () => {
    const text = { en: "a", "zh-Hant": "a", "zh-Hans": "a" };
    const dataset = { id: "a", version: "1", title: text, description: text } as unknown as DatasetSummary;
    const subject = await subjectOf({ dataset });
    const keep = ({ state, graph }: Subject) => keepView({ store: { getState: () => state }, graph });
    expect(keep(subject)?.nodes.length).toBeGreaterThan(3);
    expect(JSON.stringify(keep(sent(subject)))).toBe(JSON.stringify(keep(subject)));
  });

  it("leaves behind what cannot be sent", async () => {
    const retry = () => undefined;
    const subject = await subjectOf({ problem: { kind: "offline", detail: "", remedy: "", retry } });
    expect(sent(subject).state.problem).toBeNull();
  });

  it("goes in pieces, so that no one of them is large", () => {
    const graph = createGraph();
    const nodes = Array.from({ length: 1201 }, (_, i) => ({ id: `n${i}`, labels: ["Entity"], properties: {} }));
    mergeSubgraph(graph, { nodes, relationships: [] });
    const state = createExplorerStore().getState();
    const pieces = packSubject({ state, graph, camera: null, documents: [] });
    expect(pieces.map((piece) => ("nodes" in piece ? piece.nodes.length : 0))).toEqual([0, 500, 500, 201]);
    expect(unpackSubject(pieces, ruler).graph.nodes()).toEqual(graph.nodes());
  });
});
