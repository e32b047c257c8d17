/** What is said, and what is not, of a data set that has neither sources nor dates, and whose relationships hold both ways. */
import { beforeEach, describe, expect, it } from "vitest";
import { examplesOf } from "../../client/cypher/examples.ts";
import type { Explorer } from "../../client/explorer.ts";
import { cautionOf } from "../../client/export/composition.ts";
import { describeScene } from "../../client/export/scene-of.ts";
import { groupCommonGround } from "../../client/facts/common-ground.ts";
import { isLayoutOffered } from "../../client/panels/arrangement/reasons.ts";
import { dockEntries, isOffered } from "../../client/panels/dock/tabs.ts";
import { layouts } from "../../client/store.ts";
import { relationshipRows } from "../../client/table/rows.ts";
import { factsShown } from "../../client/story/digest.ts";
import { layoutHint } from "../../client/words/layout-hint.ts";
import { expansionRows } from "../../client/view/expansion.ts";
import { DatasetSummary, Vocabulary } from "../../schema/api.ts";
import { ruler } from "../export/scenes.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { makeExplorer, serveFlorence, serveFolder } from "./support.ts";

const name = (n: number) =>
  `  n-${n}:\n    en: N ${n}\n    NEAR:\n      - { to: n-${(n + 1) % 6}, weight: ${n} }\n      - { to: n-${(n + 2) % 6} }\n`;
/** Six names in a ring, each also tied to the next but one. */
const plain = serveFolder(
  folderOf({
    "dataset.yaml": "id: ring\ntitle: A ring\n",
    "vocabulary.yaml":
      "labels: { Character: Character }\nrelationships: { NEAR: { caption: is near, directed: false, properties: { weight: number } } }\n",
    "names.yaml": `Character:\n${[0, 1, 2, 3, 4, 5].map(name).join("")}`,
  }),
);
const florence = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();

beforeEach(async () => {
  explorer = makeExplorer(plain.api);
  await explorer.start();
});

const sceneOf = ({ store, graph }: Explorer) =>
  describeScene(
    { state: store.getState(), graph, ruler, camera: null, documents: [] },
    { scope: "whole", palette: "light" },
  );

describe("an exported drawing", () => {
  it("marks no line for what no line has, and tells it once", () => {
    const scene = sceneOf(explorer);
    expect(scene.lines).toHaveLength(12);
    expect(scene.lines.flatMap(({ marks }) => marks)).toEqual([]);
    expect(cautionOf([scene])).toEqual({ concerns: [], refused: 0, untold: ["uncited", "undated"] });
  });

  it("says of a line its properties, and neither that it has no date nor that it is stated", () => {
    const scene = sceneOf(explorer);
    const details = scene.lines.map(({ evidence }) => evidence.details);
    expect(details.filter((each) => each !== "").sort()).toEqual([0, 1, 2, 3, 4, 5].map((n) => `Weight: ${n}`));
    expect(scene.text.key.map(({ caption }) => caption)).toEqual(["What it is"]);
    expect(scene.text.caption.join(" ")).not.toContain("sources");
  });

  it("marks lines without a source or a date where others have one", async () => {
    const other = makeExplorer(florence.api);
    await other.start();
    const scene = sceneOf(other);
    expect(cautionOf([scene]).untold).toEqual([]);
    expect(scene.text.key.map(({ caption }) => caption)).toContain("How sure the source is");
    expect(scene.lines.every(({ evidence }) => evidence.details !== "")).toBe(true);
  });
});

