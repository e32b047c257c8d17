/** What every answer has around it: headers, refusals, and how errors are told. */
import { gunzipSync } from "node:zlib";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DatasetSummary, Problem } from "../../schema/api.ts";
import type { GraphDatabase } from "../../server/database/database.ts";
import { openDatabase } from "../../server/database/open.ts";
import { createApp } from "../../server/app.ts";
import { Unavailable } from "../../server/errors.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { readDataset } from "../../server/seed/index.ts";
import { type App, articles, get, guild, serveGuild } from "./support.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder("http");
const client = join(folder, "dist");
let database: GraphDatabase;
let app: App;

beforeAll(async () => {
  mkdirSync(join(client, "assets"), { recursive: true });
  writeFileSync(join(client, "index.html"), "<!doctype html><title>Alumnigraph</title>");
  writeFileSync(join(client, "assets/index-4f3a.js"), `console.log(${JSON.stringify("x".repeat(20_000))});`);
  writeFileSync(join(client, ".built"), "secret");
  writeFileSync(join(folder, "outside.txt"), "secret");
  database = await openDatabase({ dataFolder: join(folder, "data"), neo4j: undefined }, "guild");
  app = await serveGuild(database, { client, allowedHosts: ["graph.example.org"] });
});
afterAll(() => database.close());

async function problem(response: Response): Promise<Problem> {
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  const told = Problem.parse(await response.json());
  expect(told.status).toBe(response.status);
  expect(told.remedy).not.toBe("");
  expect(told.instance).toBe(`urn:request:${response.headers.get("X-Request-Id")}`);
  return told;
}

