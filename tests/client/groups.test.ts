import { beforeEach, describe, expect, it, vi } from "vitest";
import { linkedView } from "../../client/explorer/linked-view.ts";
import { createAppearance } from "../../client/canvas/appearance.ts";
import type { Explorer } from "../../client/explorer.ts";
import { gather, keysByRole } from "../../client/view/grouping.ts";
import { bundledIn, foldedIn, groupsIn, isBundle, isGroup, membersOf } from "../../client/view/groups.ts";
import { writeLink } from "../../client/permalink.ts";
import { nodeRows } from "../../client/table/rows.ts";
import {
  bundleSizes,
  groupSizes,
  listed,
  undrawn,
  visibleNodes,
  visibleRelationships,
} from "../../client/view/visibility.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { makeExplorer, positionsOf, serveFlorence, serveFolder, settled } from "./support.ts";

const { api } = serveFlorence();
/** People with several places, of which one is where they are now or were last, but for who founded two at no known time. */
const work = serveFolder(
  folderOf({
    "dataset.yaml": "id: work\ntitle: Work\n",
    "vocabulary.yaml":
      "labels: { Person: Person, Firm: Firm }\nrelationships: { WORKED_AT: { role: career }, FOUNDED: { role: founding } }\n",
    "all.yaml": `Firm: { old: { en: Old }, new: { en: New }, third: { en: Third } }
Person:
  founder: { en: Founder, WORKED_AT: [{ to: old }], FOUNDED: [{ to: new }] }
  leaver: { en: Leaver, WORKED_AT: [{ to: old, end: "2024-01" }], FOUNDED: [{ to: old, start: "2010", end: "2010" }, { to: third }] }
  stayer: { en: Stayer, WORKED_AT: [{ to: old, ongoing: true }, { to: third, start: "2020", end: "2022" }], FOUNDED: [{ to: new }] }
  mover: { en: Mover, WORKED_AT: [{ to: third, start: "2015", end: "2016" }], FOUNDED: [{ to: new, start: "2001", end: "2001" }] }
  twofold: { en: Twofold, FOUNDED: [{ to: new }, { to: third }] }
  wanderer: { en: Wanderer, WORKED_AT: [{ to: old, end: "2001" }, { to: third, end: "2009" }] }
`,
  }),
);
let explorer: Explorer;

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
});

const state = () => explorer.store.getState();
const drawn = () => visibleNodes(state(), explorer.graph);
const linkOf = (each: Explorer) => writeLink(linkedView(each));

/** Everything about the nodes that opening must give back. */
function placesOf(each: Explorer) {
  const { selected, alsoSelected, hidden } = each.store.getState();
  const nodes = each.graph
    .filterNodes((id) => !isGroup(id))
    .toSorted()
    .map((id) => {
      const { x, y, placed, pinned } = each.graph.getNodeAttributes(id);
      return { id, x, y, placed, pinned };
    });
  return { nodes, selected, alsoSelected: [...alsoSelected], hidden: [...hidden], edges: factsOf(each) };
}
const factsOf = (each: Explorer) => each.graph.filterEdges((id) => !isBundle(id)).toSorted();

/** Of all, two work at one place each: in the first view each has a workshop of their own. */
const openAll = () => explorer.openQuestion("everything", {});

async function openWork() {
  explorer = makeExplorer(work.api);
  await explorer.start();
  expect(explorer.graph.order).toBe(9);
}

