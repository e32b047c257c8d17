/** Stories over the real app and the workshops of Florence. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Explorer } from "../../client/explorer.ts";
import type { Stories } from "../../client/explorer/story.ts";
import { changesBetween, claimsShown, listChanges } from "../../client/story/digest.ts";
import { type StoryPage, composeStep, usualPage } from "../../client/story/pages.ts";
import { nameOf } from "../../schema/graph.ts";
import { type Story, type StoryStep, readStory } from "../../schema/story.ts";
import { composeHere as compose } from "../export/scenes.ts";
import { makeExplorer, positionsOf, serveFlorence } from "./support.ts";

const florence = serveFlorence();
let explorer: Explorer;
let stories: Stories;
beforeEach(async () => {
  explorer = makeExplorer(florence.api);
  await explorer.start();
  stories = await explorer.stories();
});

const story = (): Story => explorer.store.getState().story ?? expect.fail("There is no story.");
const titles = () => story().steps.map(({ title }) => title);
const idAt = (at: number) => story().steps[at]?.id ?? "";

function addThree(): void {
  for (const title of ["one", "two", "three"]) {
    stories.addStep();
    stories.changeStep(explorer.store.getState().chosenStep ?? "", { title });
  }
}

describe("a story", () => {
  it("takes the view on screen as a step, under its own title", () => {
    stories.addStep();
    const { answer, chosenStep } = explorer.store.getState();
    expect(titles()).toEqual([answer?.headline.en]);
    expect(chosenStep).toBe(idAt(0));
    expect(Object.keys(story().steps[0]?.claims ?? {}).length).toBeGreaterThan(0);
  });

  it("adds a step after the one that is worked on", async () => {
    addThree();
    await stories.show(idAt(0));
    stories.addStep();
    stories.changeStep(idAt(1), { title: "between" });
    expect(titles()).toEqual(["one", "between", "two", "three"]);
  });

  it("is played from its first step, or from the one that was chosen last", async () => {
    const from = () => explorer.store.getState().playedFrom;
    addThree();
    expect(from()).toBeNull();
    await stories.show(idAt(1));
    stories.changeStep(idAt(1), { title: "second" });
    expect(from()).toBe(idAt(1));
    stories.removeStep(idAt(1));
    expect(from()).toBeNull();
    await stories.show(idAt(1));
    stories.addStep();
    expect(from()).toBeNull();
  });

  it("shows a step in the reader's language, whichever it was made in", async () => {
    stories.addStep();
    await explorer.openFreeView();
    explorer.setLanguage("zh-Hant");
    await vi.waitFor(() => expect(explorer.store.getState().language).toBe("zh-Hant"));
    await stories.show(idAt(0));
    expect(explorer.store.getState().language).toBe("zh-Hant");
    expect(explorer.store.getState().answer?.question).toBe("alumni-of");
  });

  it("puts a step at another place, and no further than the ends", () => {
    addThree();
    stories.moveStep(idAt(2), 0);
    expect(titles()).toEqual(["three", "one", "two"]);
    stories.moveStep(idAt(0), 9);
    expect(titles()).toEqual(["one", "two", "three"]);
  });

  it("brings back what was removed, and every change before it", () => {
    addThree();
    stories.removeStep(idAt(1));
    expect(titles()).toEqual(["one", "three"]);
    stories.undo();
    expect(titles()).toEqual(["one", "two", "three"]);
    for (let i = 0; i < 6; i++) stories.undo();
    expect(explorer.store.getState().story).toBeNull();
    expect(explorer.store.getState().canUndoStory).toBe(false);
  });

  it("comes back from its file as it was", async () => {
    addThree();
    const text = JSON.stringify(story());
    const before = story();
    stories.close();
    expect(explorer.store.getState().story).toBeNull();
    await explorer.openFile("who.story.json", text);
    expect(story()).toEqual(before);
    expect(explorer.store.getState().dock).toBe("story");
  });

  it("that was kept is recalled, or waits for undo where another was opened meanwhile", async () => {
    addThree();
    const kept = story();
    const other = makeExplorer(florence.api);
    (await other.stories()).recall(kept);
    expect(other.store.getState().story).toEqual(kept);
    stories.close();
    stories.addStep();
    const later = makeExplorer(florence.api);
    later.store.setState({ dataset: explorer.store.getState().dataset });
    await later.openFile("a.json", JSON.stringify(story()));
    (await later.stories()).recall(kept);
    (await later.stories()).undo();
    expect(later.store.getState().story).toEqual(kept);
  });
});

describe("a story's file", () => {
  const valid = () => {
    stories.addStep();
    return JSON.parse(JSON.stringify(story())) as { steps: Record<string, unknown>[] } & Record<string, unknown>;
  };

  it("that is broken is told with the place of the fault, and changes nothing", async () => {
    const file = valid();
    const before = story();
    Object.assign(file.steps[0] ?? {}, { title: 7 });
    await explorer.openFile("a.json", JSON.stringify(file));
    expect(explorer.store.getState().problem).toMatchObject({ kind: "story", values: { place: "steps[0].title" } });
    expect(story()).toBe(before);
  });

  it("of another data set is refused", async () => {
    await explorer.openFile("a.json", JSON.stringify({ ...valid(), dataset: { id: "elsewhere" } }));
    expect(explorer.store.getState().problem?.kind).toBe("otherData");
  });

  it.each([
    ["{", ""],
    ['{"format":"alumnigraph-story","version":1,"dataset":{"id":"x"},"title":"","steps":{}}', "steps"],
  ])("%s is no story", (text, fault) => {
    expect(readStory(text)).toMatchObject({ fault });
  });
});

async function pageOf(step: StoryStep): Promise<StoryPage> {
  const tools = { stories, compose, documents: [] };
  const page = await composeStep(story(), step, { ...usualPage, palette: "light" }, tools);
  if (!("scene" in page)) throw new Error(page.detail);
  return page;
}

describe("a step of a path", () => {
  it("has the path's title, tells it in words, and shows only what is on it", async () => {
    await explorer.showPath("verrocchio", "last-supper");
    stories.addStep();
    const [step] = story().steps;
    if (step === undefined) throw new Error("There is no step.");
    expect(step.title).toBe("From Andrea del Verrocchio to The Last Supper");
    expect(step.text).toMatch(/^Andrea del Verrocchio .+; Leonardo da Vinci .+The Last Supper .+\.$/);
    const page = await pageOf(step);
    const { path } = explorer.store.getState();
    expect(new Set(page.scene.nodes.map(({ node }) => node.id))).toEqual(path?.nodes);
  });

  it("keeps what is annotated beside the path", async () => {
    await explorer.showPath("verrocchio", "last-supper");
    stories.addStep();
    const beside = explorer.graph.findNode((id) => explorer.store.getState().path?.nodes.has(id) !== true);
    stories.annotate(idAt(0), "note", [beside ?? ""]);
    const page = await pageOf(story().steps[0]!);
    expect(page.scene.nodes.map(({ node }) => node.id)).toContain(beside);
  });
});

describe("a step", () => {
  it("is composed from its own view, and leaves the one on screen alone", async () => {
    stories.addStep();
    stories.changeStep(idAt(0), { title: "Who was there", text: "All of them." });
    const [step] = story().steps;
    await explorer.openFreeView();
    const before = positionsOf(explorer);
    if (step === undefined) throw new Error("There is no step.");
    const page = await pageOf(step);
    expect(page.scene.nodes.length).toBeGreaterThan(2);
    expect(page.sheet.texts.find(({ role }) => role === "title")?.text).toBe("Who was there");
    expect(page.sheet.texts.find(({ role }) => role === "standfirst")?.text).toBe("All of them.");
    expect(page.changes).toBeNull();
    expect(positionsOf(explorer)).toEqual(before);
    expect(explorer.store.getState().answer).toBeNull();
  });

  it("tells when the facts of its view are others than they were", async () => {
    stories.addStep();
    const [step] = story().steps;
    if (step === undefined) throw new Error("There is no step.");
    const [first = "", ...rest] = Object.keys(step.claims);
    const claims = {
      ...Object.fromEntries(rest.map((id) => [id, step.claims[id] ?? ""])),
      [first]: "other",
      lost: "1",
    };
    const page = await pageOf({ ...step, claims });
    expect(page.changes).toEqual({ changed: 1, gone: 1, added: 0 });
    stories.acceptFacts(step.id, page.facts);
    expect((await pageOf(story().steps[0] ?? step)).changes).toBeNull();
  });

  it("whose view cannot be opened tells why", async () => {
    stories.addStep();
    const [step] = story().steps;
    const lost = { ...step!, view: "ask=nonsense" };
    const told = await composeStep(
      story(),
      lost,
      { ...usualPage, palette: "light" },
      { stories, compose, documents: [] },
    );
    expect(told).toMatchObject({ kind: "missing" });
    expect(told).not.toHaveProperty("scene");
  });

  it("is annotated at what is selected, and no arrow goes from a node to nowhere", () => {
    stories.addStep();
    const [one = "", two = ""] = explorer.graph.nodes();
    stories.annotate(idAt(0), "note", [one]);
    stories.annotate(idAt(0), "arrow", [one, two]);
    stories.annotate(idAt(0), "arrow", [one]);
    stories.annotate(idAt(0), "box", [one, two]);
    expect(story().steps[0]?.annotations.map(({ kind }) => kind)).toEqual(["note", "arrow", "box"]);
    expect("story" in readStory(JSON.stringify(story()))).toBe(true);
  });

  it("keeps what annotated names were called, and what its claims said", () => {
    stories.addStep();
    const [one = ""] = explorer.graph.nodes();
    stories.annotate(idAt(0), "note", [one]);
    const [step] = story().steps;
    expect(step?.names?.[one]).toBe(nameOf(explorer.graph.getNodeAttribute(one, "node"), "en").text);
    expect(Object.keys(step?.said ?? {})).toEqual(Object.keys(step?.claims ?? {}));
    expect(Object.values(step?.said ?? {})[0]).toContain(" — ");
  });

  it("of before, without such words, opens and lists its changes by their ids", () => {
    const old = { claims: { a: "1", b: "2" } };
    const now = { claims: { a: "3" }, said: { a: "Ada" } };
    expect(listChanges(old, now)).toEqual([
      { kind: "gone", id: "b", before: null, now: null },
      { kind: "changed", id: "a", before: null, now: "Ada" },
    ]);
  });

  it("tells a claim whose words are as they were as one that is cited otherwise", () => {
    const said = { a: "Ada lived" };
    expect(listChanges({ claims: { a: "1" }, said }, { claims: { a: "2" }, said })).toEqual([
      { kind: "cited", id: "a", before: "Ada lived", now: "Ada lived" },
    ]);
  });

  it("notices what changed under it", () => {
    const before = { a: "1", b: "2", c: "3" };
    expect(changesBetween(before, { ...before })).toBeNull();
    expect(changesBetween(before, { a: "1", b: "9", d: "4" })).toEqual({ changed: 1, gone: 1, added: 1 });
  });

  it("takes the order of properties for no change, and another date for one", () => {
    const claims = () => claimsShown(explorer.store.getState(), explorer.graph);
    const before = claims();
    const [id = ""] = Object.keys(before);
    const { relationship } = explorer.graph.getEdgeAttributes(id);
    const turned = Object.fromEntries(Object.entries(relationship.properties).toReversed());
    explorer.graph.setEdgeAttribute(id, "relationship", { ...relationship, properties: turned });
    expect(claims()).toEqual(before);
    const dated = { ...relationship, properties: { ...relationship.properties, start: "1466" } };
    explorer.graph.setEdgeAttribute(id, "relationship", dated);
    expect(changesBetween(before, claims())).toEqual({ changed: 1, gone: 0, added: 0 });
  });
});
