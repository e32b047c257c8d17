/** GET /api/export over the real app and the workshops of Florence, by processes of its own as when the program runs. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readArguments } from "../../command/arguments.ts";
import { writeErrand } from "../../command/export.ts";
import { createExports } from "../../command/exports.ts";
import { Problem } from "../../schema/api.ts";
import { createApp } from "../../server/app.ts";
import type { GraphDatabase } from "../../server/database/database.ts";
import { openInMemory } from "../../server/database/open.ts";
import { type Exports, exportLimits } from "../../server/exports.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { folderOf } from "../support/temporary-folder.ts";

type App = ReturnType<typeof createApp>;

const opened: { close(): Promise<void> }[] = [];
let database: GraphDatabase;
/** An app of its own limits, filled up with the usual ones; what is changed in them counts from the next file on. */
let serve: (limits?: Partial<{ [limit in keyof typeof exportLimits]: number }>) => Promise<App>;
let app: App;

beforeAll(async () => {
  database = await openInMemory();
  const dataset = await readDataset(join(import.meta.dirname, "../datasets/florence"));
  await loadSeeds(database, dataset);
  const questions = await readQuestions(dataset.folder);
  serve = async (limits = {}) => {
    const exports: Exports = createExports(Object.assign(limits, { ...exportLimits, ...limits }));
    opened.push(exports);
    return createApp({ database, dataset, questions, exports });
  };
  app = await serve();
});
afterAll(async () => {
  for (const each of opened) await each.close();
  await database.close();
});

const get = async (query: string, init?: RequestInit, from = app) => from.request(`/api/export?${query}`, init);

async function problemOf(query: string, from = app) {
  const answer = await get(query, undefined, from);
  return { ...Problem.parse(await answer.json()), type: answer.headers.get("Content-Type") };
}

describe("GET /api/export", () => {
  it.each(["svg", "png", "pptx", "xlsx", "gexf", "graphml-apoc", "cypher", "csv-neo4j", "view"])(
    "writes the same %s as the command, under the same name",
    async (format) => {
      const answer = await get(`question=alumni-of&companies=verrocchio-workshop&format=${format}&language=zh-Hant`);
      expect(answer.status).toBe(200);
      const words = ["--question", "alumni-of", "--companies", "verrocchio-workshop", "--format", format];
      const { name, content } = await writeErrand(readArguments([...words, "--language", "zh-Hant"]), async (path) =>
        app.request(path),
      );
      expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
      expect(answer.headers.get("Content-Disposition")).toContain(`attachment; filename="${name}"`);
    },
  );

  it.each([
    ["svg", "image/svg+xml"],
    ["html", "text/html; charset=utf-8"],
    ["pdf", "application/pdf"],
    ["pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ])("says that %s is %s", async (format, type) => {
    expect((await get(`format=${format}`)).headers.get("Content-Type")).toBe(type);
  });

  it("opens a link, with its own language and layout", async () => {
    const link = encodeURIComponent("lang=zh-Hans&layout=layered");
    const text = await (await get(`format=svg&link=${link}`)).text();
    expect(text).toContain('xml:lang="zh-Hans"');
    expect(text).not.toBe(await (await get("format=svg&language=zh-Hans")).text());
  });

  it("leaves out the parts that are not wanted", async () => {
    const bare = await (await get("format=svg&without=caption,sources,key")).text();
    const whole = await (await get("format=svg")).text();
    for (const part of ["Sources", "What it is"])
      expect([part, whole.includes(part), bare.includes(part)]).toEqual([part, true, false]);
  });

  it("lets a client keep it for as long as the data", async () => {
    const tag = (await get("format=svg")).headers.get("ETag") ?? "";
    expect((await get("format=svg", { headers: { "If-None-Match": tag } })).status).toBe(304);
  });

  it("is described with every format and every blank", async () => {
    const text = await (await app.request("/openapi.json")).text();
    const { paths } = JSON.parse(text) as {
      paths: Record<
        string,
        { get: { parameters: { name: string }[]; responses: Record<string, { content: object }> } }
      >;
    };
    const { parameters, responses } = paths["/api/export"]?.get ?? { parameters: [], responses: {} };
    expect(parameters.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["companies", "format", "allow-uncited"]),
    );
    expect(Object.keys(responses["200"]?.content ?? {})).toContain("application/pdf");
  });

  it("is not there where nothing writes files", async () => {
    const bare = createApp({
      database,
      dataset: await readDataset(join(import.meta.dirname, "../datasets/florence")),
      questions: new Map(),
    });
    expect((await get("format=svg", undefined, bare)).status).toBe(404);
  });
});