describe("ties that have a weight", () => {
  it("are listed from the strongest on in the table of facts", () => {
    const weights = relationshipRows(state(), explorer.graph).map(({ properties }) => properties["weight"] ?? null);
    expect(weights).toEqual([5, 4, 3, 2, 1, 0, null, null, null, null, null, null]);
  });

  it("are answered from the strongest on where a question has no times to go by", async () => {
    const { table } = await plain.api.askQuestion("around", { entity: ["n-0"] });
    const told = JSON.stringify(table);
    const places = [5, 4, 1, 0].map((n) => told.indexOf(`n-${n}.near.n-${(n + 1) % 6}`));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

it("a step of a story keeps a claim that has nothing beyond its sentence as that sentence", () => {
  const { said = {} } = factsShown(state(), explorer.graph);
  expect(said["n-0.near.n-2"]).toBe("N 0 is near N 2");
  expect(said["n-1.near.n-2"]).toBe("N 1 is near N 2 — Weight: 1");
});

it("layers that are no generations are not said to be", async () => {
  await explorer.setLayout("layered");
  const { vocabulary } = state();
  const { NEAR: near } = vocabulary?.relationships ?? {};
  const directed = { ...vocabulary!, relationships: { NEAR: { ...near!, directed: true } } };
  const hint = layoutHint({ ...state(), vocabulary: directed }, explorer.graph);
  expect(hint).toBe("Left to right as relationships lead, from their start to their end.");
  expect(sceneOf(explorer).heads.map(({ text }) => text)).toContain("Layer 1");
});

it("layers of what has no direction are said to have none", async () => {
  await explorer.setLayout("layered");
  expect(layoutHint(state(), explorer.graph)).toMatch(/these relationships have no direction/);
});

describe("what holds both ways is told once", () => {
  it("in the preview of an expansion", async () => {
    await explorer.openFreeView();
    await explorer.showNode("n-0");
    const counts = await explorer.previewExpansion("n-0");
    const screen = { graph: explorer.graph, hidden: new Set<string>(), time: null };
    const rows = expansionRows(screen, "n-0", counts ?? { total: 0, counts: [] }, state().vocabulary);
    expect(rows).toMatchObject([
      { neighbors: 4, fresh: 4, kinds: ["NEAR.in.Character.stated", "NEAR.out.Character.stated"] },
    ]);
  });

  it("in what several names share", async () => {
    const ground = await explorer.findCommonGround(["n-0", "n-2"]);
    if (ground === null) throw new Error("The server did not say.");
    const groups = groupCommonGround(ground, state().vocabulary);
    expect(groups.map(({ type, things }) => [type, things.map(({ node }) => node.id).sort()])).toEqual([
      ["NEAR", ["n-1", "n-4"]],
    ]);
  });
});

describe("what the data has nothing for is not offered", () => {
  it("among the panels", async () => {
    const offered = () => dockEntries.map(({ id }) => id).filter((id) => isOffered(id, state()));
    expect(offered()).toEqual(["table", "measures", "story", "cypher"]);
    explorer = makeExplorer(florence.api);
    await explorer.start();
    expect(offered()).toEqual(["table", "careers", "disagreements", "measures", "story", "cypher"]);
  });

  it("among the layouts", async () => {
    const offered = () => layouts.filter((layout) => isLayoutOffered(state(), layout));
    expect(offered()).toEqual(["organic", "layered", "radial", "grid"]);
    explorer = makeExplorer(florence.api);
    await explorer.start();
    expect(offered()).toEqual(layouts);
  });

  it("among the console's examples, of which each finds something", async () => {
    const ask = async (path: string) => (await plain.fetch(path, { headers: {} })).json();
    const [dataset, vocabulary] = [
      DatasetSummary.parse(await ask("/api/dataset")),
      Vocabulary.parse(await ask("/api/vocabulary")),
    ];
    const examples = examplesOf(dataset, vocabulary, "en");
    expect(examples.map(({ id }) => id)).toEqual(["neighbors", "labels", "types"]);
    for (const { query } of examples) {
      const body = JSON.stringify({ query, parameters: {} });
      const answer = await plain.fetch("/api/cypher", {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
      });
      expect(await answer.json()).toMatchObject({ rows: expect.arrayContaining([expect.anything()]), warnings: [] });
    }
  });
});
