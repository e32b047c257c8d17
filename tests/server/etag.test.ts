/** Whether a client that holds an answer is told that it still holds. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { GraphDatabase } from "../../server/database/database.ts";
import { openNeo4j } from "../../server/database/neo4j.ts";
import { describeEachEngine, describeNeo4j } from "../support/engines.ts";
import { type App, serveGuild } from "./support.ts";

const asked = (app: App, tag: string, path = "/api/nodes/ann") =>
  app.request(path, { headers: { "If-None-Match": tag, "Accept-Encoding": "gzip" } });
const tagOf = (response: Response) => response.headers.get("ETag") ?? "";

describeEachEngine("an answer that a client holds", (engine) => {
  it("is not sent again while it is the same", async () => {
    const app = await serveGuild(engine.database);
    for (const path of ["/api/nodes/ann", "/api/first-view"]) {
      const first = await asked(app, "", path);
      const again = await asked(app, tagOf(first), path);
      expect([again.status, await again.text(), tagOf(again)]).toEqual([304, "", tagOf(first)]);
      expect(again.headers.get("Cache-Control")).toBe("no-cache");
    }
  });

  it("has no tag where it was asked for in a body, which no address names", async () => {
    const app = await serveGuild(engine.database);
    const body = JSON.stringify({ ids: ["ann"] });
    const headers = { "Content-Type": "application/json", "Content-Length": String(body.length) };
    const answer = await app.request("/api/subgraph", { method: "POST", headers, body });
    expect([answer.status, tagOf(answer)]).toEqual([200, ""]);
  });
});

describeNeo4j("an answer that a client holds while others write", (connection) => {
  let database: GraphDatabase;
  let others: GraphDatabase;
  beforeAll(async () => {
    database = await openNeo4j(connection);
    others = await openNeo4j(connection);
  });
  afterAll(async () => {
    await database.close();
    await others.close();
  });

  it("is sent anew once it says something else", async () => {
    const app = await serveGuild(database);
    const before = tagOf(await asked(app, ""));
    expect((await asked(app, before)).status).toBe(304);
    await others.write((transaction) => transaction.run("MATCH (n:Entity {id: 'ann'}) SET n.nameEn = 'Anna'"));
    const after = await asked(app, before);
    expect(after.status).toBe(200);
    expect(await after.text()).toContain('"Anna"');
    expect(tagOf(after)).not.toBe(before);
  });
});
