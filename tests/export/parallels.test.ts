/** Parallel relationships leave in pictures as one line with all that is known of each, and in data one by one. */
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { type ExportOptions, compose } from "../../client/export/compose.ts";
import { compositionOf } from "../../client/export/composition.ts";
import type { Explorer } from "../../client/explorer.ts";
import { usualSheet } from "../../scene/sheet/forms.ts";
import { edition } from "../../scene/writers/html/edition.ts";
import { writePptx } from "../../scene/writers/pptx.ts";
import { writeSvg } from "../../scene/writers/svg.ts";
import { makeExplorer, serveFolder } from "../client/support.ts";
import { harborFiles } from "../support/harbors.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { ruler } from "./scenes.ts";

const { api } = serveFolder(folderOf(harborFiles));
let explorer: Explorer;

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
});

const composed = (options: Partial<ExportOptions>) =>
  compose(
    { state: explorer.store.getState(), graph: explorer.graph, ruler, camera: null, documents: [] },
    { ...usualSheet, format: "svg", scale: 2, scope: "whole", palette: "light", ...options },
  );
const ships = [1, 2, 3, 4, 5, 6, 7].map((number) => `Ship ${number}`);

describe("a picture", () => {
  it("has one line for them, with their number on it, and tells in the key what that is", () => {
    const { scene, sheet } = composed({});
    const lines = scene.lines.filter(({ parallels }) => parallels !== undefined);
    expect(lines.map(({ evidence }) => evidence.sentence)).toEqual(["Genoa sails to Pisa ×7"]);
    expect(writeSvg(scene, sheet)).toContain("×7");
    expect(scene.text.key.map(({ caption }) => caption)).toContain("Drawn as one line");
  });

  it("is one connector on a slide, and a paragraph of the notes for each of them", () => {
    const { scene, sheet } = composed({ format: "pptx" });
    const files = unzipSync(writePptx([{ scene, sheet }], "16:9"));
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    expect(read("ppt/slides/slide1.xml").match(/<p:cxnSp>/g)).toHaveLength(explorer.graph.size - 6);
    const notes = read("ppt/notesSlides/notesSlide1.xml");
    for (const ship of ships) expect(notes).toMatch(new RegExp(`Genoa sails to Pisa — [^<]*${ship}\\b`));
  });

  it("lists each of them on a page that is one file, at the one line", () => {
    const { lines } = edition(composed({ format: "html" }), null);
    const listed = lines.filter(({ sentence }) => sentence === "Genoa sails to Pisa");
    expect(listed.map(({ details }) => ships.find((ship) => details.includes(ship))).toSorted()).toEqual(ships);
    expect(new Set(listed.map(({ element }) => element)).size).toBe(1);
  });

  it("is told with all relationships that are in it", () => {
    expect(compositionOf(composed({}), "svg").lines).toBe(explorer.graph.size);
  });
});

describe("data", () => {
  it("has each of them, with the width of a line for one", () => {
    const { scene } = composed({ format: "graphml" });
    expect(scene.lines.map(({ relationship }) => relationship.id).toSorted()).toEqual(
      explorer.graph.edges().toSorted(),
    );
    expect(new Set(scene.lines.map(({ width }) => width)).size).toBe(1);
  });
});
