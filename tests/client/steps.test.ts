import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { kindOf } from "../../schema/api.ts";
import { addressOf, linkedView } from "../../client/explorer/linked-view.ts";
import { keptLists } from "../../client/explorer/kept-form.ts";
import type { Explorer } from "../../client/explorer.ts";
import { groupsIn, standIn } from "../../client/view/groups.ts";
import { writeLink } from "../../client/permalink.ts";
import { wordStep } from "../../client/words/step-words.ts";
import { layouts } from "../../client/store.ts";
import { type Language, languages } from "../../schema/language.ts";
import { makeExplorer, positionsOf, serveFlorence, settled } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const linkOf = (each: Explorer) => writeLink(linkedView(each));

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
});

function names(each: Explorer, language: Language = "en"): string[] {
  const { vocabulary } = each.store.getState();
  const { views } = each.listSteps();
  const known = (id: string) => views.find(({ graph }) => graph.nodes.has(id))?.graph.nodes.get(id)?.node;
  return views.map((view) => wordStep(view, { language, vocabulary, known }));
}

/** All that a step can change, to see that it is put back. */
function viewOf(each: Explorer) {
  const { answer, layout, around, hidden, filters, path, paths, overlaps, expansions, time, style, showUndrawn } =
    each.store.getState();
  const edges = each.graph.edges().toSorted();
  const pinned = each.graph.filterNodes((_, attributes) => attributes.pinned).toSorted();
  const view = {
    answer,
    layout,
    around,
    pinned,
    hidden,
    filters,
    path,
    paths,
    overlaps,
    expansions,
    time,
    style,
    showUndrawn,
  };
  return { positions: positionsOf(each), edges, ...view };
}

async function severalSteps(): Promise<void> {
  await explorer.expandNode("ghirlandaio");
  explorer.moveNode("leonardo", 222, 333);
  explorer.toggleFilter("labels", "Painter");
  await explorer.setStyle({ nodeColor: "community" });
  await explorer.setLayout("organic");
}

describe("the list of steps", () => {
  it("names each step by what it did and to what", async () => {
    await severalSteps();
    expect(names(explorer).slice(1)).toEqual([
      expect.stringMatching(/^Expanded Domenico Ghirlandaio: \d+ added$/),
      "Moved Leonardo da Vinci",
      "Dimmed “Painter”",
      "Marks’ colour: Community",
      "Arranged: Network",
    ]);
  });

  it("says by which kinds a narrowed expansion brought its neighbors", async () => {
    await explorer.openFreeView();
    await explorer.showNode("leonardo");
    const counts = await explorer.previewExpansion("leonardo");
    const withoutKinds = counts?.counts.map(kindOf).filter((kind) => !kind.startsWith("TAUGHT.in.")) ?? [];
    await explorer.expandNode("leonardo", { withoutKinds });
    expect(names(explorer).at(-1)).toBe("Expanded Leonardo da Vinci by “learned from”: 1 added");
  });

  it.each(languages)("leaves no blank open in %s", async (language) => {
    await severalSteps();
    await explorer.showPath("verrocchio", "last-supper");
    explorer.hideNodes(["leonardo", "perugino"]);
    explorer.setTime({ from: "1480", to: "1480", undated: true });
    for (const name of names(explorer, language)) expect(name).toMatch(/^[^{}]+$/);
  });

  it("leads to any step and back", async () => {
    const seen = [viewOf(explorer)];
    for (const act of [
      () => explorer.expandNode("ghirlandaio"),
      () => Promise.resolve(explorer.moveNode("leonardo", 222, 333)),
      () => explorer.setLayout("organic"),
      () => Promise.resolve(explorer.hideNode("perugino")),
    ]) {
      await act();
      seen.push(viewOf(explorer));
    }
    for (const index of [1, 4, 0, 3, 2]) {
      explorer.goToStep(index);
      expect(explorer.listSteps().now).toBe(index);
      expect(viewOf(explorer)).toEqual(seen[index]);
    }
  });

  it("lays out anew what has grown when its own layout is chosen again, and back", async () => {
    await explorer.setLayout("organic");
    const laid = viewOf(explorer);
    await explorer.expandNode("ghirlandaio");
    const grown = viewOf(explorer);
    await explorer.setLayout("organic");
    expect(viewOf(explorer)).not.toEqual(grown);
    expect(explorer.store.getState().announcement?.id).toBe("said.layout");
    explorer.undo();
    expect(viewOf(explorer)).toEqual(grown);
    explorer.undo();
    expect(viewOf(explorer)).toEqual(laid);
  });

  it("has none where the layout that is chosen again leaves all where it is", async () => {
    await explorer.setLayout("organic");
    const { length } = explorer.listSteps().views;
    await explorer.setLayout("organic");
    expect(explorer.listSteps().views).toHaveLength(length);
  });

  it("stays as it is for a place that it does not have", () => {
    const before = viewOf(explorer);
    explorer.goToStep(7);
    expect(viewOf(explorer)).toEqual(before);
  });
});

