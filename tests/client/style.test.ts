import { beforeEach, describe, expect, it } from "vitest";
import { createAppearance } from "../../client/canvas/appearance.ts";
import type { Explorer } from "../../client/explorer.ts";
import { classify, isIn, readClass } from "../../client/style/classes.ts";
import { classOf, colorOfClass, scaleOf, valueKey } from "../../client/style/engine.ts";
import { latestFigure } from "../../client/style/fields.ts";
import { classEntries, fieldsIn } from "../../client/style/key.ts";
import { readRules } from "../../client/style/rules.ts";
import { seenOn, wordClass, wordField, wordValue } from "../../client/style/words.ts";
import { visibleNodes, visibleRelationships } from "../../client/view/visibility.ts";
import { classColors } from "../../scene/class-colors.ts";
import { tokens } from "../../scene/colors.ts";
import { languages } from "../../schema/language.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();
const looks = () => createAppearance(state(), explorer.graph);
const scale = (field: string) => {
  const found = scaleOf(state(), explorer.graph, field);
  if (found === null) throw new Error(`There is no field ${field}.`);
  return found;
};

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
  await explorer.addNode("last-supper");
  await explorer.addNode("baptism-of-christ");
});

describe("classes of values", () => {
  it("are the eight most frequent categories, what is in none of them, and what has no value", () => {
    const values = Array.from({ length: 10 }, (_, i) => Array.from({ length: 10 - i }, () => `v${i}`)).flat();
    const classes = classify("category", values);
    expect(classes.map(({ kind }) => kind)).toEqual([...Array.from({ length: 8 }, () => "value"), "other", "none"]);
    expect(classes[0]).toMatchObject({ value: "v0" });
    expect(classes.filter((each) => isIn(each, "v9")).map(({ kind }) => kind)).toEqual(["other"]);
  });

  it("are ranges of round bounds that hold every number once", () => {
    const values = [3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610];
    const classes = classify("number", values);
    expect(classes).toHaveLength(6);
    for (const value of values) expect(classes.filter((each) => isIn(each, value))).toHaveLength(1);
    expect(classes.slice(0, -1).map((each) => (each.kind === "range" ? each.to : each))).toEqual([
      8,
      30,
      80,
      300,
      undefined,
    ]);
  });

  it("of few numbers are the numbers themselves", () => {
    expect(classify("year", [2020, 2018, 2020]).map(({ key }) => key)).toEqual(["v:2018", "v:2020", "none"]);
  });

  it("are read back from their keys, and nothing from others", () => {
    for (const form of ["category", "number"] as const) {
      const values = form === "category" ? ["a|b", "c%", "="] : [-2.5, 0, 1e21, 4, 5, 6, 7];
      for (const each of classify(form, values)) expect(readClass(each.key, form)).toEqual(each);
    }
    for (const key of ["", "r:..", "r:a..b", "x:1"]) expect(readClass(key, "number")).toBeNull();
  });
});

describe("the figure that a node shows", () => {
  const figure = (id: string, properties: Record<string, string | number>) => ({
    id,
    entity: "moore",
    properties: { measure: "revenue", currency: "CNY", certainty: "stated", ...properties },
  });

  it("is the latest told in its currency; plans and opinions aside, and of one day the surest", () => {
    const observations = [
      figure("old", { value: 1, endLatest: 20231231 }),
      figure("heard", { value: 2, endLatest: 20241231, certainty: "reported" }),
      figure("new", { value: 3, endLatest: 20241231 }),
      figure("planned", { value: 9, endLatest: 20261231, certainty: "planned" }),
      figure("abroad", { value: 8, endLatest: 20251231, currency: "HKD" }),
    ];
    expect(latestFigure(observations, "figure/revenue/CNY")?.id).toBe("new");
    expect(latestFigure(observations, "figure/revenue/HKD")?.id).toBe("abroad");
    expect(latestFigure(observations, "figure/revenue")).toBeNull();
  });
});

