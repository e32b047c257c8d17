import { describe, expect, it } from "vitest";
import { edgeAppearance, nodeAppearance } from "../../../client/canvas/appearance.ts";
import { noFilters } from "../../../client/store.ts";
import { mix, tokens } from "../../../client/page/theme.ts";
import { edgeBetween, openView, question, select } from "./support/view.ts";

const { light, dark } = tokens;
const free = { ...question, answer: null };

describe("a name", () => {
  it("is short where there is a short form in its language, and whole once it is asked for", async () => {
    const graph = await openView();
    const node = graph.getNodeAttribute("njust", "node");
    const properties = { ...node.properties, nameEn: "Nanjing University of Science and Technology", shortEn: "NJUST" };
    graph.mergeNodeAttributes("njust", { node: { ...node, properties } });
    const named = (state: typeof question) => nodeAppearance(state, graph, "njust").name.text;
    expect(named(question)).toBe("NJUST");
    expect(named({ ...question, hovered: { kind: "node", id: "njust" } })).toBe(properties.nameEn);
    expect(named({ ...question, ...select("njust") })).toBe(properties.nameEn);
    expect(named({ ...question, language: "zh-Hant" })).toBe("南京理工大學");
  });

  it("that has one side alone comes before those that can give way, even dimmed", async () => {
    const graph = await openView();
    graph.mergeNode("newcomer", {
      ...graph.getNodeAttributes("tencent"),
      node: { ...graph.getNodeAttribute("tencent", "node"), id: "newcomer" },
    });
    const rank = (state: typeof question, id: string) => nodeAppearance(state, graph, id).rank;
    const chosen = { ...question, ...select("newcomer") };
    expect(rank(chosen, "shell")).toBeGreaterThan(rank(question, "newcomer"));
    expect(rank(chosen, "newcomer")).toBeGreaterThan(rank(question, "nvidia"));
  });
});

describe("color", () => {
  it("tells the thread in a question, and nothing else", async () => {
    const graph = await openView();
    const color = (id: string) => nodeAppearance(question, graph, id).color;
    expect(color("nvidia")).toBe(light.threads[0]);
    expect(color("amd")).toBe(light.threads[1]);
    expect(color("zhang-yubo")).toBe(light.threads[0]);
    expect(color("xu-lingjie")).toBe(light.both);
    expect(color("zhang-wen")).toBe(light.quiet);
    expect(color("biren")).toBe(light.ink);
    expect(color("hkex")).toBe(light.quiet);
  });

  it("is one of four for each of up to four origins, and one more for who came from several", async () => {
    const { answer } = question;
    if (!answer?.columns) throw new Error("There are no columns.");
    const origins = ["nvidia", "amd", "hp", "dell"];
    const four = {
      ...question,
      answer: {
        ...answer,
        columns: {
          ...answer.columns,
          origins,
          elsewhere: answer.columns.elsewhere.filter((id) => !origins.includes(id)),
        },
        origins: {
          "zhou-yuan": ["nvidia"],
          "peng-li": ["amd"],
          "wang-dong": ["hp"],
          "song-xuejun": ["dell"],
          "zhang-jianzhong": ["hp", "dell"],
        },
      },
    };
    const graph = await openView(four);
    const color = (id: string) => nodeAppearance(four, graph, id).color;
    expect(origins.map(color)).toEqual(light.threads);
    expect(["zhou-yuan", "peng-li", "wang-dong", "song-xuejun"].map(color)).toEqual(light.threads);
    expect(color("zhang-jianzhong")).toBe(light.both);
    expect(edgeAppearance(four, graph, edgeBetween(graph, "zhang-jianzhong", "hp")).color).toBe(light.threads[2]);
  });

  it("tells the family in free exploration, with gray lines", async () => {
    const graph = await openView(free);
    expect(nodeAppearance(free, graph, "zhang-yubo").color).toBe(light.family.people);
    expect(nodeAppearance(free, graph, "chunxiao").color).toBe(light.family.made);
    expect(edgeAppearance(free, graph, edgeBetween(graph, "zhang-yubo", "nvidia")).color).toBe(light.edge);
  });

  it("follows a career from the origin to what was founded", async () => {
    const graph = await openView();
    const color = (start: string, end: string) => edgeAppearance(question, graph, edgeBetween(graph, start, end)).color;
    expect(color("xu-lingjie", "nvidia")).toBe(light.threads[0]);
    expect(color("xu-lingjie", "amd")).toBe(light.threads[1]);
    expect(color("xu-lingjie", "moxing")).toBe(light.both);
    expect(color("xu-lingjie", "samsung")).toBe(light.edge);
  });

  it("comes from the theme", async () => {
    const graph = await openView();
    expect(nodeAppearance({ ...question, theme: "dark" }, graph, "nvidia").color).toBe(dark.threads[0]);
  });
});