async function reload(
  from: Explorer,
  change: (kept: unknown) => unknown = (kept) => kept,
  afterwards: () => void = () => {},
) {
  const kept: unknown = JSON.parse(JSON.stringify(await from.keepSteps()));
  afterwards();
  const link = linkOf(from);
  const other = makeExplorer(api);
  await other.start(link);
  await settled(other);
  return { other, restored: await other.restoreSteps(change(kept), link) };
}

describe("undo over a panel that has opened since", () => {
  it("gives newcomers and what was dragged the places that the smaller stage gave them", async () => {
    await explorer.expandNode("ghirlandaio");
    explorer.moveNode("leonardo", 222, 333);
    explorer.toggleFilter("labels", "Painter");
    explorer.coverStage(350);
    await settled(explorer);
    const before = positionsOf(explorer);
    expect(before["leonardo"]).toEqual([222, 333 / 2]);
    explorer.undo();
    await settled(explorer);
    expect(positionsOf(explorer)).toEqual(before);
  });
});

describe("steps that were kept", () => {
  it("can be undone and redone after a reload", async () => {
    const first = viewOf(explorer);
    await severalSteps();
    explorer.undo();
    const { other, restored } = await reload(explorer);
    expect(restored).toBe(true);
    expect(names(other)).toEqual(names(explorer));
    expect(other.listSteps().now).toBe(4);
    other.redo();
    explorer.redo();
    expect(viewOf(other)).toEqual(viewOf(explorer));
    other.goToStep(0);
    expect(viewOf(other).positions).toEqual(first.positions);
    expect(viewOf(other).edges).toEqual(first.edges);
  });

  it.each<[string, (kept: unknown) => unknown]>([
    ["nothing", () => undefined],
    ["foreign words", () => "steps"],
    ["another version", (kept) => ({ ...(kept as object), version: 999 })],
    ["another data set", (kept) => ({ ...(kept as object), dataset: { id: "other", version: "1" } })],
    ["steps whose nodes are gone", (kept) => ({ ...(kept as object), nodes: [] })],
    ["no steps", (kept) => ({ ...(kept as object), steps: [] })],
  ])("are ignored where they are %s", async (_what, change) => {
    await severalSteps();
    const { other, restored } = await reload(explorer, change);
    expect(restored).toBe(false);
    expect(other.store.getState()).toMatchObject({ canUndo: false, canRedo: false });
  });

  it("share what no step has changed, so that it is written once", async () => {
    await explorer.expandNode("ghirlandaio");
    const before = await explorer.keepSteps();
    explorer.toggleFilter("labels", "Painter");
    const filtered = await explorer.keepSteps();
    expect(filtered?.steps).toHaveLength(3);
    for (const name of keptLists) {
      expect(filtered?.[name]).toHaveLength(before?.[name].length ?? NaN);
      filtered?.[name].forEach((list, i) => expect(list).toBe(before?.[name][i]));
    }
    explorer.moveNode("leonardo", 222, 333);
    const moved = await explorer.keepSteps();
    expect(moved?.places).toHaveLength((before?.places.length ?? NaN) + 1);
    for (const name of ["nodes", "relationships", "answers"] as const)
      expect(moved?.[name].at(-1)).toBe(before?.[name].at(-1));
  });

  it("still share their places after a reload, but for the view that was opened anew", async () => {
    await explorer.expandNode("ghirlandaio");
    for (let turn = 0; turn < 9; turn++) explorer.toggleFilter("labels", "Painter");
    const before = await explorer.keepSteps();
    const { other } = await reload(explorer);
    const after = await other.keepSteps();
    expect(after?.steps).toHaveLength(11);
    expect(after?.places).toHaveLength((before?.places.length ?? NaN) + 1);
  });

  it("are taken up again also after a panel was opened and several names were selected", async () => {
    await severalSteps();
    const { restored } = await reload(
      explorer,
      (kept) => kept,
      () => {
        explorer.openDock("table");
        explorer.selectMany("node", ["leonardo", "ghirlandaio"]);
      },
    );
    expect(restored).toBe(true);
  });

  it("are ignored where another view is open", async () => {
    await severalSteps();
    const kept = await explorer.keepSteps();
    const other = makeExplorer(api);
    await other.start("?free=1");
    expect(await other.restoreSteps(kept, "?free=1")).toBe(false);
  });
});

