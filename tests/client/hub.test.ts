/** Expanding an entity with ten thousand neighbors, as a person does it. */
import { join } from "node:path";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { createApi } from "../../client/api.ts";
import { countFresh } from "../../client/view/expansion.ts";
import type { Explorer } from "../../client/explorer.ts";
import { createApp } from "../../server/app.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { readDataset } from "../../server/seed/index.ts";
import { describeEachEngine } from "../support/engines.ts";
import { makeExplorer } from "./support.ts";

const neighbors = 10_000;

describeEachEngine("a hub of ten thousand", (engine) => {
  let explorer: Explorer;
  let answer: ReturnType<typeof createApp>;

  beforeAll(async () => {
    const rows = Array.from({ length: neighbors }, (_, index) => ({
      id: `p${index}`,
      degree: index % 97,
      certainty: index % 10 === 0 ? "reported" : "stated",
    }));
    await engine.database.write(async (transaction) => {
      await transaction.run("CREATE (n:Entity:Workshop {id: 'hub', nameEn: 'Hub', degree: $neighbors})", { neighbors });
      await transaction.run(
        "UNWIND $rows AS row CREATE (p:Entity:Painter {id: row.id, nameEn: row.id, degree: row.degree})",
        { rows },
      );
      await transaction.run(
        "UNWIND $rows AS row MATCH (h:Entity {id: 'hub'}) MATCH (p:Entity {id: row.id}) CREATE (p)-[r:WORKED_IN]->(h) SET r.id = row.id + '.worked-in.hub', r.certainty = row.certainty",
        { rows },
      );
    });
    const dataset = await readDataset(join(import.meta.dirname, "../datasets/florence"));
    answer = createApp({ database: engine.database, dataset, questions: await readQuestions(dataset.folder) });
  }, 120_000);

  beforeEach(async () => {
    explorer = makeExplorer(
      createApi(async (path, init) => answer.request(path, init)),
      { width: 3000, height: 2000 },
    );
    await explorer.start("?free=1");
    await explorer.showNode("hub");
  });

  const brought = () => explorer.graph.nodes().filter((id) => id !== "hub");
  const fresh = async (without: readonly string[] = []) => {
    const counts = await explorer.previewExpansion("hub", without);
    if (counts === null) throw new Error("There are no counts.");
    const { hidden, time } = explorer.store.getState();
    return countFresh({ graph: explorer.graph, hidden, time }, "hub", counts, without);
  };

  it("brings twenty, then the next twenty, the best connected first", async () => {
    expect(await fresh()).toBe(neighbors);
    await explorer.expandNode("hub");
    expect(brought()).toHaveLength(20);
    await explorer.expandNode("hub");
    expect(brought()).toHaveLength(40);
    const inOrder = Array.from({ length: neighbors }, (_, index) => index)
      .filter((index) => index % 97 === 96)
      .map((index) => `p${index}`)
      .toSorted();
    expect(brought().toSorted()).toEqual(inOrder.slice(0, 40));
    expect(await fresh()).toBe(neighbors - 40);
  });

  it("brings what is checked and no more than is said, and goes on within that", async () => {
    const withoutKinds = ["WORKED_IN.in.Painter.stated"];
    expect(await fresh(withoutKinds)).toBe(neighbors / 10);
    await explorer.expandNode("hub", { withoutKinds, most: 10 });
    await explorer.expandNode("hub");
    expect(brought()).toHaveLength(20);
    expect(brought().every((id) => Number(id.slice(1)) % 10 === 0)).toBe(true);
    expect(await fresh(withoutKinds)).toBe(neighbors / 10 - 20);
  });
});