describe("grouping by workplace", () => {
  beforeEach(openAll);

  it("gathers people by an organization at which they worked, or which they founded", () => {
    const keys = keysByRole(state(), explorer.graph, "career");
    expect(keys.size).toBeGreaterThan(2);
    for (const [person, organization] of keys) {
      const jobs = explorer.graph.filterOutEdges(person, (_, { relationship: { type } }) =>
        ["career", "founding"].includes(state().vocabulary?.relationships[type]?.role ?? ""),
      );
      expect(jobs.map((id) => explorer.graph.target(id))).toContain(organization);
    }
  });

  it("takes people to where they are now or were last, and founding a place for working there", async () => {
    await openWork();
    expect(Object.fromEntries(keysByRole(state(), explorer.graph, "career"))).toEqual({
      founder: "new",
      leaver: "third",
      stayer: "old",
      mover: "third",
      wanderer: "third",
    });
  });

  it("draws each group as one node, and says how many fit in none", async () => {
    const before = drawn();
    const { groups, rest } = gather(state(), explorer.graph, keysByRole(state(), explorer.graph, "career"));
    await explorer.groupNodes("career");
    const now = drawn();
    expect(groupsIn(explorer.graph)).toHaveLength(groups.length);
    expect(now.size).toBe(rest + groups.length);
    for (const { members } of groups)
      for (const id of members) expect([before.has(id), now.has(id)]).toEqual([true, false]);
    expect(state().announcement).toMatchObject({ id: "said.grouped", values: { groups: groups.length, rest } });
  });

  it("opens with every node where it was: places, pins and selection", async () => {
    explorer.moveNode("leonardo", 222, 333);
    explorer.selectMany("node", ["leonardo", "perugino", "ghirlandaio"], "perugino");
    await settled(explorer);
    const before = placesOf(explorer);
    const link = linkOf(explorer);
    await explorer.groupNodes("career");
    expect(groupsIn(explorer.graph).length).toBeGreaterThan(0);
    expect(placesOf(explorer)).toEqual(before);
    await explorer.ungroupNodes();
    expect(placesOf(explorer)).toEqual(before);
    expect(explorer.graph.edges().some(isBundle)).toBe(false);
    expect(linkOf(explorer)).toBe(link);
  });

  it("stays selected while another time is looked at and it is drawn then", async () => {
    await explorer.groupNodes("career");
    const [group = ""] = groupsIn(explorer.graph);
    explorer.select({ kind: "node", id: group });
    explorer.setTime({ undated: true });
    expect(drawn().has(group)).toBe(true);
    expect(state().selected?.id).toBe(group);
  });

  it("is undone and redone as one step", async () => {
    const before = { positions: positionsOf(explorer), edges: explorer.graph.edges().toSorted() };
    await explorer.groupNodes("career");
    const after = { positions: positionsOf(explorer), edges: explorer.graph.edges().toSorted() };
    explorer.undo();
    expect({ positions: positionsOf(explorer), edges: explorer.graph.edges().toSorted() }).toEqual(before);
    expect(drawn().size).toBeGreaterThan(0);
    explorer.redo();
    expect({ positions: positionsOf(explorer), edges: explorer.graph.edges().toSorted() }).toEqual(after);
  });

  it("takes newcomers into the group that is there", async () => {
    await openWork();
    await explorer.groupNodes("career");
    const [group = ""] = groupsIn(explorer.graph);
    const all = membersOf(explorer.graph, group).toSorted();
    explorer.undo();
    explorer.hideNode(all[0] ?? "");
    await explorer.groupNodes("career");
    expect(membersOf(explorer.graph, group)).not.toContain(all[0]);
    explorer.showHidden();
    await explorer.groupNodes("career");
    expect(membersOf(explorer.graph, group).toSorted()).toEqual(all);
  });

  it("passes over what is in a group already", async () => {
    await explorer.groupTogether(["leonardo", "perugino"]);
    const own = groupsIn(explorer.graph);
    await explorer.groupNodes("career");
    for (const id of ["leonardo", "perugino"]) expect(foldedIn(explorer.graph).get(id)).toBe(own[0]);
  });

  it("says so where nothing belongs together, and changes nothing", async () => {
    await explorer.openFreeView();
    await explorer.showNode("leonardo");
    const { now } = explorer.listSteps();
    await explorer.groupNodes("career");
    expect(state().announcement?.id).toBe("said.nothingToGroup");
    expect(explorer.listSteps().now).toBe(now);
  });
});