type Act = readonly [what: string, pick: number];
const acts = [
  "expand",
  "expandSome",
  "group",
  "together",
  "ungroup",
  "hide",
  "move",
  "label",
  "type",
  "certainty",
  "layout",
  "time",
  "undrawn",
  "shown",
  "reset",
  "path",
  "degree",
  "style",
  "own",
  "value",
  "range",
  "measure",
  "document",
  "thread",
  "another",
  "add",
  "hideSome",
  "collapse",
  "release",
  "around",
  "overlaps",
  "noOverlaps",
  "connect",
  "conditions",
  "otherPath",
  "noPath",
  "claims",
  "selected",
  // What fills a view, oftener than what empties it.
  ...Array.from({ length: 3 }, () => ["expand", "expandSome", "add", "move", "collapse", "overlaps"]).flat(),
];

const somewhere = [
  "?ask=career-of;person:leonardo",
  "?free=1&add=leonardo:300:200,verrocchio:600:400",
  "?ask=all-of;kind:Work",
];

async function expandSome(id: string, pick: number): Promise<void> {
  const counts = await explorer.previewExpansion(id);
  const kinds = counts?.counts.map(kindOf) ?? [];
  const withoutKinds = kinds.filter((_, index) => (index + pick) % 2 === 0);
  await explorer.expandNode(id, { withoutKinds, most: pick % 2 === 0 ? 10 : 20 });
}

const questions: ReadonlyArray<Parameters<Explorer["openQuestion"]>> = [
  ["alumni-of", { companies: ["verrocchio-workshop"] }],
  ["career-of", { person: ["leonardo"] }],
  ["all-of", { kind: ["Painter"] }],
  ["people-of", { companies: ["verrocchio-workshop"] }],
];

/** A question, a link, or an empty view, in place of the present one. */
async function openAnother(pick: number): Promise<void> {
  const one = <T>(from: readonly T[]): T => from[pick % from.length] as T;
  if (pick % 7 === 0) await explorer.openFreeView();
  else if (pick % 2 === 0) await explorer.openLink(one(somewhere));
  else await explorer.openQuestion(...one(questions));
}

async function changeConditions(pick: number): Promise<void> {
  if (explorer.store.getState().paths === null) return;
  const which = pick % 2 === 0 ? "best" : "shortest";
  await explorer.changePath({ options: { which, certainties: pick % 3 === 0 ? ["stated"] : [] } });
}

async function take([what, pick]: Act): Promise<void> {
  const nodes = explorer.graph.nodes();
  const id = nodes[pick % Math.max(nodes.length, 1)] ?? "leonardo";
  const year = String(1450 + (pick % 60));
  const { vocabulary } = explorer.store.getState();
  const one = <T>(from: readonly T[]): T => from[pick % from.length] as T;
  if (what === "expand") await explorer.expandNode(id);
  else if (what === "expandSome") await expandSome(id, pick);
  else if (what === "group") await explorer.groupNodes(one(["career", "education", "community"]));
  else if (what === "together") await explorer.groupTogether(nodes.slice(pick % 5, (pick % 5) + 4));
  else if (what === "ungroup")
    await explorer.ungroupNodes(pick % 2 === 0 ? undefined : groupsIn(explorer.graph).slice(0, 1));
  else if (what === "hide") explorer.hideNode(id);
  else if (what === "move") explorer.moveNode(standIn(explorer.graph, id), (pick * 7) % 1100, (pick * 13) % 680);
  else if (what === "label") explorer.toggleFilter("labels", one(Object.keys(vocabulary?.labels ?? {})));
  else if (what === "type") explorer.toggleFilter("types", one(Object.keys(vocabulary?.relationships ?? {})));
  else if (what === "certainty")
    explorer.toggleFilter("certainties", one(["stated", "reported", "planned", "opinion"]));
  else if (what === "layout") await explorer.setLayout(one(layouts));
  else if (what === "time") explorer.setTime(pick % 3 === 0 ? null : { from: year, to: year, undated: pick % 2 === 0 });
  else if (what === "undrawn") explorer.showUndrawn(pick % 2 === 0);
  else if (what === "shown") explorer.showHidden();
  else if (what === "degree") explorer.setLeastDegree(pick % 4);
  else if (what === "style")
    await explorer.setStyle({ nodeColor: one([null, "community", "label"]), lineWidth: one([null, "certainty"]) });
  else if (what === "own")
    await explorer.setOwnLook(one(["thread=both", "label=v:Painter", "type=v:PAINTED"]), {
      hue: one([null, "red", "teal"]),
      name: one([null, "A, b: c"]),
    });
  else if (what === "value")
    explorer.toggleFilter("values", one(["claim/title=none", "label=o:Painter|City", "year=r:1470..1490"]));
  else if (what === "range")
    await explorer.setRange(
      "figure/completed",
      one([null, { from: 1475, without: true }, { to: 1490, without: false }]),
    );
  else if (what === "measure") await explorer.setRange("degree", one([null, { from: 2, without: true }]));
  else if (what === "document") explorer.toggleFilter("documents", "notes-for-tests");
  else if (what === "thread") explorer.toggleFilter("threads", one(["verrocchio-workshop", "both", "neither"]));
  else if (what === "another") await openAnother(pick);
  else if (what === "add")
    await explorer.showNode(
      one(["last-supper", "florence", "leonardo", "perugino", "baptism-of-christ", "ghirlandaio"]),
    );
  else if (what === "hideSome") explorer.hideNodes(nodes.slice(pick % 7, (pick % 7) + 2));
  else if (what === "collapse") await explorer.collapseNode(id);
  else if (what === "release") await explorer.releaseNodes(pick % 2 === 0 ? undefined : [id]);
  else if (what === "around") {
    explorer.selectMany("node", nodes.slice(pick % 3, (pick % 3) + 1 + (pick % 2)));
    await explorer.setLayout("radial");
  } else if (what === "overlaps") await explorer.drawOverlaps([one(["leonardo", "ghirlandaio", id])]);
  else if (what === "noOverlaps") await explorer.hideOverlaps();
  else if (what === "connect") await explorer.showPath("leonardo", "perugino", one(["florence", "ghirlandaio"]));
  else if (what === "conditions") await changeConditions(pick);
  else if (what === "otherPath") explorer.showOtherPath(pick % 3);
  else if (what === "noPath") explorer.closePath();
  else if (what === "claims") await explorer.showClaims([id, "verrocchio"], explorer.graph.edges().slice(0, 2));
  else if (what === "selected") explorer.selectMany("node", nodes.slice(0, pick % 4));
  else if (what === "reset") explorer.resetFilters();
  else if (what === "path") await explorer.showPath(id, one(["last-supper", "verrocchio"]));
  await settled(explorer);
}

