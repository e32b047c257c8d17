/** /openapi.json: every route with its parameters, answers and errors, and examples that run. */
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { readQuestions } from "../../server/questions/index.ts";
import { describeEachEngine } from "../support/engines.ts";
import { type App, articles, guild, serveGuild } from "./support.ts";

const Schema = z.looseObject({ type: z.union([z.string(), z.array(z.string())]).optional() });
const Parameter = z.looseObject({
  name: z.string(),
  in: z.enum(["path", "query"]),
  required: z.boolean().optional(),
  schema: Schema,
  example: z.unknown().optional(),
});
const Operation = z.looseObject({
  summary: z.string().min(1),
  tags: z.array(z.string()).min(1),
  parameters: z.array(Parameter).default([]),
  requestBody: z
    .looseObject({ content: z.object({ "application/json": z.looseObject({ example: z.unknown() }) }) })
    .optional(),
  responses: z.record(
    z.string(),
    z.looseObject({
      description: z.string().min(1),
      content: z.record(z.string(), z.looseObject({ schema: z.looseObject({}) })),
    }),
  ),
});
const Description = z.looseObject({
  openapi: z.literal("3.1.0"),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.object({ get: Operation.optional(), post: Operation.optional() })),
});

const routes = [
  "/api/careers",
  "/api/common-ground",
  "/api/connections",
  "/api/cypher",
  "/api/dataset",
  "/api/documents",
  "/api/documents/{id}",
  "/api/documents/{id}/passages",
  "/api/figures",
  "/api/first-view",
  "/api/headlines",
  "/api/health",
  "/api/nodes/{id}",
  "/api/nodes/{id}/neighbor-counts",
  "/api/nodes/{id}/neighbors",
  "/api/overlaps",
  "/api/paths",
  "/api/phrases",
  "/api/questions",
  "/api/ready",
  "/api/search",
  "/api/standfirsts",
  "/api/subgraph",
  "/api/vocabulary",
];

const lacksExample = ({ required, schema, example = schema["example"] }: z.infer<typeof Parameter>) =>
  required === true && example === undefined;

describeEachEngine("/openapi.json", (engine) => {
  let app: App;
  let description: z.infer<typeof Description>;
  beforeAll(async () => {
    app = await serveGuild(engine.database, { articles });
    description = Description.parse(await (await app.request("/openapi.json")).json());
  });
  const operations = () =>
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => Object.assign({ path, method }, operation)),
    );

  it("describes every route", async () => {
    const ofQuestions = [...(await readQuestions(guild)).keys()].map((id) => `/api/questions/${id}`);
    expect(Object.keys(description.paths).sort()).toEqual([...routes, ...ofQuestions].sort());
  });

  it("gives each answer a form, and each error that of a problem", () => {
    for (const { path, responses } of operations()) {
      const needed = ["200", "400", ...(path.includes("{id}") ? ["404"] : []), "421", "500", "503"];
      expect([path, Object.keys(responses)]).toEqual([path, expect.arrayContaining(needed)]);
      for (const [status, { content }] of Object.entries(responses)) {
        expect(Object.keys(content)).toEqual([status === "200" ? "application/json" : "application/problem+json"]);
        expect(Object.values(content)[0]?.schema).toHaveProperty("$ref");
      }
    }
  });

  it("says the one type of each parameter", () => {
    for (const { parameters } of operations())
      for (const { schema } of parameters) expect(["string", "integer"]).toContain(schema.type);
  });

  it("has an example of each parameter that is needed and that the data can fill, and the examples run", async () => {
    const unfilled: string[] = [];
    for (const { path, method, parameters, requestBody } of operations()) {
      if (parameters.some(lacksExample)) {
        unfilled.push(path);
        continue;
      }
      const address = fill(path, parameters);
      const response = await app.request(address, sending(method, requestBody));
      expect([address, response.status]).toEqual([address, 200]);
    }
    const nothingFits = ["at-event", "belongs-to", "located-in", "members-of", "partners-of", "worked-on"];
    expect(unfilled).toEqual(nothingFits.map((id) => `/api/questions/${id}`));
  });

  /** The request of an operation, with the example of its body where it has one. */
  function sending(method: string, body: z.infer<typeof Operation>["requestBody"]): RequestInit {
    if (body === undefined) return { method: method.toUpperCase() };
    const text = JSON.stringify(body.content["application/json"].example);
    const headers = { "Content-Type": "application/json", "Content-Length": String(text.length) };
    return { method: method.toUpperCase(), headers, body: text };
  }

  /** A route with the examples of its parameters. */
  function fill(path: string, parameters: z.infer<typeof Parameter>[]): string {
    const query = new URLSearchParams();
    let filled = path;
    for (const { name, schema, example = schema["example"], ...parameter } of parameters) {
      if (typeof example !== "string" && typeof example !== "number") continue;
      if (parameter.in === "query") query.set(name, `${example}`);
      else filled = filled.replace(`{${name}}`, encodeURIComponent(example));
    }
    return query.size === 0 ? filled : `${filled}?${query.toString()}`;
  }
});
