/** The web application: what every request passes through, the routes, and the one error handler. */
import { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { requestId, type RequestIdVariables } from "hono/request-id";
import { type Logger, pino } from "pino";
import type { z } from "zod";
import packageFile from "../package.json" with { type: "json" };
import { InvalidRequest, NotFound } from "./errors.ts";
import type { Ask, Exports } from "./exports.ts";
import { serveClient } from "./http/client-files.ts";
import { compressText } from "./http/compression.ts";
import { isNamed, keepByContent, keepByVersion } from "./http/etag.ts";
import { checkHost } from "./http/host.ts";
import { limitRequests } from "./http/limits.ts";
import { errorHandler } from "./http/problem.ts";
import { logRequests } from "./http/request-log.ts";
import { setSecurityHeaders } from "./http/security-headers.ts";
import { addCareerRoutes } from "./routes/careers.ts";
import { addCommonGroundRoutes } from "./routes/common-ground.ts";
import { addExportRoutes } from "./routes/exports.ts";
import { addFigureRoutes } from "./routes/figures.ts";
import { addCypherRoutes } from "./routes/cypher.ts";
import { addDatasetRoutes } from "./routes/dataset.ts";
import { addDocumentRoutes } from "./routes/documents.ts";
import { examplesOf } from "./routes/examples.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addNodeRoutes } from "./routes/nodes.ts";
import { addPathRoutes } from "./routes/paths.ts";
import { addPhraseRoutes } from "./routes/phrases.ts";
import { addQuestionRoutes } from "./routes/questions.ts";
import { addSearchRoutes } from "./routes/search.ts";
import type { Api, Served } from "./routes/served.ts";

export interface AppOptions extends Served {
  /** Names accepted in the Host header beside the loopback's. */
  readonly allowedHosts?: readonly string[];
  /** The folder with the built explorer. */
  readonly client?: string;
  /** What writes views as files; without it there is no route for them. */
  readonly exports?: Exports;
  /** Silent unless given. */
  readonly logger?: Logger;
}

const subjects = [
  addDatasetRoutes,
  addQuestionRoutes,
  addPhraseRoutes,
  addSearchRoutes,
  addNodeRoutes,
  addCommonGroundRoutes,
  addFigureRoutes,
  addPathRoutes,
  addCareerRoutes,
  addDocumentRoutes,
  addCypherRoutes,
  addHealthRoutes,
];
const neverKept = /^\/api\/(?:health|ready|documents\/[^/]+\/passages)$/;

/** `createApp({database, dataset, questions})` → an app whose `request("/api/dataset")` answers. */
export function createApp(options: AppOptions): Hono<{ Variables: RequestIdVariables }> {
  const { allowedHosts = [], client, logger = pino({ level: "silent" }) } = options;
  const app = new Hono<{ Variables: RequestIdVariables }>();
  app.onError(errorHandler(logger));
  app.use(requestId(), logRequests(logger), setSecurityHeaders, compressText(), checkHost(allowedHosts), limitRequests);

  const keepDescription = keepByVersion(options.dataset.version);
  // The embedded engine's file is this program's alone.
  const keep = options.database.engine === "neo4j" ? keepByContent : keepDescription;
  app.use("/api/*", (context, next) =>
    isNamed(context) && !neverKept.test(context.req.path) ? keep(context, next) : next(),
  );
  app.use("/openapi.json", keepDescription);
  app.route(
    "/",
    describedRoutes(options, (path) => app.request(path)),
  );
  app.all("/api/*", (context) => {
    throw new NotFound(`There is no route ${context.req.path}.`, "See /openapi.json for those there are.");
  });
  if (client !== undefined) app.get("*", serveClient(client));
  app.notFound((context) => {
    throw new NotFound(`There is nothing at ${context.req.path}.`, "See /openapi.json for the routes.");
  });
  return app;
}

function describedRoutes({ exports, ...served }: AppOptions, ask: Ask): Api {
  const api = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error);
    },
  });
  const examples = examplesOf(served.dataset, served.questions);
  for (const addRoutes of subjects) addRoutes(api, served, examples);
  if (exports !== undefined) addExportRoutes(api, served, exports, ask);
  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Alumnigraph",
      version: packageFile.version,
      description:
        "Everything that the explorer asks of its server. All of it reads; answers are JSON but for exported files, errors application/problem+json with a remedy.",
    },
    servers: [{ url: "/" }],
  });
  return api;
}

function invalid(error: z.core.$ZodError): InvalidRequest {
  const faults = error.issues.map((issue) => {
    if (issue.code === "unrecognized_keys") return `There is no parameter ${issue.keys.join(", ")} here.`;
    const name = issue.path.join(".");
    return issue.code === "invalid_type" && issue.input === undefined
      ? `${name} is missing.`
      : `${name} ${issue.message}.`;
  });
  return new InvalidRequest(faults.join(" "), "See this route in /openapi.json for what it takes.", { cause: error });
}