/** What a link keeps of a view, its places in whole pixels. */
function linkedOf(each: Explorer) {
  const { answer, layout, around, hidden, filters, path, overlaps, time, style, showUndrawn } = each.store.getState();
  const question = answer === null ? null : { question: answer.question, parameters: answer.parameters };
  return {
    question,
    layout,
    around,
    hidden: [...hidden].toSorted(),
    filters,
    path: path === null ? null : [...path.relationships].toSorted(),
    overlaps,
    time,
    style,
    showUndrawn,
    edges: each.graph.edges().toSorted(),
    pinned: each.graph.filterNodes((_, attributes) => attributes.pinned).toSorted(),
    places: Object.fromEntries(
      Object.entries(positionsOf(each))
        .filter(([id]) => each.graph.getNodeAttribute(id, "placed"))
        .map(([id, place]) => [id, place.map(Math.round)]),
    ),
  };
}

async function reopened(): Promise<Explorer> {
  const other = makeExplorer(api);
  const address = await addressOf(explorer);
  expect(address.length).toBeLessThanOrEqual(8000);
  await other.start(address);
  await settled(other);
  return other;
}

describe("a thousand steps back and forth at random", () => {
  it("leave what they should, and the link opens the same view", { timeout: 240_000 }, async () => {
    const random = fc.sample(
      fc.record({ act: fc.tuple(fc.constantFrom(...acts), fc.nat(997)), back: fc.nat(9), way: fc.nat(99) }),
      { seed: 20260125, numRuns: 1000 },
    );
    let trail = [viewOf(explorer)];
    let at = 0;
    let taken = 0;
    for (const { act, back, way } of random) {
      if (back < 4) {
        const before = explorer.listSteps();
        await take(act);
        const { now, views } = explorer.listSteps();
        if (views[now - 1] === before.views[before.now]) {
          trail = [...trail.slice(0, at + 1), viewOf(explorer)].slice(-101);
          at = trail.length - 1;
          taken += 1;
        }
      } else if (back < 7) {
        explorer.undo();
        at = Math.max(0, at - 1);
      } else if (back < 9) {
        explorer.redo();
        at = Math.min(trail.length - 1, at + 1);
      } else {
        at = way % trail.length;
        explorer.goToStep(at);
      }
      await settled(explorer);
      expect(viewOf(explorer)).toEqual(trail[at]);
      const looked = way % 10 === 0 ? await reopened() : explorer;
      expect(linkedOf(looked)).toEqual(linkedOf(explorer));
    }
    expect(taken).toBeGreaterThan(100);
    expect(linkOf(await reopened())).toBe(linkOf(explorer));
  });
});
