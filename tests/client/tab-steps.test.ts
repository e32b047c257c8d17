import { beforeEach, describe, expect, it } from "vitest";
import { addressOf, linkOf } from "../../client/explorer/linked-view.ts";
import type { Explorer } from "../../client/explorer.ts";
import { type Shelf, keepTabSteps } from "../../client/page/tab-steps.ts";
import { isPacked } from "../../client/permalink.ts";
import { bindAddressBar } from "../../client/page/address.ts";
import { makeExplorer, positionsOf, serveFlorence, settled } from "./support.ts";

const { api } = serveFlorence();
let kept: Map<IDBValidKey, unknown>;
let shelf: Shelf;
let session: Map<string, string>;

const keysKept = (pattern: RegExp) => [...kept.keys()].filter((key) => typeof key === "string" && pattern.test(key));

/** Keeps copies in memory, as a browser's database does on disk. */
function makeShelf(): Shelf {
  const shelved = kept;
  const get = async (key: IDBValidKey) => structuredClone(shelved.get(key));
  return {
    get: get as Shelf["get"],
    getMany: ((keys: IDBValidKey[]) => Promise.all(keys.map(get))) as Shelf["getMany"],
    keys: (async () => [...shelved.keys()]) as Shelf["keys"],
    set: async (key, value) => void shelved.set(key, structuredClone(value)),
    delMany: async (keys) => keys.forEach((key) => shelved.delete(key)),
    update: async (key, change) => void shelved.set(key, change(shelved.get(key) as never)),
  };
}

/** As much of a tab as keeping its steps and its address asks for. */
function makePage(search = "") {
  const location = { search, pathname: "/" };
  const events = new EventTarget();
  const pages = [search];
  const page = {
    location,
    history: {
      pushState: (_: unknown, _title: string, to: string) => pages.push((location.search = to)),
      replaceState: (_: unknown, _title: string, to: string) => pages.splice(-1, 1, (location.search = to)),
    },
    navigator: {},
    sessionStorage: {
      getItem: (key: string) => session.get(key) ?? null,
      setItem: (key: string, value: string) => session.set(key, value),
    },
    setTimeout: (work: () => void) => setTimeout(work),
    clearTimeout,
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  } as unknown as Window;
  const goBack = (to: string) => {
    location.search = to;
    events.dispatchEvent(new Event("popstate"));
  };
  return { page, pages, goBack };
}

async function openLarge(explorer: Explorer, length = 2000): Promise<string> {
  const nodes = Array.from({ length }, (_, i) => ({
    node: { id: `made-${i}`, labels: ["Entity", "Person"], properties: { nameEn: `Made ${i}` } },
    x: i,
    y: 2 * i,
    placed: true,
    pinned: false,
  }));
  const view = { ...explorer.keepView(), answer: null, layout: "organic", nodes, relationships: [], guides: null };
  await explorer.openView("large", JSON.stringify(view));
  return linkOf(explorer);
}

/** A tab on whose page a large view is open and kept. */
async function keepLarge(): Promise<{ link: string; explorer: Explorer }> {
  const explorer = makeExplorer(api);
  await explorer.start();
  const link = await openLarge(explorer);
  await keepTabSteps(explorer, "", makePage().page, shelf);
  return { link, explorer };
}

async function reopen(link: string, prepare: (explorer: Explorer) => unknown = () => {}): Promise<Explorer> {
  const explorer = makeExplorer(api);
  await explorer.start(link);
  await settled(explorer);
  await prepare(explorer);
  await keepTabSteps(explorer, link, makePage(link).page, shelf);
  return explorer;
}

const withVersion = (explorer: Explorer, version: string) =>
  explorer.store.setState(({ dataset }) => ({ dataset: dataset && { ...dataset, version } }));

beforeEach(() => {
  kept = new Map();
  session = new Map();
  shelf = makeShelf();
});

describe("a large view that its tab keeps", () => {
  it("outlives a page with another version of the data, which says why it is not there", async () => {
    const { link, explorer } = await keepLarge();
    const other = await reopen(link, (each) => withVersion(each, "another"));
    expect(other.store.getState().problem?.detail).toMatch(/kept with other data/);
    const again = await reopen(link);
    expect(positionsOf(again)).toEqual(positionsOf(explorer));
    expect(keysKept(/\.aside$/)).toEqual([]);
  });

  it("comes back also where a step was taken meanwhile, which can be gone back to", async () => {
    const { link, explorer } = await keepLarge();
    const other = await reopen(link, (each) => each.showNode("leonardo"));
    expect(positionsOf(other)).toEqual(positionsOf(explorer));
    other.goToStep(0);
    expect(other.graph.nodes()).toEqual(["leonardo"]);
  });

  it("is said to be lost where the browser keeps nothing", async () => {
    const { link } = await keepLarge();
    shelf = { ...shelf, get: () => Promise.reject(new Error("forbidden")) };
    const other = await reopen(link);
    expect(other.store.getState()).toMatchObject({ problem: { kind: "partly" }, keepsSteps: false });
  });
});

it("steps of a view whose link is packed are taken up after a reload", async () => {
  const explorer = makeExplorer(api);
  await explorer.start();
  await openLarge(explorer, 300);
  explorer.hideNode("made-7");
  await keepTabSteps(explorer, "", makePage().page, shelf);
  const link = await addressOf(explorer);
  expect(isPacked(link)).toBe(true);
  const other = await reopen(link);
  other.undo();
  expect(positionsOf(other)).toEqual(positionsOf(explorer));
  expect(other.store.getState()).toMatchObject({ hidden: new Set(), canRedo: true });
});

it("steps that a full disk does not take leave nothing behind", async () => {
  const { set } = shelf;
  let room = 2;
  shelf = { ...shelf, set: (key, value) => (room-- > 0 ? set(key, value) : Promise.reject(new Error("full"))) };
  const explorer = makeExplorer(api);
  await explorer.start();
  await keepTabSteps(explorer, "", makePage().page, shelf);
  expect(keysKept(/^steps\./)).toEqual([]);
  expect(explorer.store.getState().keepsSteps).toBe(false);
});

describe("the address of a large view", () => {
  it("leads back to its step", async () => {
    const { link, explorer } = await keepLarge();
    const large = positionsOf(explorer);
    await explorer.openFreeView();
    const { page, goBack } = makePage();
    const stop = bindAddressBar(explorer, page);
    goBack(link);
    await expect.poll(() => positionsOf(explorer)).toEqual(large);
    stop();
  });

  it("says where no step has it, and leaves what is on screen", async () => {
    const explorer = makeExplorer(api);
    await explorer.start();
    const before = positionsOf(explorer);
    const { page, goBack } = makePage();
    const stop = bindAddressBar(explorer, page);
    goBack("?free=1&partly=1");
    await expect.poll(() => explorer.store.getState().problem?.kind).toBe("partly");
    expect(positionsOf(explorer)).toEqual(before);
    stop();
  });

  it("stays while its view may still come back, and to go back to after the next step", async () => {
    const explorer = makeExplorer(api);
    const link = "?free=1&partly=1";
    const { page, pages } = makePage(link);
    const stop = bindAddressBar(explorer, page);
    await explorer.start(link);
    await new Promise((resolve) => setTimeout(resolve));
    expect(pages).toEqual([link]);
    await explorer.showNode("leonardo");
    await expect.poll(() => pages).toEqual([link, expect.stringMatching(/add=leonardo/)]);
    stop();
  });
});