describe("what cannot be a file is refused with what to do", () => {
  it.each([
    ["format=gif", 400, /^format is none of png, pptx/],
    ["format=svg&format=%00", 400, /./],
    ["size=a5", 400, /^size is none of/],
    ["palette=%3Cscript%3E", 400, /^palette is none of/],
    ["scale=5", 400, /^scale is none of 1, 2, 3, 4/],
    ["without=legend", 400, /^without has a part/],
    ["transparent=maybe", 400, /^transparent is neither/],
    ["language=fr", 400, /^language is none of/],
    ["allow_uncited=true", 400, /no parameter allow_uncited/],
    ["question=nonsense", 404, /no question nonsense/],
    ["question=__proto__", 404, /no question __proto__/],
    ["companies=verrocchio-workshop", 400, /^companies fills a blank/],
    ["question=alumni-of&person=leonardo", 400, /alumni-of has no blank person/],
    ["question=alumni-of&companies=nobody", 404, /nobody/],
    ["question=alumni-of&companies=..%2F..%2Fetc%2Fpasswd", 404, /passwd/],
    ["question=career-of", 400, /person/],
    ["link=ask%3Dnonsense", 400, /cannot be read/],
    ["link=lang%3Den&question=alumni-of", 400, /^link is a view already/],
  ])("%s", async (query, status, detail) => {
    const problem = await problemOf(query);
    expect(problem).toMatchObject({ status, type: "application/problem+json", detail: expect.stringMatching(detail) });
    expect(problem.remedy.length).toBeGreaterThan(5);
  });

  it("what a page of another site asks for, and a look at the headers alone", async () => {
    const strange = await get("format=svg", { headers: { "Sec-Fetch-Site": "cross-site" } });
    expect(strange.status).toBe(403);
    expect((await get("format=svg", { method: "HEAD" })).status).toBe(405);
  });

  it("a picture of too many pixels, and the next one is written all the same", async () => {
    const small = await serve({ pixels: 1000 });
    const problem = await problemOf("format=png", small);
    expect(problem).toMatchObject({ status: 422, remedy: expect.stringContaining("smaller scale") });
    expect((await get("format=svg", undefined, small)).status).toBe(200);
  });

  it("a file that takes too long, and the next one has its time", async () => {
    const limits = { ...exportLimits, running: 1, seconds: 0.05 };
    const hasty = await serve(limits);
    expect(await problemOf("format=pdf", hasty)).toMatchObject({
      status: 422,
      detail: expect.stringMatching(/longer than 0\.05 s/),
    });
    limits.seconds = exportLimits.seconds;
    expect((await get("format=pdf", undefined, hasty)).status).toBe(200);
  });

  it("a picture whose canvas takes too much memory, and a file of words is written within the same bound", async () => {
    // What a process takes by itself depends on the machine; a canvas of 15 million pixels takes 60 MB more.
    const bounded = await serve({ memory: (await memoryOfOne()) + 30_000_000 });
    expect(await problemOf("format=png&scale=4", bounded)).toMatchObject({
      status: 422,
      detail: expect.stringMatching(/more memory/),
      remedy: expect.stringMatching(/Ask for less/),
    });
    expect((await get("format=svg", undefined, bounded)).status).toBe(200);
    expect((await bounded.request("/api/health")).status).toBe(200);
  });

  it("nothing else: a process that was killed while it waited is replaced by the next file", async () => {
    const exports = createExports(exportLimits);
    opened.push(exports);
    const ask = (path: string) => app.request(path);
    const { out: _out, story: _story, ...request } = readArguments(["--format", "svg"]);
    const write = async () => (await exports.writeExport(request, ask, new AbortController().signal)).content;
    const before = processes();
    const first = await write();
    const [own, ...others] = processes().filter((pid) => !before.includes(pid));
    expect([typeof own, others]).toEqual(["number", []]);
    process.kill(own ?? 0, "SIGKILL");
    expect(await write()).toBe(first);
  });
});

