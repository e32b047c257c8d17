/** Finds entities by what a person has typed so far. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import type { SearchHit } from "../../schema/api.ts";
import type { GraphDatabase } from "../database/database.ts";
import { Node } from "../queries/bind.ts";
import { type MatchKind, matchedName, patternsOf, typedAs } from "./keys.ts";
import { normalizeQuery } from "./normalize.ts";
import { isShort, mostKept } from "./short-words.ts";

const text = (name: string) => readFileSync(new URL(`../../cypher/${name}.cypher`, import.meta.url), "utf8");
const scan = text("search");
const findShortWord = text("find-short-word");

/** By the rank that the query gives. */
const matches = ["exact", "prefix", "inside"] as const satisfies readonly MatchKind[];

const Rows = z.array(z.object({ node: Node, rank: z.int().min(0).max(2) }));

export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  /** Only entities with one of these labels; all when empty or left out. */
  readonly labels?: readonly string[];
}

/** Best first; none for a query without a letter or a digit. */
export async function search(
  database: Pick<GraphDatabase, "read">,
  { query, limit, labels = [] }: SearchRequest,
): Promise<z.infer<typeof SearchHit>[]> {
  const normalized = normalizeQuery(query);
  if (normalized === "") return [];
  const kept =
    isShort(normalized) && labels.length === 0 && limit <= mostKept
      ? Rows.parse(await database.read(findShortWord, { word: normalized, limit }))
      : [];
  const rows =
    kept.length > 0 ? kept : Rows.parse(await database.read(scan, { ...patternsOf(normalized), limit, labels }));
  const typed = typedAs(query);
  return rows.map(({ node, rank }) => ({
    node,
    match: matches[rank] ?? "inside",
    matched: matchedName(node.properties, typed)?.name ?? node.id,
  }));
}
