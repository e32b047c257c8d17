/** The address bar, as far as the browser's own back is concerned. */
import { beforeEach, describe, expect, it } from "vitest";
import { addressOf } from "../../client/explorer/linked-view.ts";
import type { Explorer } from "../../client/explorer.ts";
import { bindAddressBar } from "../../client/page/address.ts";
import { makeExplorer, serveFlorence, settled } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
beforeEach(() => {
  explorer = makeExplorer(api);
});

/** As much of a page as its address asks for; what waits for the pause is written when the test says so. */
function makePage(search = "") {
  const location = { search, pathname: "/" };
  const events = new EventTarget();
  const waiting: (() => void)[] = [];
  /** The entries of the browser's history, and every address that was ever put. */
  const [entries, put] = [[search], [] as string[]];
  const putOne = (at: number, to: string) => {
    put.push(to);
    entries.splice(at, 1, (location.search = to));
  };
  const page = {
    location,
    history: {
      pushState: (_data: unknown, _title: string, to: string) => putOne(entries.length, to),
      replaceState: (_data: unknown, _title: string, to: string) => putOne(entries.length - 1, to),
    },
    setTimeout: (work: () => void) => waiting.push(work),
    clearTimeout: () => {},
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  } as unknown as Window;
  const write = () => waiting.splice(0).forEach((work) => work());
  const goBack = () => {
    entries.pop();
    location.search = entries.at(-1) ?? "";
    events.dispatchEvent(new Event("popstate"));
  };
  return { page, entries, put, write, goBack };
}

/** The question on screen, with so many names more that its link is packed. */
async function addMany(): Promise<void> {
  const view = explorer.keepView();
  const made = Array.from({ length: 200 }, (_, i) => ({
    node: { id: `made-${i}`, labels: ["Entity", "Person"], properties: { nameEn: `Made ${i}` } },
    x: i,
    y: 2 * i,
    placed: true,
    pinned: true,
  }));
  await explorer.openView("many", JSON.stringify({ ...view, nodes: [...(view?.nodes ?? []), ...made] }));
}

/** A page whose address has just been written for a view of many names. */
async function openMany() {
  const opened = makePage();
  bindAddressBar(explorer, opened.page);
  await explorer.start("");
  await addMany();
  opened.write();
  return opened;
}

it("a question that is asked before the first one's link is written has an entry of its own", async () => {
  const { page, entries, write } = makePage();
  bindAddressBar(explorer, page);
  await explorer.start("");
  await explorer.openQuestion("everything", {});
  write();
  expect(entries).toEqual(["", expect.stringContaining("ask=everything")]);
});

describe("the address of a view whose link is packed", () => {
  it("comes before that of the question asked meanwhile", async () => {
    const { entries, write } = await openMany();
    await explorer.openQuestion("everything", {});
    write();
    await expect.poll(() => entries.length).toBe(3);
    expect(entries).toEqual(["", expect.stringMatching(/&z=/), expect.stringContaining("ask=everything")]);
  });

  it("is of the last of several steps in one entry", async () => {
    const { entries, write } = await openMany();
    explorer.hideNode("made-7");
    write();
    const last = await addressOf(explorer);
    await expect.poll(() => entries).toEqual(["", last]);
  });

  it("never takes the entry that the browser went back to meanwhile", async () => {
    const { page, entries, put, write, goBack } = makePage();
    bindAddressBar(explorer, page);
    await explorer.start("");
    write();
    const first = entries[0];
    await explorer.openQuestion("everything", {});
    write();
    await addMany();
    write();
    goBack();
    write();
    await expect.poll(() => explorer.store.getState().answer?.question).toBe("alumni-of");
    await settled(explorer);
    write();
    expect(entries).toEqual([first]);
    expect(put.filter((link) => link.includes("z="))).toEqual([]);
  });

  it("stays where it was cut off, and to go back to after the next step", async () => {
    await explorer.start("");
    await addMany();
    const whole = await addressOf(explorer);
    const link = whole.slice(0, -30);
    explorer = makeExplorer(api);
    const { page, entries, write } = makePage(link);
    bindAddressBar(explorer, page);
    await explorer.start(link);
    write();
    expect(explorer.store.getState().lost).toEqual([{ part: "packed", values: ["z"] }]);
    explorer.dismissProblem();
    explorer.select({ kind: "node", id: "leonardo" });
    write();
    expect(entries).toEqual([link]);
    explorer.hideNode("leonardo");
    write();
    expect(entries).toEqual([link, expect.stringMatching(/hide=leonardo/)]);
  });
});

it("a question that is asked after going back has an entry of its own", async () => {
  const { page, entries, write, goBack } = makePage();
  bindAddressBar(explorer, page);
  await explorer.start("");
  write();
  const first = entries[0];
  await explorer.openQuestion("everything", {});
  write();
  goBack();
  await expect.poll(() => explorer.store.getState().answer?.question).toBe("alumni-of");
  await settled(explorer);
  write();
  await explorer.openQuestion("everything", {});
  write();
  expect(entries).toEqual([first, expect.stringContaining("ask=everything")]);
});