describe("a problem", () => {
  it.each([
    ["/api/nope", 404, "no route /api/nope"],
    ["/api", 404, "no route /api"],
    ["/api/nodes", 404, "no route"],
    ["/api/nodes/nobody", 404, "no entity with the id nobody"],
    ["/api/nodes/nobody/neighbors", 404, "nobody"],
    ["/api/nodes/nobody/neighbor-counts", 404, "nobody"],
    ["/api/nodes/gamma/neighbors?limit=0", 400, "limit is below 1"],
    ["/api/nodes/gamma/neighbors?limit=101", 400, "limit is above 100"],
    ["/api/nodes/gamma/neighbors?limit=many", 400, "limit is not a whole number"],
    ["/api/nodes/gamma/neighbors?direction=up", 400, "direction"],
    ["/api/nodes/gamma/neighbors?cursor=nonsense", 400, "cursor"],
    ["/api/nodes/gamma/neighbors?lables=Person", 400, "no parameter lables"],
    [`/api/nodes/${"x".repeat(201)}`, 400, "id"],
    ["/api/search", 400, "q is missing"],
    ["/api/search?q=", 400, "q is empty"],
    [`/api/search?q=${"x".repeat(201)}`, 400, "longer than 200"],
    ["/api/subgraph", 400, "ids is missing"],
    [`/api/subgraph?ids=${Array.from({ length: 501 }, (_, index) => `n${index}`).join(",")}`, 400, "more than 500"],
    ["/api/paths?from=ann", 400, "to is missing"],
    ["/api/paths?from=ann&to=ann", 400, "two different ends"],
    ["/api/paths?from=ann&to=nobody", 404, "nobody"],
    ["/api/paths?from=ann&to=cy&maxLength=9", 400, "maxLength is above 8"],
    ["/api/paths?from=ann&to=cy&without=cy", 400, "cy is an end of the path"],
    ["/api/paths?from=ann&to=cy&types=WORKS_AT", 400, "no relationship type WORKS_AT"],
    ["/api/paths?from=ann&to=cy&withoutLabels=Robot", 400, "no label Robot"],
    ["/api/paths?from=ann&to=cy&dates=maybe", 400, "dates is none of any, possible, certain"],
    ["/api/connections?ids=ann,cy", 400, "ids has fewer than 3 parts"],
    ["/api/connections?ids=ann,cy,nobody", 404, "nobody"],
    ["/api/overlaps", 400, "ids is missing"],
    ["/api/overlaps?ids=ann&answers=maybe", 400, "is none of certain, possible"],
    ["/api/overlaps?ids=ann&cursor=nonsense", 400, "cursor is not one of this list"],
    ["/api/careers?ids=nobody", 404, "nobody"],
    ["/api/documents/nothing", 404, "nothing"],
    ["/api/documents/ann", 404, "ann is not a document"],
    ["/api/documents/notes/passages?start=0&end=5", 404, "not at hand"],
    ["/api/questions/what", 404, "no question what"],
    ["/api/questions/alumni-of", 400, "companies is missing"],
    ["/api/questions/alumni-of?companies=", 400, "needs companies"],
    ["/api/questions/alumni-of?companies=alpha,nobody", 404, "nobody"],
    ["/api/questions/career-of?person=ann,cy", 400, "person has more than 1 parts"],
    ["/api/questions/listings?person=ann", 400, "no parameter person"],
    [`/api/search?q=a&labels=${"x".repeat(40_000)}`, 414, "characters long"],
  ])("%s is a %i that says %s", async (path, status, words) => {
    const response = await app.request(path);
    expect(response.status).toBe(status);
    expect((await problem(response)).detail).toContain(words);
  });

  it("answers what would write, naming what is allowed", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const response = await app.request("/api/dataset", { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("Allow")).toBe("GET, HEAD");
      await problem(response);
    }
  });

  it("answers a subgraph that is asked for with a body of another form", async () => {
    const post = (body: unknown, headers: Record<string, string> = {}) => {
      const text = JSON.stringify(body);
      const usual = { "Content-Type": "application/json", "Content-Length": String(text.length) };
      return app.request("/api/subgraph", { method: "POST", body: text, headers: { ...usual, ...headers } });
    };
    const many = Array.from({ length: 12_001 }, (_, index) => `n${index}`);
    for (const [body, headers, status, words] of [
      [{ ids: [] }, {}, 400, "ids"],
      [{ ids: many }, {}, 400, "more than 12000"],
      [{ ids: ["ann"], of: "guild" }, {}, 400, "of"],
      [{ ids: ["ann"] }, { "Content-Type": "text/plain" }, 415, "not JSON"],
      [{ ids: ["ann"] }, { "Content-Length": "2500001" }, 413, "2500001 bytes"],
    ] as const) {
      const response = await post(body, headers);
      expect(response.status).toBe(status);
      expect((await problem(response)).detail).toContain(words);
    }
    const refused = await app.request("/api/subgraph", { method: "DELETE" });
    expect([refused.status, refused.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST"]);
  });

  it("answers a request with a body", async () => {
    const response = await app.request("/api/dataset", { headers: { "Content-Length": "3" } });
    expect(response.status).toBe(413);
    await problem(response);
  });

  it("says where the text of a passage is missing", async () => {
    const withText = await serveGuild(database, { articles });
    const told = async (path: string) => (await problem(await withText.request(`/api/documents/${path}`))).detail;
    expect(await told("letters/passages?start=0&end=5")).toContain("which file");
    expect(await told("nothing/passages?start=0&end=5")).toContain("no document with the id nothing");
    expect(await told("constructor/passages?start=0&end=5")).toContain("no document with the id constructor");
    expect(await told("notes/passages?start=5&end=5")).toContain("end does not lie after start");
    expect(await told("notes/passages?start=0&end=5001")).toContain("too far");
    expect(await told("notes/passages?start=599&end=601")).toContain("has only 600 characters");
    expect(await told("notes/passages?start=0")).toContain("end is missing");
    const elsewhere = await serveGuild(database, { articles: folder });
    expect((await problem(await elsewhere.request("/api/documents/notes/passages?start=0&end=5"))).detail).toContain(
      "notes.txt is not in the folder",
    );
  });

  it("of the database is a 503 with its remedy, though the server itself lives", async () => {
    const gone: GraphDatabase = { ...database, engine: "neo4j", read: unavailable, ready: unavailable };
    const dataset = await readDataset(guild);
    const served = createApp({ database: gone, dataset, questions: await readQuestions(dataset.folder) });
    for (const path of ["/api/ready", "/api/dataset", "/api/nodes/ann"]) {
      const response = await served.request(path);
      expect(response.status).toBe(503);
      expect(await problem(response)).toMatchObject({ detail: "Neo4j does not answer.", remedy: "Start it." });
    }
    expect((await served.request("/api/health")).status).toBe(200);
  });

  it("that nobody foresaw tells nothing of our insides, and is logged under the id it gives", async () => {
    const lines: string[] = [];
    const logger = pino({ level: "error" }, { write: (line: string) => lines.push(line) });
    const broken: GraphDatabase = {
      ...database,
      engine: "grafeo",
      read: () => Promise.resolve([{ node: { id: 5, password: "hidden" } }]),
    };
    const dataset = await readDataset(guild);
    const served = createApp({ database: broken, dataset, questions: await readQuestions(dataset.folder), logger });
    const response = await served.request("/api/nodes/ann");
    expect(response.status).toBe(500);
    const told = await problem(response);
    expect(JSON.stringify(told)).not.toMatch(/hidden|zod|node|\.ts/i);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      requestId: response.headers.get("X-Request-Id"),
      path: "/api/nodes/ann",
      err: { type: "ZodError" },
    });
  });
});

