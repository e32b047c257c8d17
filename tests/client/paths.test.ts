/** The conditions of a path. */
import { describe, expect, it } from "vitest";
import { makeExplorer, serveFlorence } from "./support.ts";

const served = serveFlorence();

describe("a path", () => {
  it("goes along only the types that were chosen", async () => {
    const explorer = makeExplorer(served.api);
    await explorer.start();
    await explorer.showPath("leonardo", "michelangelo");
    const typesOf = () => explorer.store.getState().paths?.answer.subgraph.relationships.map(({ type }) => type) ?? [];
    const [type = "", ...others] = new Set(typesOf());
    expect(others.length).toBeGreaterThan(0);
    await explorer.changePath({ options: { types: [type] } });
    expect(explorer.store.getState().problem).toBeNull();
    expect(explorer.store.getState().paths?.options.types).toEqual([type]);
    expect(typesOf().filter((each) => each !== type)).toEqual([]);
  });

  it("passes through only the labels that were chosen", async () => {
    const explorer = makeExplorer(served.api);
    await explorer.start();
    await explorer.showPath("leonardo", "michelangelo");
    await explorer.changePath({ options: { labels: ["Painter"] } });
    const { paths, problem } = explorer.store.getState();
    expect(problem).toBeNull();
    const nodes = new Map(paths?.answer.subgraph.nodes.map((node) => [node.id, node]));
    const passed = paths?.answer.paths.flatMap((path) => path.nodes.slice(1, -1)) ?? [];
    expect(passed.filter((id) => !nodes.get(id)?.labels.includes("Painter"))).toEqual([]);
  });

  it("between people does without rivalry at first, as a condition that can be taken away", async () => {
    const explorer = makeExplorer(served.api);
    await explorer.start();
    const shown = () => explorer.store.getState().paths;
    const isRival = () => shown()?.answer.subgraph.relationships.some(({ type }) => type === "RIVALLED");
    await explorer.showPath("lorenzo-di-credi", "michelangelo");
    expect(shown()?.options.withoutTypes).toEqual(["RIVALLED"]);
    expect(isRival()).toBe(false);
    await explorer.changePath({ options: { withoutTypes: [] } });
    expect(isRival()).toBe(true);
  });

  it("between others than people goes by rivalry as by anything", async () => {
    const explorer = makeExplorer(served.api);
    await explorer.start();
    await explorer.showPath("verrocchio-workshop", "ghirlandaio-workshop");
    const { paths } = explorer.store.getState();
    expect(paths?.options.withoutTypes).toEqual([]);
    expect(paths?.answer.subgraph.relationships.some(({ type }) => type === "RIVALLED")).toBe(true);
  });
});