describe("a bundle", () => {
  it("stands for every relationship that leads out of the group, and is no fact", async () => {
    await openAll();
    const facts = factsOf(explorer);
    await explorer.groupNodes("career");
    const folded = foldedIn(explorer.graph);
    const outward = facts.filter((id) => {
      const [a = "", b = ""] = explorer.graph.extremities(id).map((end) => folded.get(end) ?? end);
      return a !== b && explorer.graph.extremities(id).some((end) => folded.has(end));
    });
    const bundles = explorer.graph
      .filterEdges(isBundle)
      .map((id) => explorer.graph.getEdgeAttribute(id, "relationship"));
    expect(bundles.flatMap(bundledIn).toSorted()).toEqual(outward);
    expect(bundles.every(({ properties }) => properties["derived"] === true)).toBe(true);
    expect(factsOf(explorer)).toEqual(facts);
  });

  it("is drawn double, the wider the more it stands for, and arrows never", async () => {
    await openAll();
    await explorer.groupNodes("career");
    const appearance = createAppearance(state(), explorer.graph);
    const sizes = [...bundleSizes(state(), explorer.graph)].toSorted((a, b) => a[1] - b[1]);
    expect(sizes.length).toBeGreaterThan(1);
    const looks = sizes.map(([id]) => appearance.edge(id));
    expect(looks.every(({ pattern, arrow, hidden }) => pattern === "double" && !arrow && !hidden)).toBe(true);
    const widths = looks.map(({ width }) => width);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  });

  it("goes with the last of its relationships that a filter hides", async () => {
    await openAll();
    await explorer.groupNodes("career");
    const [id = ""] = explorer.graph.filterEdges(isBundle);
    const types = new Set(
      bundledIn(explorer.graph.getEdgeAttribute(id, "relationship")).map(
        (each) => explorer.graph.getEdgeAttribute(each, "relationship").type,
      ),
    );
    expect(visibleRelationships(state(), explorer.graph).has(id)).toBe(true);
    for (const type of types) {
      explorer.toggleFilter("types", type);
      explorer.toggleFilter("types", type);
    }
    expect(visibleRelationships(state(), explorer.graph).has(id)).toBe(false);
  });

  it("takes in what an expansion brings", async () => {
    await explorer.groupTogether(["leonardo", "ghirlandaio"]);
    const [group = ""] = groupsIn(explorer.graph);
    const before = factsOf(explorer).length;
    await explorer.expandNode("leonardo");
    expect(factsOf(explorer).length).toBeGreaterThan(before);
    const ends = explorer.graph.filterEdges(group, isBundle).map((id) => explorer.graph.opposite(group, id));
    const folded = foldedIn(explorer.graph);
    const wanted = new Set(
      membersOf(explorer.graph, group).flatMap((id) =>
        explorer.graph.neighbors(id).filter((each) => !isGroup(each) && !folded.has(each)),
      ),
    );
    expect(ends.toSorted()).toEqual([...wanted].toSorted());
  });
});

