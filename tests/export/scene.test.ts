import { type TimeView, noFilters, usualStyle } from "../../client/store.ts";
import { readRules } from "../../client/style/rules.ts";
import { describe, expect, it } from "vitest";
import { type Box, boxAround, overlaps } from "../../scene/geometry.ts";
import { textBox, usualSheet } from "../../scene/sheet/forms.ts";
import { compose } from "../../client/export/compose.ts";
import { mergeSubgraph } from "../../client/view/graph.ts";
import { hues } from "../../scene/class-colors.ts";
import { tokens } from "../../scene/colors.ts";
import { strokesOf } from "../../scene/lines.ts";
import { openView, question } from "../client/canvas/support/view.ts";
import { alumniScene, hostileIds, hostileScene, ruler, sheetOf } from "./scenes.ts";

describe("a scene", () => {
  it("holds just what is drawn", async () => {
    const scene = await alumniScene({ filters: { ...noFilters, labels: { Chip: "hide" } } });
    expect(scene.nodes.some(({ node }) => node.labels.includes("Chip"))).toBe(false);
    expect(scene.nodes.some(({ node }) => node.labels.includes("Person"))).toBe(true);
    expect(scene.text.caption.join(" ")).toContain("Left out: Chip");
  });

  it("says at what time it is looked at, and what has no date then", async () => {
    const at = async (time: TimeView) => (await alumniScene({ time })).text.caption.join(" ");
    expect(await at({ from: "2018", to: "2018", undated: true })).toContain("Time: as of 2018;");
    const withoutUndated = await at({ from: "2018", to: "2020-06", undated: false });
    expect(withoutUndated).toContain("Time: 2018 – Jun 2020;");
    expect(withoutUndated).toContain("What carries no date is left out.");
    expect(await at({ undated: true })).not.toContain("Time:");
  });

  it("counts names without a date among those it shows", async () => {
    const { nodes } = await alumniScene({ layout: "timeline" });
    const undatedIn = async (hidden: ReadonlySet<string>) =>
      /(\d+) names? without a date|One name without a date|Every name has one/.exec(
        (await alumniScene({ layout: "timeline", hidden })).text.caption.join(" "),
      )?.[0];
    const ids = nodes.map(({ node }) => node.id);
    const people = nodes.filter(({ node }) => node.labels.includes("Person")).map(({ node }) => node.id);
    const shown = new Set(people.slice(0, 2));
    expect(await undatedIn(new Set())).toMatch(/^\d\d names/);
    expect(await undatedIn(new Set(ids.filter((id) => !shown.has(id))))).toBe("One name without a date");
  });

  it("is drawn by the rules of style, and its key says them with their classes", async () => {
    await readRules();
    const style = { ...usualStyle, nodeColor: "label", lineWidth: "certainty" };
    const { nodes, lines, text } = await alumniScene({ style });
    const [kinds, widths] = ["What it is", "Lines’ width: Certainty"].map(
      (caption) => text.key.find((group) => group.caption === caption)?.entries ?? [],
    );
    const people = nodes.filter(({ node }) => node.labels.includes("Person"));
    expect(new Set(people.map(({ color }) => color)).size).toBe(1);
    expect(kinds).toContainEqual({ kind: "shape", shape: "circle", color: people[0]?.color, caption: "Person" });
    expect(text.key.flatMap(({ entries }) => entries).filter(({ caption }) => caption === "Person")).toHaveLength(1);
    const stated = widths?.find(({ caption }) => caption === "stated");
    expect(stated).toMatchObject({ kind: "line", width: Math.max(...lines.map(({ width }) => width)) });
    expect(text.key.map(({ caption }) => caption)).not.toContain("Came from");
    expect(text.standfirst).toMatch(/Colour shows: What it is\. The lines’ width shows: Certainty\.$/);
  });

  it("has the colors and names that a person gave, in the drawing and in its key", async () => {
    await readRules();
    const own = {
      "thread=nvidia": { hue: "pink", name: "Team green" },
      "label=v:Chip": { hue: "teal" },
      "type=v:FOUNDED": { hue: "violet", name: "Started" },
    } as const;
    const { nodes, lines, text } = await alumniScene({ style: { ...usualStyle, own } });
    const entries = text.key.flatMap(({ entries: all }) => all);
    const { pink, teal, violet } = hues.light;
    expect(entries).toContainEqual({ kind: "color", color: pink, caption: "Team green" });
    expect(entries).toContainEqual(expect.objectContaining({ kind: "shape", color: teal, caption: "Chip" }));
    expect(entries).toContainEqual({ kind: "line", pattern: "solid", color: violet, caption: "Started" });
    expect(nodes.find(({ node }) => node.id === "nvidia")?.color).toBe(pink);
    const chips = nodes.filter(({ node }) => node.labels.includes("Chip"));
    expect(new Set(chips.map(({ color }) => color))).toEqual(new Set([teal]));
    const founded = lines.filter(({ relationship }) => relationship.type === "FOUNDED");
    expect(new Set(founded.map(({ color }) => color))).toEqual(new Set([violet]));
  });

  it("lists each of four origins with its color, and those who came from more than one", async () => {
    const { answer } = question;
    if (!answer?.columns) throw new Error("There are no columns.");
    const origins = ["nvidia", "amd", "hp", "dell"];
    const columns = { ...answer.columns, origins, elsewhere: [] };
    const from = { "zhou-yuan": ["nvidia"], "peng-li": ["amd"], "wang-dong": ["hp", "dell"], "song-xuejun": ["dell"] };
    const { text } = await alumniScene({ answer: { ...answer, columns, origins: from } });
    const { threads, both } = tokens.light;
    expect(text.key.find(({ caption }) => caption === "Came from")?.entries).toEqual([
      { kind: "color", color: threads[0], caption: "NVIDIA" },
      { kind: "color", color: threads[1], caption: "AMD" },
      ...["HP", "Dell"].map((caption, i) => ({ kind: "color", color: threads[i + 2], caption })),
      { kind: "color", color: both, caption: "more than one" },
    ]);
  });

  it("of a selection has the selected node and its neighbors, undimmed", async () => {
    const scene = await alumniScene({ selected: { kind: "node", id: "zhang-jianzhong" } });
    const ids = scene.nodes.map(({ node }) => node.id);
    expect(ids).toContain("zhang-jianzhong");
    expect(ids).toContain("nvidia");
    expect(ids).not.toContain("amd");
    expect(scene.lines.length).toBeGreaterThan(3);
  });

  it("lists what a reader should know, and refuses uncited claims about a person", () => {
    const { review } = hostileScene();
    expect(review.uncited).toHaveLength(2 * hostileIds.length);
    expect(review.reported).toHaveLength(hostileIds.length);
    expect(review.disputed).toEqual(review.undated);
    expect(review.refused).toEqual(["works-0", "founded-0", "works-10", "founded-10"]);
  });
});

