import { describe, expect, it } from "vitest";
import { makeExplorer, positionsOf, serveFlorence } from "../client/support.ts";

const florence = serveFlorence();

async function opened() {
  const explorer = makeExplorer(florence.api);
  await explorer.start();
  return explorer;
}

describe("a kept view", () => {
  it("opens in another session as it was, and can be undone", async () => {
    const first = await opened();
    const [id = "", other = ""] = first.graph.nodes();
    first.moveNode(id, 33, 44);
    first.hideNode(other);
    await first.setStyle({ nodeColor: "community", nodeSize: "pagerank" });
    await first.setOwnLook("community=v:0", { hue: "teal", name: "Workshop" });
    const kept = JSON.stringify(first.keepView());
    const second = await opened();
    const before = positionsOf(second);
    await second.openView("a.alumnigraph.json", kept);
    expect(positionsOf(second)).toEqual(positionsOf(first));
    expect(second.store.getState().hidden).toEqual(first.store.getState().hidden);
    expect(second.store.getState().style).toEqual(first.store.getState().style);
    second.undo();
    expect(positionsOf(second)).toEqual(before);
  });

  it.each(["", "{}", '{"format":"alumnigraph-view","version":1}', "[1]"])(
    "leaves the view alone for %j",
    async (text) => {
      const explorer = await opened();
      const before = positionsOf(explorer);
      await explorer.openView("a.json", text);
      expect(explorer.store.getState().problem?.kind).toBe("file");
      expect(positionsOf(explorer)).toEqual(before);
    },
  );

  it("of another data set is refused", async () => {
    const explorer = await opened();
    const kept = explorer.keepView();
    await explorer.openView("a.json", JSON.stringify({ ...kept, dataset: { id: "other", version: "1" } }));
    expect(explorer.store.getState().problem?.kind).toBe("otherData");
  });
});
