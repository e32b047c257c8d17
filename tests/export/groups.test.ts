/** Groups leave in pictures as they are drawn, and in data as the names and relationships that they stand for. */
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { type ExportOptions, compose } from "../../client/export/compose.ts";
import type { Explorer } from "../../client/explorer.ts";
import { bundledIn, groupsIn, isBundle, isGroup } from "../../client/view/groups.ts";
import { usualSheet } from "../../scene/sheet/forms.ts";
import { writePptx } from "../../scene/writers/pptx.ts";
import { writeSvg } from "../../scene/writers/svg.ts";
import { makeExplorer, serveFlorence } from "../client/support.ts";
import { ruler } from "./scenes.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const members = ["ghirlandaio", "leonardo", "perugino"];

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
  await explorer.groupTogether(members);
  explorer.select(null);
});

const composed = (options: Partial<ExportOptions>) =>
  compose(
    { state: explorer.store.getState(), graph: explorer.graph, ruler, camera: null, documents: [] },
    { ...usualSheet, format: "svg", scale: 2, scope: "whole", palette: "light", ...options },
  );

describe("a picture", () => {
  it("has the group with its number, its bundles as derived, and both in the key", () => {
    const { scene, sheet } = composed({ format: "svg" });
    expect(scene.nodes.filter(({ node }) => isGroup(node.id))).toHaveLength(1);
    expect(scene.nodes.some(({ node }) => members.includes(node.id))).toBe(false);
    const bundles = scene.lines.filter(({ relationship }) => isBundle(relationship.id));
    expect(new Set(bundles.map(({ pattern }) => pattern))).toEqual(new Set(["double"]));
    const svg = writeSvg(scene, sheet);
    expect(svg).toContain("Own group 1 · 3");
    const key = scene.text.key.find(({ caption }) => caption === "Groups");
    expect(key?.entries.map(({ caption }) => caption)).toEqual(["Several names as one", "Their lines, bundled"]);
  });

  it("shows a group in the key as it is drawn: a ring within a ring", () => {
    const { sheet } = composed({ format: "svg" });
    const rings = sheet.samples.filter((sample) => sample.kind === "shape" && sample.isDouble === true);
    expect(rings).toHaveLength(1);
    expect(sheet.nodes.find(({ node }) => isGroup(node.id))?.ring).not.toBeNull();
  });

  it("glues a connector to a group at each of its bundles, and all others", () => {
    const { scene, sheet } = composed({ format: "pptx" });
    const slide = strFromU8(
      unzipSync(writePptx([{ scene, sheet }], "16:9"))["ppt/slides/slide1.xml"] ?? new Uint8Array(),
    );
    const glued = slide.match(/<p:cxnSp>.*?<a:stCxn id="\d+" idx="\d+"\/><a:endCxn id="\d+" idx="\d+"\/>/g);
    expect(glued).toHaveLength(scene.lines.length);
    expect(slide.match(/cmpd="dbl"/g)?.length).toBeGreaterThanOrEqual(
      scene.lines.filter(({ pattern }) => pattern === "double").length,
    );
  });

  it("names the sources of what is bundled", () => {
    const { scene } = composed({ format: "svg" });
    const open = composed({ format: "xlsx" });
    expect(scene.text.sources.map(({ id }) => id)).toEqual(open.scene.text.sources.map(({ id }) => id));
  });
});

describe("data", () => {
  it("has the members and what was bundled, and neither group nor bundle", () => {
    const { scene } = composed({ format: "xlsx" });
    const ids = scene.nodes.map(({ node }) => node.id);
    expect(ids.filter((id) => members.includes(id)).toSorted()).toEqual(members);
    expect(ids.some(isGroup)).toBe(false);
    const lines = scene.lines.map(({ relationship }) => relationship.id);
    expect(lines.some(isBundle)).toBe(false);
    const bundled = explorer.graph
      .filterEdges(isBundle)
      .flatMap((id) => bundledIn(explorer.graph.getEdgeAttribute(id, "relationship")));
    expect(bundled.length).toBeGreaterThan(2);
    expect(lines).toEqual(expect.arrayContaining(bundled));
  });

  it("of a selected group are its members with their neighbors", () => {
    explorer.select({ kind: "node", id: groupsIn(explorer.graph)[0] ?? "" });
    const { scene } = composed({ format: "xlsx", scope: "selection" });
    const ids = scene.nodes.map(({ node }) => node.id);
    expect(ids).toEqual(expect.arrayContaining(members));
    expect(ids.some(isGroup)).toBe(false);
  });
});