describe("colors by a rule", () => {
  it("are one for each class, in the theme's palette, and quiet without a value", async () => {
    await explorer.setStyle({ nodeColor: "figure/width/cm" });
    const node = (id: string) => looks().node(id);
    const { ramp } = classColors.light;
    expect([node("baptism-of-christ").color, node("last-supper").color]).toEqual([ramp[0], ramp.at(-1)]);
    expect(node("leonardo").color).toBe(tokens.light.quiet);
    explorer.setTheme("dark");
    expect(looks().node("last-supper").color).toBe(classColors.dark.ramp.at(-1));
  });

  it("of labels take the categories' colors, and lines lose their threads' for the time", async () => {
    const colors = () => [...visibleRelationships(state(), explorer.graph)].map((id) => looks().edge(id).color);
    expect(colors()).toContain(tokens.light.threads[0]);
    await explorer.setStyle({ nodeColor: "label" });
    expect(classColors.light.categories).toContain(looks().node("leonardo").color);
    expect(colors()).not.toContain(tokens.light.threads[0]);
    explorer.undo();
    expect(colors()).toContain(tokens.light.threads[0]);
  });

  it("of lines are by certainty, the surest first, and by nothing that belongs to nodes", async () => {
    await explorer.setStyle({ lineColor: "certainty", lineWidth: "certainty" });
    const [stated] = visibleRelationships(state(), explorer.graph);
    const line = looks().edge(stated ?? "");
    expect(line.color).toBe(tokens.light.ink);
    expect(line.width).toBeCloseTo(3.6);
    await explorer.setStyle({ lineColor: "label" });
    expect(looks().edge(stated ?? "").color).not.toBe(tokens.light.ink);
  });

  it("of lines are apart from those of marks, by certainty, by number and by few categories", async () => {
    const { own } = state().style;
    const colorsBy = (field: string) =>
      scale(field)
        .classes.filter(({ kind }) => kind !== "none")
        .map((each) => colorOfClass(scale(field), each, tokens.light, own));
    await readRules();
    const { categories, ramp } = classColors.light;
    const marks = new Set([...categories, ...ramp]);
    for (const field of ["certainty", "year", "sources"])
      expect(colorsBy(field).filter((each) => marks.has(each))).toEqual([]);
    expect(colorsBy("type").slice(0, 4)).toEqual(categories.slice(4, 4 + colorsBy("type").slice(0, 4).length));
  });
});

describe("sizes by a rule", () => {
  it("grow in area with an amount", async () => {
    await explorer.setStyle({ nodeSize: "figure/width/cm" });
    const radius = (id: string) => looks().node(id).radius;
    expect(radius("last-supper")).toBeCloseTo(18.5);
    expect(((radius("baptism-of-christ") - 4.5) / 14) ** 2).toBeCloseTo(151 / 880);
    expect(radius("leonardo")).toBeLessThan(radius("baptism-of-christ"));
  });
});

describe("the key of a rule", () => {
  it("counts the classes of what is shown, and what has no value", async () => {
    await explorer.setStyle({ nodeColor: "figure/width/cm" });
    const entries = () => classEntries(state(), explorer.graph, scale("figure/width/cm"));
    expect(entries().map(({ each, count }) => [each.key, count])).toEqual([
      ["v:151", 1],
      ["v:880", 1],
      ["none", explorer.graph.order - 2],
    ]);
    explorer.hideNode("last-supper");
    expect(entries().map(({ count }) => count)).toEqual([1, explorer.graph.order - 2]);
  });

  it("filters by a class, and still counts what it hides", async () => {
    await readRules();
    const kinds = scale("label");
    const painters = classEntries(state(), explorer.graph, kinds).find(({ each }) => each.key === "v:Painter");
    expect(painters?.filter).toEqual({ kind: "labels", key: "Painter" });
    await explorer.setStyle({ nodeColor: "figure/width/cm" });
    const [narrow] = classEntries(state(), explorer.graph, scale("figure/width/cm"));
    const filter = narrow?.filter ?? { kind: "values" as const, key: "" };
    explorer.toggleFilter(filter.kind, filter.key);
    expect(looks().node("baptism-of-christ").color).not.toBe(classColors.light.ramp[0]);
    explorer.toggleFilter(filter.kind, filter.key);
    expect(visibleNodes(state(), explorer.graph).has("baptism-of-christ")).toBe(false);
    expect(classEntries(state(), explorer.graph, scale("figure/width/cm"))[0]?.count).toBe(1);
  });

  it.each(languages)("words every class and field in %s", async (language) => {
    await explorer.listFigures();
    const told = { ...state(), language };
    for (const field of [
      ...fieldsIn(told, explorer.graph, "nodes"),
      ...fieldsIn(told, explorer.graph, "lines"),
      "label",
      "type",
      "year",
    ]) {
      expect(wordField(field, told)).toMatch(/^[^{}/]+$/);
      for (const each of scale(field).classes)
        expect(wordClass(field, each, told, seenOn(explorer.graph))).toMatch(/^[^{}]+$/);
    }
  });
});