const unavailable = () => Promise.reject(new Unavailable("Neo4j does not answer.", "Start it."));

describe("the Host header", () => {
  const ask = (host: string) => app.request("http://localhost/api/health", { headers: { Host: host } });

  it.each([
    "localhost",
    "localhost:4680",
    "LOCALHOST",
    "app.localhost",
    "127.0.0.1:80",
    "127.5.0.1",
    "[::1]",
    "[::1]:4680",
    "graph.example.org",
    "Graph.Example.org:8080",
    "graph.example.org.",
  ])("may be %s", async (host) => {
    expect((await ask(host)).status).toBe(200);
  });

  it.each([
    "evil.example",
    "evil.example:4680",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "sub.graph.example.org",
    "192.168.0.5",
    "[::2]",
    "notlocalhost",
    "1270.0.0.1",
    "",
  ])("may not be %j", async (host) => {
    const response = await ask(host);
    expect(response.status).toBe(421);
    expect((await problem(response)).remedy).toContain("ALLOWED_HOSTS");
  });

  it("is checked for the explorer too", async () => {
    expect((await app.request("/", { headers: { Host: "evil.example", Accept: "text/html" } })).status).toBe(421);
  });
});

describe("headers", () => {
  it.each(["/api/dataset", "/api/nope", "/", "/assets/index-4f3a.js", "/openapi.json"])(
    "of %s keep the page to itself",
    async (path) => {
      const { headers } = await app.request(path, { headers: { Accept: "text/html" } });
      expect(headers.get("Content-Security-Policy")?.split("; ")).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "form-action 'none'",
        ]),
      );
      expect(headers.get("Content-Security-Policy")).not.toContain("unsafe");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
      expect(headers.get("Permissions-Policy")).toContain("camera=()");
      expect(headers.get("X-Request-Id")).toMatch(/^[\w-]{8,}$/);
      expect(headers.get("Access-Control-Allow-Origin")).toBe(null);
    },
  );

  it("keep a request's own id where it has one", async () => {
    expect(
      (await app.request("/api/health", { headers: { "X-Request-Id": "mine-1" } })).headers.get("X-Request-Id"),
    ).toBe("mine-1");
  });
});

