import { beforeEach, describe, expect, it } from "vitest";
import type { Explorer } from "../../client/explorer.ts";
import { standfirstOf } from "../../client/standfirst.ts";
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
});