describe("a choice", () => {
  it("is worded by whichever type has it, where several have a property of one name", () => {
    const { vocabulary } = state();
    const [[type, form] = ["", undefined], [other, otherForm] = ["", undefined]] = Object.entries(
      vocabulary?.relationships ?? {},
    );
    if (vocabulary === null || form === undefined || otherForm === undefined) throw new Error("There are two types.");
    const caption = { en: "Stage", "zh-Hant": "階段", "zh-Hans": "阶段" };
    const stage = (key: string, hant: string) => ({
      status: { form: "choice" as const, caption, choices: { [key]: { en: key, "zh-Hant": hant, "zh-Hans": hant } } },
    });
    const relationships = {
      ...vocabulary.relationships,
      [type]: { ...form, properties: stage("announced", "已宣布") },
      [other]: { ...otherForm, properties: stage("listed", "已上市") },
    };
    const told = { ...state(), language: "zh-Hant" as const, vocabulary: { ...vocabulary, relationships } };
    expect(wordValue("claim/status", "listed", told, seenOn(explorer.graph))).toBe("已上市");
  });
});

describe("filters by range", () => {
  it("hide what lies beyond, and what has no value only where that is asked", async () => {
    const shown = () => visibleNodes(state(), explorer.graph);
    const all = shown().size;
    await explorer.setRange("figure/width/cm", { from: 200, without: true });
    expect(shown().has("baptism-of-christ")).toBe(false);
    expect(shown().size).toBe(all - 1);
    await explorer.setRange("figure/width/cm", { from: 200, without: false });
    expect([...shown()]).toEqual(["last-supper"]);
    explorer.undo();
    explorer.undo();
    expect(shown().size).toBe(all);
  });

  it("of lines go by their year", async () => {
    const years = scale("year").values;
    const [, first] = [...years][0] ?? [];
    await explorer.setRange("year", { from: Number(first), to: Number(first), without: false });
    const lines = [...visibleRelationships(state(), explorer.graph)];
    expect(lines.length).toBeGreaterThan(0);
    for (const id of lines) expect(years.get(id)).toBe(first);
  });
});

describe("what a class is", () => {
  it("is the same for a value on its scale as for the key that filters by it", () => {
    const types = scale("type");
    for (const id of types.values.keys()) {
      const each = classOf(types, id);
      expect(each && valueKey("type", each)).toBe(`type=v:${types.values.get(id)}`);
    }
  });
});

describe("changes of the look", () => {
  it("are steps in the order in which they were asked for, also where one has to read figures first", async () => {
    let letFiguresCome = () => {};
    const figuresAsked = new Promise<void>((resolve) => (letFiguresCome = resolve));
    const slow = makeExplorer({ ...api, listFigures: (ids) => figuresAsked.then(() => api.listFigures(ids)) });
    await slow.start();
    const first = slow.setStyle({ nodeColor: "figure/completed" });
    const second = slow.setStyle({ lineWidth: "certainty" });
    letFiguresCome();
    await Promise.all([first, second]);
    slow.undo();
    expect(slow.store.getState().style).toMatchObject({ nodeColor: "figure/completed", lineWidth: null });
  });
});
