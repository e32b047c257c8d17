import { beforeEach, describe, expect, it } from "vitest";
import type { Explorer } from "../../client/explorer.ts";
import { readLaterStrings, readStrings, say } from "../../client/strings/strings.ts";
import { languages } from "../../schema/language.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;

beforeEach(async () => {
  await readStrings(...languages);
  await readLaterStrings();
  explorer = makeExplorer(api);
  await explorer.start();
});

function heard(): string {
  const { announcement, language } = explorer.store.getState();
  return announcement === null ? "" : say(language, announcement.id, announcement.values);
}
const selected = () => explorer.store.getState().selected;
const pointed = () => explorer.store.getState().hovered;

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await explorer.walk(key);
}

/** Where the chosen line leads. */
function ahead(): string {
  const line = pointed()?.id ?? "";
  return explorer.graph.opposite(selected()?.id ?? "", line);
}

describe("a walk by keys", () => {
  it("begins at the best connected node that is drawn", async () => {
    await press("ArrowDown");
    const degrees = explorer.graph.mapNodes((id) => explorer.graph.degree(id));
    expect(explorer.graph.degree(selected()?.id)).toBe(Math.max(...degrees));
  });

  it("goes through the lines of a node from top to bottom, and round", async () => {
    await press("ArrowDown", "ArrowDown");
    const first = pointed()?.id;
    const seen: number[] = [];
    do {
      seen.push(explorer.graph.getNodeAttribute(ahead(), "y"));
      await press("ArrowDown");
    } while (pointed()?.id !== first);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    await press("ArrowUp", "End");
    expect(explorer.graph.getNodeAttribute(ahead(), "y")).toBe(seen.at(-1));
  });

  it("has no way back from a name that was chosen otherwise", async () => {
    explorer.select({ kind: "node", id: "leonardo" });
    await press("ArrowDown", "ArrowRight");
    const other = explorer.graph.nodes().find((id) => id !== "leonardo" && id !== selected()?.id) ?? "";
    explorer.select({ kind: "node", id: other });
    await press("ArrowLeft");
    expect(selected()).toEqual({ kind: "node", id: other });
  });

  it("never goes back to what is hidden since", async () => {
    explorer.select({ kind: "node", id: "leonardo" });
    await press("ArrowDown", "ArrowRight");
    const here = selected();
    explorer.hideNode("leonardo");
    explorer.select(here);
    await press("ArrowLeft");
    expect(selected()).toEqual(here);
  });

  it("follows the chosen line and comes back the way it went", async () => {
    explorer.select({ kind: "node", id: "leonardo" });
    await press("ArrowDown");
    const next = ahead();
    await press("ArrowRight");
    expect(selected()).toEqual({ kind: "node", id: next });
    await press("ArrowLeft");
    expect(selected()).toEqual({ kind: "node", id: "leonardo" });
    await press("ArrowLeft");
    expect(selected()).toEqual({ kind: "node", id: "leonardo" });
    expect(heard()).toBe("The walk began here.");
  });

  it("asks for a line before it follows one", async () => {
    explorer.select({ kind: "node", id: "leonardo" });
    await press("Enter");
    expect(heard()).toBe("Choose a line first, with up or down.");
    expect(selected()).toEqual({ kind: "node", id: "leonardo" });
  });

  it("passes over what a filter hides", async () => {
    explorer.select({ kind: "node", id: "leonardo" });
    await press("ArrowDown");
    const type = explorer.graph.getEdgeAttribute(pointed()?.id, "relationship").type;
    explorer.hover(null);
    for (const _ of ["dim", "hide"]) explorer.toggleFilter("types", type);
    await press("ArrowDown");
    const shown = pointed() === null ? null : explorer.graph.getEdgeAttribute(pointed()?.id, "relationship").type;
    expect(shown).not.toBe(type);
  });

  it("chooses the end of a path that is being asked", async () => {
    explorer.select({ kind: "node", id: "leonardo" });
    explorer.beginPath("leonardo");
    await press("ArrowDown");
    const end = ahead();
    await press("ArrowRight");
    await expect.poll(() => explorer.store.getState().paths?.ends).toEqual(["leonardo", end]);
  });

  it.each([
    ["en", /^1 of \d+: .+; .+; stated; \d+ sources?$/, /^Leonardo da Vinci, Painter\. \d+ lines drawn\.$/],
    ["zh-Hant", /^第 1 條，共 \d+ 條：.+；.+；明確陳述；\d+ 個出處$/, /，畫出 \d+ 條線。$/],
    ["zh-Hans", /^第 1 条，共 \d+ 条：.+；.+；明确陈述；\d+ 个出处$/, /，画出 \d+ 条线。$/],
  ] as const)("is told in %s", async (language, line, node) => {
    explorer.setLanguage(language);
    explorer.select({ kind: "node", id: "leonardo" });
    await explorer.tellSelected();
    expect(heard()).toMatch(node);
    await press("ArrowDown");
    expect(heard()).toMatch(line);
  });

  it("tells as what somebody was there, and where the sources disagree", async () => {
    explorer.select({ kind: "node", id: "leonardo" });
    const isCareer = (line: string) =>
      explorer.graph.getEdgeAttribute(line, "relationship").properties.titleEn === "Apprentice";
    const line = explorer.graph.filterEdges("leonardo", isCareer)[0] ?? "";
    explorer.graph.updateEdgeAttribute(line, "relationship", (told) => ({
      ...told!,
      properties: { ...told!.properties, rivals: ["another"] },
    }));
    explorer.select({ kind: "relationship", id: line });
    await explorer.tellSelected();
    expect(heard()).toMatch(/Verrocchio's workshop; Apprentice; .+; stated; disputed; \d+ sources?$/);
  });

  it("tells a group by its members, and a bundle by its lines", async () => {
    await explorer.groupTogether(["leonardo", "perugino"]);
    const group = selected()?.id ?? "";
    await explorer.tellSelected();
    expect(heard()).toMatch(/^Own group 1, a group of 2 names\. \d+ lines? drawn\.$/);
    await press("ArrowDown");
    expect(heard()).toMatch(/^1 of \d+: \d+ lines? to .+, bundled$/);
    expect(explorer.graph.hasExtremity(pointed()?.id, group)).toBe(true);
  });
});