describe("an answer's tag", () => {
  it("lets it be asked for again without being sent", async () => {
    const first = await app.request("/api/dataset");
    const tag = first.headers.get("ETag") ?? "";
    expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(first.headers.get("Cache-Control")).toBe("no-cache");
    for (const known of [tag, tag.replace("W/", ""), `"other", ${tag}`]) {
      const again = await app.request("/api/dataset", { headers: { "If-None-Match": known } });
      expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", tag]);
    }
    expect((await app.request("/api/dataset", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });

  it("differs by address and by the data's version, and a problem has none", async () => {
    const tagOf = async (served: App, path: string) => (await served.request(path)).headers.get("ETag");
    const dataset = await readDataset(guild);
    const changed = createApp({
      database,
      dataset: { ...dataset, version: "another" },
      questions: await readQuestions(dataset.folder),
    });
    const tags = [
      await tagOf(app, "/api/search?q=a"),
      await tagOf(app, "/api/search?q=b"),
      await tagOf(app, "/api/dataset"),
      await tagOf(changed, "/api/dataset"),
    ];
    expect(new Set(tags).size).toBe(4);
    expect(await tagOf(app, "/api/nodes/nobody")).toBe(null);
  });
});

describe("compression", () => {
  const ask = (path: string, accept: string) => app.request(path, { headers: { "Accept-Encoding": accept } });

  it("makes large text smaller, and leaves it as it was", async () => {
    const plain = await (await app.request("/api/first-view")).text();
    const response = await ask("/api/first-view", "br, gzip;q=0.8");
    expect(response.headers.get("Content-Encoding")).toBe("gzip");
    expect(response.headers.get("Vary")).toContain("Accept-Encoding");
    const sent = Buffer.from(await response.arrayBuffer());
    expect(gunzipSync(sent).toString()).toBe(plain);
    expect(sent.length).toBeLessThan(plain.length / 3);
  });

  it("leaves alone what is small, and who does not take it", async () => {
    expect((await ask("/api/health", "gzip")).headers.get("Content-Encoding")).toBe(null);
    expect((await ask("/api/first-view", "identity")).headers.get("Content-Encoding")).toBe(null);
    expect((await ask("/api/first-view", "gzip;q=0")).headers.get("Content-Encoding")).toBe(null);
    expect((await app.request("/api/first-view")).headers.get("Content-Encoding")).toBe(null);
  });
});

describe("the explorer", () => {
  const page = { headers: { Accept: "text/html,*/*" } };

  it("is served afresh, its hashed files for ever", async () => {
    const index = await app.request("/", page);
    expect([index.status, index.headers.get("Content-Type"), index.headers.get("Cache-Control")]).toEqual([
      200,
      "text/html; charset=utf-8",
      "no-cache",
    ]);
    const asset = await app.request("/assets/index-4f3a.js");
    expect([asset.status, asset.headers.get("Cache-Control")]).toEqual([200, "public, max-age=31536000, immutable"]);
    expect(asset.headers.get("Content-Type")).toContain("javascript");
  });

  it("gives each large file its own content, however often it is asked for", async () => {
    const ask = async (path: string) => {
      const response = await app.request(path, { headers: { "Accept-Encoding": "gzip" } });
      expect(response.headers.get("Content-Encoding")).toBe("gzip");
      return gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    };
    const names = ["large-a.js", "large-b.js"];
    const contents = names.map((name) => `// ${name}\n`.repeat(1000));
    for (const [i, name] of names.entries()) writeFileSync(join(client, "assets", name), contents[i] ?? "");
    const paths = names.map((name) => `/assets/${name}`);
    const given = [await Promise.all(paths.map(ask)), await Promise.all(paths.map(ask))];
    expect(given).toEqual([contents, contents]);
  });

  it("opens at any of its addresses, but not as a file that is missing", async () => {
    expect(await (await app.request("/some/view", page)).text()).toContain("<title>Alumnigraph");
    const missing = await app.request("/assets/gone.js", { headers: { Accept: "*/*" } });
    expect(missing.status).toBe(404);
    await problem(missing);
  });

  it("serves nothing from outside its folder, and nothing hidden", async () => {
    for (const path of [
      "/../outside.txt",
      "/%2e%2e/outside.txt",
      "/..%2foutside.txt",
      "/..%5coutside.txt",
      "/.built",
      "/%2ebuilt",
      "/%00",
      "/%zz",
      "/assets/../../outside.txt",
      "/assets",
      "/assets//index-4f3a.js",
      "/assets%2findex-4f3a.js",
    ]) {
      const response = await app.request(path, { headers: { Accept: "*/*" } });
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).not.toContain("secret");
    }
  });

  it("that is not built says how to build it", async () => {
    const bare = await serveGuild(database, { client: join(folder, "nowhere") });
    const response = await bare.request("/", page);
    expect(response.status).toBe(404);
    expect((await problem(response)).remedy).toContain("npm start");
  });

  it("is asked for by HEAD without a body", async () => {
    const response = await app.request("/api/dataset", { method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });
});

it("the summary says where there is no text of the documents", async () => {
  expect((await get(app, "/api/dataset", DatasetSummary)).passages).toBe(false);
});

it("each request is logged, with its id, status and time", async () => {
  const lines: string[] = [];
  const logged = await serveGuild(database, {
    logger: pino({ level: "info" }, { write: (line: string) => lines.push(line) }),
  });
  const response = await logged.request("/api/nodes/nobody?secret=1");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    requestId: response.headers.get("X-Request-Id"),
    method: "GET",
    path: "/api/nodes/nobody",
    status: 404,
    ms: expect.any(Number),
  });
});