describe("a group", () => {
  beforeEach(() => explorer.groupTogether(["leonardo", "perugino", "ghirlandaio"]));
  const group = () => groupsIn(explorer.graph)[0] ?? "";

  it("is selected when it is made, drawn as two rings, with its number", () => {
    expect(state().selected).toEqual({ kind: "node", id: group() });
    explorer.select(null);
    const look = createAppearance(state(), explorer.graph).node(group());
    expect(look).toMatchObject({ hidden: false, shape: "circle-hollow", name: { tail: " · 3" } });
    expect(look.ring).not.toBeNull();
  });

  it("stands where its members are found: selecting one rings the group", () => {
    explorer.select({ kind: "node", id: "leonardo" });
    const plain = createAppearance({ ...state(), selected: null }, explorer.graph).node(group()).ring;
    const look = createAppearance(state(), explorer.graph);
    expect(look.node(group()).ring).not.toBe(plain);
    expect(look.focus?.nodes.has(group())).toBe(true);
  });

  it("counts what filters and time leave of it, and goes with the last", () => {
    explorer.hideNode("leonardo");
    expect(groupSizes(state(), explorer.graph).get(group())).toBe(2);
    explorer.hideNode(group());
    expect(drawn().has(group())).toBe(false);
    expect([...state().hidden].toSorted()).toEqual(["ghirlandaio", "leonardo", "perugino"]);
    explorer.showHidden();
    expect(groupSizes(state(), explorer.graph).get(group())).toBe(3);
  });

  it("counts those of its members that the time leaves, undated ones only where they take part", () => {
    const sizeIn = (undated: boolean) => {
      explorer.setTime({ from: "1300", to: "1300", undated });
      return groupSizes(state(), explorer.graph).get(group()) ?? 0;
    };
    const open = (undated: boolean) => {
      explorer.setTime({ from: "1300", to: "1300", undated });
      const { nodes } = listed(state(), explorer.graph);
      return ["leonardo", "perugino", "ghirlandaio"].filter((id) => nodes.has(id)).length;
    };
    for (const undated of [true, false]) expect(sizeIn(undated)).toBe(open(undated));
    expect(sizeIn(false)).toBeLessThan(3);
  });

  it("is no row of the table, and no line left out of the drawing; its members are listed", () => {
    const { nodes, relationships } = listed(state(), explorer.graph);
    expect([...nodes].some(isGroup) || [...relationships].some(isBundle)).toBe(false);
    expect(nodes.has("leonardo")).toBe(true);
    const folded = undrawn(state(), explorer.graph);
    explorer.undo();
    expect(undrawn(state(), explorer.graph)).toEqual(folded);
  });

  it("takes the middle of its members in another layout, which they keep to when it opens", async () => {
    await explorer.setLayout("organic");
    const laid = positionsOf(explorer);
    const members = ["leonardo", "perugino", "ghirlandaio"].map((id) => laid[id] ?? [0, 0]);
    const middle = [0, 1].map((axis) => members.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / members.length);
    expect(laid[group()]?.map(Math.round)).toEqual(middle.map(Math.round));
    await explorer.ungroupNodes();
    const alone = makeExplorer(api);
    await alone.start();
    await alone.setLayout("organic");
    expect(positionsOf(explorer)).toEqual(positionsOf(alone));
  });

  it("gives up those on a path that is shown, and takes them back", async () => {
    await explorer.showPath("verrocchio", "last-supper");
    expect(drawn().has("leonardo")).toBe(true);
    expect(groupSizes(state(), explorer.graph).get(group())).toBe(2);
    explorer.closePath();
    expect(drawn().has("leonardo")).toBe(false);
  });

  it("is no end of a path, and asks the server for nothing", async () => {
    explorer.beginPath("perugino-workshop");
    explorer.select({ kind: "node", id: group() });
    expect(state().announcement?.id).toBe("said.noPathToGroup");
    explorer.cancelPath();
    explorer.select({ kind: "node", id: group() });
    await settled(explorer);
    expect(state().problem).toBeNull();
  });

  it("opens when it is expanded", async () => {
    await explorer.expandNode(group());
    expect(groupsIn(explorer.graph)).toEqual([]);
    expect(drawn().has("leonardo")).toBe(true);
  });

  it("comes again with the link, where it was moved to, and with the same members", async () => {
    explorer.moveNode(group(), 300, 200);
    const other = makeExplorer(api);
    await other.start(linkOf(explorer));
    await settled(other);
    expect(membersOf(other.graph, group()).toSorted()).toEqual(membersOf(explorer.graph, group()).toSorted());
    expect(other.graph.getNodeAttributes(group())).toMatchObject({ x: 300, y: 200, pinned: true });
    expect(visibleRelationships(other.store.getState(), other.graph)).toEqual(
      visibleRelationships(state(), explorer.graph),
    );
    expect(linkOf(other)).toBe(linkOf(explorer));
  });

  it("comes again with a view that was kept, and with steps after a reload", async () => {
    const kept = JSON.stringify(explorer.keepView());
    const other = makeExplorer(api);
    await other.start();
    await other.openView("view", kept);
    expect(visibleNodes(other.store.getState(), other.graph)).toEqual(drawn());
    const steps: unknown = JSON.parse(JSON.stringify(await explorer.keepSteps()));
    const again = makeExplorer(api);
    await again.start(linkOf(explorer));
    await settled(again);
    expect(await again.restoreSteps(steps, linkOf(explorer))).toBe(true);
    again.undo();
    expect(groupsIn(again.graph)).toEqual([]);
    again.redo();
    expect(visibleNodes(again.store.getState(), again.graph)).toEqual(drawn());
  });

  it("that is selected is selected as its members when it opens", async () => {
    await explorer.ungroupNodes([group()]);
    expect([...state().alsoSelected].toSorted()).toEqual(["ghirlandaio", "leonardo", "perugino"]);
    expect(state().alsoSelected.has(state().selected?.id ?? "")).toBe(true);
  });

  it("is told in the table, row by row, and a line to a member points to its bundle", () => {
    const rows = nodeRows(state(), explorer.graph);
    expect(rows.find(({ id }) => id === "leonardo")?.group?.id).toBe(group());
    expect(rows.find(({ id }) => id === "leonardo-workshop")?.group).toBeUndefined();
    const [line = ""] = explorer.graph.edges("leonardo", "leonardo-workshop");
    explorer.select({ kind: "relationship", id: line });
    const { focus } = createAppearance(state(), explorer.graph);
    expect([...(focus?.nodes ?? [])].toSorted()).toEqual([group(), "leonardo-workshop"].toSorted());
  });

  it("gives its members to a larger one", async () => {
    await explorer.groupTogether([group(), "verrocchio-workshop"]);
    expect(groupsIn(explorer.graph)).toHaveLength(1);
    expect(membersOf(explorer.graph, group()).length).toBeGreaterThan(3);
  });
});

