/** The queries that were run, kept in this browser, the latest first. */
import type { CypherDraft } from "../store.ts";

const key = "alumnigraph.cypher";
const most = 50;

export function readPast(page: Pick<Window, "localStorage">): CypherDraft[] {
  try {
    const kept: unknown = JSON.parse(page.localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isDraft).slice(0, most) : [];
  } catch {
    return []; // storage that is forbidden, or written by something else
  }
}

/** The same query again moves to the front. */
export function remember(page: Pick<Window, "localStorage">, draft: CypherDraft): CypherDraft[] {
  const isOther = (past: CypherDraft) => past.query !== draft.query || past.parameters !== draft.parameters;
  return keep(page, [draft, ...readPast(page).filter(isOther)].slice(0, most));
}

export const forget = (page: Pick<Window, "localStorage">): CypherDraft[] => keep(page, []);

function keep(page: Pick<Window, "localStorage">, drafts: CypherDraft[]): CypherDraft[] {
  try {
    page.localStorage.setItem(key, JSON.stringify(drafts));
  } catch {
    // Not remembered, then.
  }
  return drafts;
}

const isDraft = (value: unknown): value is CypherDraft =>
  typeof value === "object" &&
  value !== null &&
  "query" in value &&
  typeof value.query === "string" &&
  "parameters" in value &&
  typeof value.parameters === "string";
