/** What the routes answer from. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { GraphDatabase } from "../database/database.ts";
import type { Questions } from "../questions/index.ts";
import type { Dataset } from "../seed/index.ts";
import type { Examples } from "./examples.ts";

export interface Served {
  readonly database: GraphDatabase;
  readonly dataset: Dataset;
  readonly questions: Questions;
  /** The folder with the documents' text, where there is one. */
  readonly articles?: string | undefined;
}

export type Api = OpenAPIHono;

/** Adds the routes of one subject. */
export type AddRoutes = (api: Api, served: Served, examples: Examples) => void;