describe("a process that was kept for the next file", () => {
  /** Has written one file; `ask` is told of each question of the next. */
  async function kept(ask: (path: string) => Response | Promise<Response>) {
    const exports = createExports(exportLimits);
    opened.push(exports);
    const { out: _out, story: _story, ...request } = readArguments(["--format", "svg"]);
    const { signal } = new AbortController();
    const before = processes();
    await exports.writeExport(request, (path) => app.request(path), signal);
    return {
      exports,
      own: () => processes().filter((pid) => !before.includes(pid)),
      next: () => exports.writeExport(request, ask, signal),
    };
  }

  it("is not followed by another when it dies of a file", async () => {
    const killed: number[] = [];
    const { own, next } = await kept((path) => {
      if (killed.length === 0) killed.push(...own());
      for (const pid of killed) process.kill(pid, "SIGKILL");
      return app.request(path);
    });
    await expect(next()).rejects.toThrow(/has ended/);
    expect([killed.length, own()]).toEqual([1, []]);
  });

  it("is not kept with much in its memory", async () => {
    const most = (await memoryOfOne()) * 1.6;
    const [roomy, narrow] = [await serve(), await serve({ memory: most })];
    for (const [from, stays] of [
      [roomy, 1],
      [narrow, 0],
    ] as const) {
      const before = processes();
      expect((await get("format=svg", undefined, from)).status).toBe(200);
      expect(processes().filter((pid) => !before.includes(pid))).toHaveLength(stays);
    }
  });

  it("ends with what is under way when all is closed, and no other begins", async () => {
    let closed: Promise<void> | undefined;
    const { exports, own, next } = await kept(() => {
      closed ??= exports.close();
      return new Promise<Response>(() => {});
    });
    await expect(next()).rejects.toThrow("The server is about to end");
    await closed;
    expect(own()).toEqual([]);
    await expect(next()).rejects.toThrow("The server is about to end");
  });
});

/** The bytes that a process has after a file of words. */
async function memoryOfOne(): Promise<number> {
  const before = processes();
  expect((await get("format=svg", undefined, await serve())).status).toBe(200);
  const own = processes().find((pid) => !before.includes(pid));
  return Number(spawnSync("ps", ["-o", "rss=", "-p", String(own)], { encoding: "utf8" }).stdout) * 1024;
}

/** Those that write exports for these tests. */
const processes = (): number[] =>
  spawnSync("pgrep", ["-P", String(process.pid), "-f", "export-process"], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line !== "")
    .map(Number);

describe("claims about persons without a source", () => {
  const clear = "MATCH (:Entity {id: 'leonardo'})-[r]->() SET r.citations = $citations";
  let before: string[] = [];
  afterEach(async () => {
    await database.write((transaction) => transaction.run(clear, { citations: before }));
  });

  it("leave only where that is asked for", async () => {
    const rows = await database.read(
      "MATCH (:Entity {id: 'leonardo'})-[r]->() RETURN r.citations AS citations LIMIT 1",
    );
    before = rows[0]?.["citations"] as string[];
    await database.write((transaction) => transaction.run(clear, { citations: [] }));
    const problem = await problemOf("format=pptx");
    expect(problem).toMatchObject({ status: 422, detail: expect.stringMatching(/no source: .*leonardo/) });
    expect(problem.remedy).toContain("allow-uncited");
    expect((await get("format=pptx&allow-uncited=true")).status).toBe(200);
  });
});

describe("several at once", () => {
  it("two are written, a third is told when to come again, and the server answers others meanwhile", async () => {
    const three = ["svg", "pptx", "gexf"].map((format) => get(`format=${format}`));
    expect((await app.request("/api/dataset")).status).toBe(200);
    const answers = await Promise.all(three);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 503]);
    const turned = answers.find(({ status }) => status === 503);
    expect(turned?.headers.get("Retry-After")).toBe("5");
    expect(Problem.parse(await turned?.json()).detail).toContain("2 files are being written");
  });

  it("one that is given up makes room at once", async () => {
    const single = await serve({ running: 1 });
    const control = new AbortController();
    const given = get("format=pdf", { signal: control.signal }, single);
    expect((await get("format=svg", undefined, single)).status).toBe(503);
    control.abort();
    await given;
    expect((await get("format=svg", undefined, single)).status).toBe(200);
  });

  it("leave where the data set has no documents at all, so that nothing could be cited", async () => {
    const dataset = await readDataset(
      folderOf({
        "dataset.yaml": "id: pair\ntitle: A pair\n",
        "vocabulary.yaml": "labels: { Person: { caption: Person, family: people } }\nrelationships: { KNOWS: knows }\n",
        "all.yaml": "Person:\n  a: { en: Ann, KNOWS: [{ to: b }] }\n  b: { en: Bob }\n",
      }),
    );
    const own = await openInMemory();
    const exports = createExports(exportLimits);
    opened.push(own, exports);
    await loadSeeds(own, dataset);
    const pair = createApp({ database: own, dataset, questions: await readQuestions(), exports });
    expect((await get("format=svg", undefined, pair)).status).toBe(200);
  });
});
