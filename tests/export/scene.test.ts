import { describe, expect, it } from "vitest";
import { type Box, overlaps } from "../../scene/geometry.ts";
import { textBox } from "../../scene/sheet/forms.ts";
import { alumniScene, hostileIds, hostileScene, sheetOf } from "./scenes.ts";

describe("a scene", () => {
  it("holds just what is drawn", async () => {
    const scene = await alumniScene({ filters: { labels: { Chip: "hide" }, types: {}, certainties: {}, threads: {} } });
    expect(scene.nodes.some(({ node }) => node.labels.includes("Chip"))).toBe(false);
    expect(scene.nodes.some(({ node }) => node.labels.includes("Person"))).toBe(true);
    expect(scene.text.caption.join(" ")).toContain("Left out: Chip");
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

  it("leaves out the parts that are switched off", async () => {
    const off = { title: false, key: false, caption: false, sources: false, marks: false, transparent: true };
    const sheet = sheetOf(await alumniScene(), off);
    expect(new Set(sheet.texts.map(({ role }) => role))).toEqual(new Set(["head", "node"]));
    expect(sheet.samples).toEqual([]);
    expect(sheet.marks).toEqual([]);
    expect(sheet.background).toBeNull();
  });
});
