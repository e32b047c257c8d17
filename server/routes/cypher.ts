/** A person's own Cypher, which reads and nothing else. */
import { createRoute } from "@hono/zod-openapi";
import { CypherAnswer, CypherRequest, consoleLimits } from "../../schema/console.ts";
import { unknownNames } from "../console/unknown-names.ts";
import { answer, bodyProblems, problem, problems } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

const { rows, bytes, seconds, memory, characters, request, running, waiting } = consoleLimits;
export const addCypherRoutes: AddRoutes = (api, { database, dataset: { vocabulary } }, examples) => {
  const route = createRoute({
    method: "post",
    path: "/api/cypher",
    tags: ["Cypher"],
    summary: "Run a reading Cypher query",
    description: [
      "Read-only: what writes, changes indexes, reads files or calls a procedure other than db.labels, db.relationshipTypes and db.propertyKeys is refused.",
      "On the embedded engine it runs in a process of its own, on a snapshot of the graph as it is now.",
      `Limits: ${rows} rows and ${bytes / 1e6} MB of them, beyond which \`truncated\` says what was cut off; ${seconds} s; ${memory / 1e6} MB of memory;`,
      `${characters} characters of query, ${request} bytes of request; ${running} queries at once, ${waiting} waiting.`,
      "Closing the request ends the query. A refusal says its `kind` and, where it has one, its `position`.",
    ].join(" "),
    request: {
      body: {
        required: true,
        content: {
          "application/json": {
            schema: CypherRequest.meta({ id: "CypherRequest" }),
            example: { query: "MATCH (n:Entity {id: $id}) RETURN n", parameters: { id: examples.node } },
          },
        },
      },
    },
    responses: {
      200: answer(CypherAnswer, "CypherAnswer", "The rows, each value saying what it is, and the graph in them."),
      ...problems,
      ...bodyProblems,
      422: problem("The query took too much time or memory and was ended."),
    },
  });
  api.openapi(route, async (context) => {
    const asked = context.req.valid("json");
    const told = await database.console.run(asked, context.req.raw.signal);
    const unknown = await unknownNames(asked.query, vocabulary, database);
    // Neo4j tells the same at greater length.
    const others = told.warnings.filter(
      ({ rule, message }) => rule !== "notice" || !unknown.some(({ name = "" }) => message.includes(`is: ${name})`)),
    );
    return context.json({ ...told, warnings: [...unknown, ...others] }, 200, { "Cache-Control": "no-store" });
  });
};
