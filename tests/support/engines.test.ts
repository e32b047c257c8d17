import { beforeEach, expect, it } from "vitest";
import { describeEachEngine } from "./engines.ts";

const add = "CREATE (n:Entity {id: $id})";
const ids = "MATCH (n) RETURN n.id AS id";

describeEachEngine("a first suite", (engine) => {
  it("begins empty", async () => {
    expect(engine.database.engine).toBe(engine.name);
    expect(await engine.database.read(ids)).toEqual([]);
    await engine.database.write((transaction) => transaction.run(add, { id: "a" }));
  });

  it("keeps its data between tests", async () => {
    expect(await engine.database.read(ids)).toEqual([{ id: "a" }]);
  });
});

describeEachEngine("a second suite", (engine) => {
  beforeEach(engine.empty);

  it.each([1, 2])("begins empty again, and each test with it: %s", async () => {
    expect(await engine.database.read(ids)).toEqual([]);
    await engine.database.write((transaction) => transaction.run(add, { id: "a" }));
  });
});