describe("what does not stand out", () => {
  it("is mixed into the background while something is selected or under the pointer", async () => {
    const graph = await openView();
    const state = { ...question, ...select("zhang-wen") };
    expect(nodeAppearance(state, graph, "nvidia").color).toBe(mix(light.threads[0], light.bg, 0.72));
    expect(nodeAppearance(state, graph, "biren").color).toBe(light.ink);
    const line = edgeAppearance(state, graph, edgeBetween(graph, "zhang-yubo", "nvidia"));
    expect(line.color).toBe(mix(light.threads[0], light.bg, 0.8));
    const hovering = { ...state, hovered: { kind: "node" as const, id: "nvidia" } };
    expect(nodeAppearance(hovering, graph, "nvidia").color).toBe(light.threads[0]);
    expect(nodeAppearance(hovering, graph, "biren").color).not.toBe(light.ink);
  });

  it("is what the path leaves aside, until the pointer asks", async () => {
    const graph = await openView();
    const on = edgeBetween(graph, "zhang-wen", "biren");
    const path = { nodes: new Set(["zhang-wen", "biren"]), relationships: new Set([on]) };
    const state = { ...question, path, hovered: { kind: "node" as const, id: "biren" } };
    expect(edgeAppearance(state, graph, on).dimmed).toBe(false);
    const aside = edgeBetween(graph, "hong-zhou", "biren");
    expect(edgeAppearance(state, graph, aside).dimmed).toBe(true);
    const asking = { ...state, hovered: { kind: "node" as const, id: "hong-zhou" } };
    expect(edgeAppearance(asking, graph, aside).dimmed).toBe(false);
  });

  it("is what the key dims", async () => {
    const graph = await openView();
    const state = { ...question, filters: { ...noFilters, labels: { Exchange: "dim" as const } } };
    expect(nodeAppearance(state, graph, "hkex").color).toBe(mix(light.quiet, light.bg, 0.72));
    expect(edgeAppearance(state, graph, edgeBetween(graph, "biren", "hkex")).dimmed).toBe(true);
  });
});

describe("what is selected", () => {
  it("has a ring, and its name in any case", async () => {
    const graph = await openView();
    const look = nodeAppearance({ ...question, ...select("dell") }, graph, "dell");
    expect([look.ring, look.forced]).toEqual([light.accent, true]);
    expect(nodeAppearance(question, graph, "dell").ring).toBeNull();
  });

  it("draws its lines wider and on top, with arrows", async () => {
    const graph = await openView();
    const line = edgeBetween(graph, "zhang-wen", "biren");
    const [before, after] = [
      edgeAppearance(question, graph, line),
      edgeAppearance({ ...question, ...select("biren") }, graph, line),
    ];
    expect(after.width).toBeCloseTo(before.width + 0.5);
    expect(after.zIndex).toBeGreaterThan(before.zIndex);
    expect([before.arrow, after.arrow]).toEqual([false, true]);
  });
});

describe("lines", () => {
  it("show certainty by their pattern", async () => {
    const graph = await openView();
    const pattern = (start: string, end: string) =>
      edgeAppearance(question, graph, edgeBetween(graph, start, end)).pattern;
    expect(pattern("zhang-wen", "biren")).toBe("solid");
    expect(pattern("zhang-jianzhong", "hp")).toBe("dashed");
    expect(pattern("biren", "hkex")).toBe("dotted");
    expect(pattern("metax", "moore-threads")).toBe("dash-dot");
  });

  it("carry an arrow where both ends are alike and the type has a direction", async () => {
    const graph = await openView();
    const state = { ...question, showUndrawn: true };
    const arrow = (start: string, end: string) => edgeAppearance(state, graph, edgeBetween(graph, start, end)).arrow;
    expect(arrow("metax", "moore-threads")).toBe(true);
    expect(arrow("metax", "nvidia")).toBe(false);
    expect(arrow("zhang-yubo", "nvidia")).toBe(false);
  });

  it("run level between columns and to the side within one", async () => {
    const graph = await openView();
    expect(edgeAppearance(question, graph, edgeBetween(graph, "zhang-wen", "biren")).route.kind).toBe("s");
    const within = edgeAppearance(question, graph, edgeBetween(graph, "zhang-wen", "hong-zhou")).route;
    expect(within.kind).toBe("bracket");
    expect(within.bend).toBeLessThan(0);
    expect(edgeAppearance(free, graph, edgeBetween(graph, "zhang-wen", "biren")).route).toMatchObject({
      kind: "arc",
      bend: expect.closeTo(0),
    });
  });

  it("of the same two nodes fan out", async () => {
    const graph = await openView(free);
    graph.addDirectedEdgeWithKey("second", "biren", "zhang-wen", {
      relationship: { id: "second", type: "RECRUITED", start: "biren", end: "zhang-wen", properties: {} },
    });
    const bends = [edgeBetween(graph, "zhang-wen", "biren"), "second"].map(
      (id) => edgeAppearance(free, graph, id).route.bend,
    );
    expect(Math.abs(bends[0] ?? 0)).toBeCloseTo(0.175);
    expect(bends[0]).toBeCloseTo(bends[1] ?? 0); // opposite ways, so the same bend opens to opposite sides
  });
});

describe("names", () => {
  it("stand on their column's side, and above on a phone", async () => {
    const graph = await openView();
    const side = (state: typeof question, id: string) => nodeAppearance(state, graph, id).side;
    expect(["dell", "nvidia", "zhang-wen", "biren", "hkex"].map((id) => side(question, id))).toEqual([
      "left",
      "above",
      "right",
      "right",
      "right",
    ]);
    expect(side({ ...question, stage: { width: 360, height: 500 } }, "biren")).toBe("above");
    expect(side(free, "biren")).toBeUndefined();
  });

  it("come in the language of the view, or say in which they are", async () => {
    const graph = await openView();
    expect(nodeAppearance({ ...question, language: "zh-Hans" }, graph, "moore-threads").name).toMatchObject({
      text: "摩尔线程",
      language: "zh-Hans",
    });
  });
});