describe("grouping by community", () => {
  it("draws each community of two and more as one", async () => {
    await explorer.setLayout("organic");
    await explorer.groupNodes("community");
    const groups = groupsIn(explorer.graph);
    expect(groups.length).toBeGreaterThan(1);
    expect([...drawn()].filter((id) => !isGroup(id)).length).toBeLessThan(4);
  });

  it("that cannot be worked out is told, and can be tried again", async () => {
    class Broken extends EventTarget {
      postMessage() {
        this.dispatchEvent(new Event("error"));
      }
      terminate() {}
    }
    vi.stubGlobal("Worker", Broken);
    await explorer.groupNodes("community");
    vi.unstubAllGlobals();
    expect(groupsIn(explorer.graph)).toEqual([]);
    expect(state().problem).toMatchObject({ kind: "layout", retry: expect.any(Function) });
  });
});

describe("a group that goes with its members", () => {
  it("is no longer selected when what it held is taken back", async () => {
    await explorer.openFreeView();
    await explorer.showNode("leonardo");
    await explorer.expandNode("leonardo");
    const [one = "", other = ""] = explorer.graph.filterNodes((id) => id !== "leonardo");
    await explorer.groupTogether([one, other]);
    expect(isGroup(state().selected?.id ?? "")).toBe(true);
    await explorer.collapseNode("leonardo");
    expect(groupsIn(explorer.graph)).toEqual([]);
    expect(state().selected).toBeNull();
  });
});

describe("the camera", () => {
  it("shows the whole where a group leaves little of it, and where opening one brings it back", async () => {
    await explorer.openQuestion("everything", {});
    expect(drawn().size).toBeGreaterThan(9);
    let fits = 0;
    const nothing = () => {};
    const rest = { zoomIn: nothing, zoomOut: nothing, center: nothing, centerAbove: nothing, uncover: nothing };
    explorer.registerCamera({ ...rest, fit: () => (fits += 1) });
    const [first, second, ...others] = [...drawn()];
    await explorer.groupTogether([first ?? "", second ?? ""]);
    expect(fits).toBe(0);
    await explorer.groupTogether(others);
    expect(fits).toBe(1);
    await explorer.ungroupNodes();
    expect(fits).toBe(2);
  });

  it("goes back to where it stood when a grouping that moved it is undone, and again with its redo", async () => {
    await explorer.openQuestion("everything", {});
    let at = { x: 10, y: 20, ratio: 3 };
    const nothing = () => {};
    const rest = { zoomIn: nothing, zoomOut: nothing, center: nothing, centerAbove: nothing, uncover: nothing };
    const whole = { x: 0, y: 0, ratio: 1 };
    explorer.registerCamera({
      ...rest,
      fit: () => (at = whole),
      place: () => at,
      goTo: (place) => (at = place),
    });
    await explorer.groupTogether([...drawn()]);
    expect(at).toBe(whole);
    explorer.undo();
    expect(at).toEqual({ x: 10, y: 20, ratio: 3 });
    explorer.redo();
    expect(at).toEqual(whole);
    explorer.undo();
    expect(at).toEqual({ x: 10, y: 20, ratio: 3 });
  });
});
