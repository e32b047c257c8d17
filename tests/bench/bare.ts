/**
 * A bare node:http server over the same adapter: no framework, no validation, no headers but the type. Expanding and
 * searching run the statements of our routes and send the rows as they come; paths and questions are more than one
 * statement, so they are asked by the same functions.
 */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { GraphDatabase } from "../../server/database/database.ts";
import { cypherFolder } from "../../server/queries/bind.ts";
import { anyPath, findPaths } from "../../server/queries/index.ts";
import { askQuestion } from "../../server/questions/index.ts";
import type { Served } from "../../server/routes/served.ts";
import { patternsOf } from "../../server/search/keys.ts";
import { normalizeQuery } from "../../server/search/normalize.ts";

const text = (name: string) => readFileSync(`${cypherFolder}/${name}.cypher`, "utf8");
const getNode = text("get-node");
const page = text("expand-node");
const count = text("count-expansion");
const scan = text("search");
const shortWord = text("find-short-word");

type Bare = (database: GraphDatabase, query: URLSearchParams) => Promise<unknown>;

export const expandBare = async (database: GraphDatabase, id: string): Promise<unknown> => {
  const filters = {
    id,
    types: [],
    labels: [],
    withoutKinds: [],
    direction: "both",
    first: 0,
    last: 99_999_999,
    undated: true,
  };
  const [node, rows] = await Promise.all([
    database.read(getNode, { id }),
    database.read(page, { ...filters, afterDegree: 0, afterId: null, limit: 21 }),
  ]);
  return { node, rows, total: rows.length > 20 ? await database.read(count, filters) : rows.length };
};

export const searchBare = async (database: GraphDatabase, query: string): Promise<unknown> => {
  const word = normalizeQuery(query);
  const kept = word.length <= 6 ? await database.read(shortWord, { word, limit: 10 }) : [];
  return kept.length > 0 ? kept : database.read(scan, { ...patternsOf(word), limit: 10, labels: [] });
};

/** Answers at the addresses of our own routes. */
export function createBareServer(served: Served): Server {
  const { question, parameters } = served.dataset.firstQuestion;
  const routes: Record<string, Bare> = {
    search: (database, query) => searchBare(database, query.get("q") ?? ""),
    paths: (database, query) =>
      findPaths(database, { ...anyPath, from: query.get("from") ?? "", to: query.get("to") ?? "" }),
    "first-view": () => askQuestion(served, question, parameters),
  };
  return createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const [, , name = "", id = ""] = pathname.split("/");
    const answer = name === "nodes" ? expandBare(served.database, id) : routes[name]?.(served.database, searchParams);
    Promise.resolve(answer).then(
      (body) => response.setHeader("Content-Type", "application/json").end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
}
