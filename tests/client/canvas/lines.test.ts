import { describe, expect, it } from "vitest";
import { createAppearance } from "../../../client/canvas/appearance.ts";
import { columnHeadPlaces } from "../../../client/canvas/column-heads.ts";
import { createDocks } from "../../../client/canvas/docks.ts";
import { createGlide } from "../../../client/canvas/glide.ts";
import { captionedLines, datesOf, lineWords, wordPlaces } from "../../../client/canvas/line-captions.ts";
import { shownText } from "../../../client/canvas/names.ts";
import { cutTo, stageScale } from "../../../client/canvas/text.ts";
import { edgeBetween, measure, openView, question, select } from "./support/view.ts";

describe("docks", () => {
  it("let a line to the right start where its name ends", async () => {
    const graph = await openView();
    const docks = createDocks(question, graph, createAppearance(question, graph), measure);
    const onward = docks.lineOf(edgeBetween(graph, "zhang-wen", "biren"));
    expect(onward.dockSource).toBeGreaterThan(measure("Zhang Wen", "person", "en"));
    expect(onward.dockTarget).toBe(0);
    const back = docks.lineOf(edgeBetween(graph, "zhang-yubo", "nvidia"));
    expect([back.dockSource, back.dockTarget]).toEqual([0, 0]);
  });

  it("keep a line level past longer names of its own column", async () => {
    const graph = await openView();
    graph.mergeNodeAttributes("zhang-wen", { y: 300 });
    graph.mergeNodeAttributes("biren", { y: 500 });
    graph.mergeNodeAttributes("zhang-linglan", { y: 330 });
    const docks = createDocks(question, graph, createAppearance(question, graph), measure);
    const longer = measure("Zhang Linglan", "person", "en") - measure("Zhang Wen", "person", "en");
    expect(docks.lineOf(edgeBetween(graph, "zhang-wen", "biren")).route.bend).toBeGreaterThan(longer);
  });
});

describe("words on lines", () => {
  it("are the selected node's, where it has few", async () => {
    const graph = await openView();
    const few = { ...question, ...select("xu-lingjie") };
    const drawn = createAppearance(few, graph).relationships;
    expect(captionedLines(few, graph, drawn)?.lines.length).toBe(6);
    const many = { ...question, ...select("nvidia") };
    expect(captionedLines(many, graph, createAppearance(many, graph).relationships)).toBeNull();
  });

  it("are a hub's only toward the neighbor under the pointer", async () => {
    const graph = await openView();
    const state = { ...question, ...select("nvidia"), hovered: { kind: "node" as const, id: "liu-yi" } };
    expect(captionedLines(state, graph, createAppearance(state, graph).relationships)?.lines).toEqual([
      edgeBetween(graph, "liu-yi", "nvidia"),
    ]);
  });

  it("say what and when, in the view's language", async () => {
    const graph = await openView();
    const line = edgeBetween(graph, "xu-lingjie", "moxing");
    expect(lineWords(question, graph, line)).toMatchObject({ text: "founded", rest: " 2024", disputed: false });
    expect(lineWords({ ...question, language: "zh-Hant" }, graph, line)).toMatchObject({ text: "創辦", rest: " 2024" });
  });

  it("tell dates as they were given", () => {
    expect(datesOf({ start: "2006", end: "2020" }, "en")).toBe("2006–2020");
    expect(datesOf({ start: "2024", end: "2024" }, "en")).toBe("2024");
    expect(datesOf({ end: "2024-01" }, "en")).toBe("–2024-01");
    expect(datesOf({ start: "2020", ongoing: true }, "en")).toBe("2020–");
    expect(datesOf({ start: "2010" }, "en")).toBe("from 2010");
    expect(datesOf({ start: "2010" }, "zh-Hant")).toBe("2010起");
    expect(datesOf({}, "en")).toBe("");
  });

  it("stand at the far end, off its disc", () => {
    const line = {
      from: { x: 0, y: 0 },
      to: { x: 300, y: 0 },
      fromRadius: 7,
      toRadius: 12,
      fromDock: 60,
      toDock: 0,
      route: { kind: "s" as const, bend: 0, fan: 0 },
    };
    const [place] = wordPlaces(line, "to", 50, 14);
    expect(place?.x).toBeLessThan(300 - 12 - 50);
    expect(place?.x).toBeGreaterThan(200);
  });
});

describe("names", () => {
  it("are cut short when long, unless they are forced", () => {
    const name = { text: "A".repeat(60), language: "en" as const, kind: "other" as const, color: "#000000" };
    expect(shownText({ name, forced: false }, measure)).toMatch(/^A+…$/u);
    expect(shownText({ name, forced: true }, measure)).toBe(name.text);
    expect(cutTo("short", 100, (text) => text.length)).toBe("short");
  });

  it("grow with a tall stage, to a limit", () => {
    expect(stageScale({ width: 1100, height: 600 })).toBe(1);
    expect(stageScale({ width: 1100, height: 800 })).toBe(1.25);
    expect(stageScale({ width: 3000, height: 2000 })).toBe(1.4);
  });
});

describe("column heads", () => {
  it("stand over their columns, three on a phone and none by forces", async () => {
    const graph = await openView();
    const places = columnHeadPlaces(question, graph, createAppearance(question, graph));
    expect(places.get("people")?.x).toBe(graph.getNodeAttribute("zhang-wen", "x"));
    const phone = { ...question, stage: { width: 360, height: 500 } };
    expect([...columnHeadPlaces(phone, graph, createAppearance(phone, graph)).keys()]).toEqual([
      "origins",
      "people",
      "destinations",
    ]);
    const organic = { ...question, layout: "organic" as const };
    expect(columnHeadPlaces(organic, graph, createAppearance(organic, graph)).size).toBe(0);
  });
});

describe("newcomers", () => {
  it("glide from the node that brought them and arrive", async () => {
    const graph = await openView();
    let time = 0;
    const glide = createGlide(
      () => time,
      () => false,
    );
    const before = new Set(graph.nodes().filter((id) => id !== "biren"));
    expect(glide.notice(graph, before, null)).toBe(false);
    expect(glide.notice(graph, new Set(graph.nodes()), "zhang-wen")).toBe(true);
    expect(glide.pointOf(graph, "biren").x).toBe(graph.getNodeAttribute("zhang-wen", "x"));
    time = 400;
    expect(glide.step()).toEqual(["biren"]);
    expect(glide.onTheWay()).toBe(false);
    expect(glide.pointOf(graph, "biren").x).toBe(graph.getNodeAttribute("biren", "x"));
  });

  it("stand still for those who want that, and on the first view", async () => {
    const graph = await openView();
    const still = createGlide(
      () => 0,
      () => true,
    );
    still.notice(graph, new Set(["zhang-wen"]), null);
    expect(still.notice(graph, new Set(graph.nodes()), null)).toBe(false);
    const first = createGlide(
      () => 0,
      () => false,
    );
    expect(first.notice(graph, new Set(graph.nodes()), null)).toBe(false);
  });
});