describe("what is derived", () => {
  const derived = {
    id: "zhang-jianzhong.overlapped.zhou-yuan",
    type: "OVERLAPPED",
    start: "zhang-jianzhong",
    end: "zhou-yuan",
    properties: { derived: true, answer: "certain", wordsEn: "Both were there in 2014.", stints: [] },
  };
  const subjectOf = async () => {
    const graph = await openView(question);
    mergeSubgraph(graph, { nodes: [], relationships: [derived] });
    return { state: question, graph, ruler, camera: null, documents: [] };
  };
  const options = { ...usualSheet, scale: 1, scope: "whole", palette: "light" } as const;

  it("is drawn in pictures as on screen, with what it follows from and without a doubt about sources", async () => {
    const { scene } = compose(await subjectOf(), { ...options, format: "svg" });
    const line = scene.lines.find(({ relationship }) => relationship.id === derived.id);
    expect(line).toMatchObject({ pattern: "double", marks: [], arrow: false });
    expect(line?.evidence).toEqual({
      sentence: "Zhang Jianzhong overlapped with Zhou Yuan",
      details: "Derived from two facts; Both were there in 2014.",
      citations: [],
    });
    expect(Object.values(scene.review).flat()).not.toContain(derived.id);
    expect(scene.text.key.flatMap(({ entries }) => entries)).toContainEqual(
      expect.objectContaining({ kind: "line", pattern: "double", caption: "certain" }),
    );
  });

  it("is left out of data, which is what sources say", async () => {
    const { scene } = compose(await subjectOf(), { ...options, format: "gexf" });
    expect(scene.lines.length).toBeGreaterThan(20);
    expect(scene.lines.some(({ relationship }) => relationship.id === derived.id)).toBe(false);
  });

  it("is two lines side by side", () => {
    const [a, d] = [
      { x: 0, y: 10 },
      { x: 90, y: 10 },
    ];
    const strokes = strokesOf([a, a, d, d], 4, "double");
    expect(strokes.map(({ curve }) => curve.map(({ y }) => y))).toEqual([
      [11.4, 11.4, 11.4, 11.4],
      [8.6, 8.6, 8.6, 8.6],
    ]);
  });
});

describe("a sheet", () => {
  it.each(["16:9", "4:3", "a4", "free"] as const)("of size %s keeps everything on the page", async (size) => {
    const sheet = sheetOf(await alumniScene(), { size });
    const isOnPage = ({ left, top, right, bottom }: Box) =>
      left >= -1 && top >= -1 && right <= sheet.width + 1 && bottom <= sheet.height + 1;
    expect(sheet.texts.filter((text) => !isOnPage(textBox(text))).map(({ text }) => text)).toEqual([]);
  });

  it("lets no name lie on the key, the title or the sources", async () => {
    const sheet = sheetOf(await alumniScene());
    const around = sheet.texts.filter(({ role }) => role === "key" || role === "title" || role === "source");
    const names = sheet.texts.filter(({ role }) => role === "node");
    const hit = names.filter((name) => around.some((text) => overlaps(textBox(name), textBox(text))));
    expect(hit.map(({ text }) => text)).toEqual([]);
  });

  it.each(["columns", "organic"] as const)("of %s has no sign on a node", async (layout) => {
    const sheet = sheetOf(await alumniScene({ layout }));
    const nodes = sheet.nodes.map(({ at, radius }) => boxAround(at, 2 * radius, 2 * radius));
    const signs = sheet.marks.map(({ at }) => boxAround(at, 8 * sheet.sign, 8 * sheet.sign));
    expect(signs.length).toBeGreaterThan(30);
    expect(signs.filter((sign) => nodes.some((node) => overlaps(sign, node)))).toEqual([]);
  });

  it("leaves out the parts that are switched off", async () => {
    const off = { title: false, key: false, caption: false, sources: false, marks: false, transparent: true };
    const sheet = sheetOf(await alumniScene(), off);
    expect(new Set(sheet.texts.map(({ role }) => role))).toEqual(new Set(["head", "node"]));
    expect(sheet.samples).toEqual([]);
    expect(sheet.marks).toEqual([]);
    expect(sheet.background).toBeNull();
  });
});
