import { beforeEach, describe, expect, it } from "vitest";
import type { Explorer } from "../../client/explorer.ts";
import { standfirstOf } from "../../client/words/standfirst.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const told = () => standfirstOf(explorer.store.getState());

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
  await explorer.openQuestion("alumni-of", { companies: ["verrocchio-workshop", "ghirlandaio-workshop"] });
});

describe("the sentence under the headline", () => {
  it("says that color shows the origin only while it does", async () => {
    expect(told()).toMatch(/Colour shows where each came from\.$/);
    await explorer.setStyle({ nodeColor: "community" });
    expect(told()).not.toMatch(/where each came from/);
    expect(told()).toMatch(/Colour shows: Community\.$/);
    explorer.undo();
    expect(told()).toMatch(/Colour shows where each came from\.$/);
  });

  it("counts what is not known to have begun after the time that is looked at, and else says that it speaks of all time", async () => {
    const usual = told();
    explorer.setTime({ from: "1300", to: "1300", undated: false });
    expect(told()).toMatch(/These figures are of all time\./);
    await explorer.wordAnswer();
    expect(told()).toMatch(
      /^Nobody is known here .* Counted is what has a date and is not known to have begun later \(as of 1300\)\./,
    );
    explorer.setTime({ from: "1490", to: "1490", undated: true });
    expect(told()).toMatch(/These figures are of all time\./);
    explorer.setTime(null);
    expect(told()).toBe(usual);
  });
});
