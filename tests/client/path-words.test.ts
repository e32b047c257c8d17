/** Paths in words, and as exported pictures, over the workshops of Florence. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Explorer } from "../../client/explorer.ts";
import { describeScene } from "../../client/export/scene-of.ts";
import { wordPaths } from "../../client/words/path-words.ts";
import { fileName } from "../../scene/writers/formats.ts";
import { ruler } from "../export/scenes.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
  await explorer.showPath("verrocchio", "last-supper");
});

const told = () => wordPaths(explorer.store.getState(), explorer.graph);
const exported = (scope: "whole" | "selection") =>
  describeScene(
    { state: explorer.store.getState(), graph: explorer.graph, ruler, camera: null, documents: [] },
    { scope, palette: "light" },
  );

describe("a path in words", () => {
  it("goes from one end to the other, a fact after another", () => {
    expect(told()).toMatchObject({ title: "From Andrea del Verrocchio to The Last Supper" });
    expect(told()?.sentence.split("; ")).toHaveLength(explorer.store.getState().path?.relationships.size ?? 0);
    expect(told()?.sentence).toMatch(/Leonardo da Vinci .*The Last Supper.*\.$/);
  });

  it("names all that it connects, where they are more than two", async () => {
    await explorer.showPath("verrocchio", "last-supper", "florence");
    expect(told()?.title).toBe("What connects Andrea del Verrocchio, The Last Supper, and Florence");
  });

  it("has no blanks between Chinese words", async () => {
    explorer.setLanguage("zh-Hant");
    await vi.waitFor(() => expect(explorer.store.getState().language).toBe("zh-Hant"));
    expect(told()?.sentence).toMatch(/。$/);
    expect(told()?.sentence).not.toMatch(/\p{Script=Han} \p{Script=Han}/u);
  });

  it("is nothing while no path is shown", () => {
    explorer.closePath();
    expect(told()).toBeNull();
  });
});

describe("an exported path", () => {
  it("has only what is on it, under its own title, sentence and name", () => {
    const scene = exported("selection");
    const { path } = explorer.store.getState();
    expect(new Set(scene.nodes.map(({ node }) => node.id))).toEqual(path?.nodes);
    expect(new Set(scene.lines.map(({ relationship }) => relationship.id))).toEqual(path?.relationships);
    expect(scene.text.title).toBe(told()?.title);
    expect(scene.text.standfirst).toContain(told()?.sentence ?? "?");
    expect(scene.text.caption).toContain(told()?.note);
    expect(fileName(scene, "pptx")).toMatch(/^path-verrocchio-last-supper_/);
  });

  it("has all of it, though what is looked at or grouped would leave some of it out", async () => {
    const drawn = (scene: ReturnType<typeof exported>) => ({
      nodes: new Set(scene.nodes.map(({ node }) => node.id)),
      lines: new Set(scene.lines.map(({ relationship }) => relationship.id)),
    });
    const before = drawn(exported("selection"));
    explorer.setTime({ from: "1400", to: "1400", undated: false });
    expect(drawn(exported("selection"))).toEqual(before);
  });

  it("is told in its title where everything else is drawn with it, too", () => {
    const scene = exported("whole");
    expect(scene.nodes.length).toBeGreaterThan(explorer.store.getState().path?.nodes.size ?? Infinity);
    expect(scene.text.title).toBe(told()?.title);
  });
});
