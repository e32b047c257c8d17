/** One function per route of the server; each answer is parsed, each failure becomes an ApiProblem. */
import { z } from "zod";
import {
  Answer,
  AnswerWords,
  AskedQuestion,
  CommonGround,
  Connection,
  DatasetSummary,
  type Direction,
  DocumentList,
  EntityDetail,
  FigureList,
  NeighborCounts,
  Neighbors,
  Passage,
  Paths,
  PhraseAnswer,
  Problem,
  QuestionSummary,
  SearchAnswer,
  Vocabulary,
  mostIds,
} from "../schema/api.ts";
import { Careers, type OverlapAnswer, Overlaps } from "../schema/careers.ts";
import { Subgraph } from "../schema/graph.ts";
import { again } from "./again.ts";

// The content security policy forbids `new Function`, which zod would otherwise try.
z.config({ jitless: true });

export type ProblemKind = "offline" | "missing" | "invalid" | "server" | "unreadable";

/** A request that failed: whose fault it is, what happened, and what can be done about it. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly kind: ProblemKind;
  readonly remedy: string;
  /** Of a person's own query: why it was refused, and where in its text. */
  readonly refusal?: Problem["kind"];
  readonly position?: Problem["position"];

  constructor(
    kind: ProblemKind,
    detail: string,
    remedy: string,
    options?: ErrorOptions & Pick<Problem, "kind" | "position">,
  ) {
    super(detail, options);
    this.refusal = options?.kind;
    this.position = options?.position;
    this.kind = kind;
    this.remedy = remedy;
  }
}

export const unreached = (cause: unknown): ApiProblem =>
  new ApiProblem("offline", "The server cannot be reached.", "See that it is running, then try again.", { cause });

/** The time at which neighbors are looked for; `undated` is `"false"` where what has no date takes no part. */
export type TimeQuery = Pick<NeighborsQuery, "from" | "to" | "undated">;

export interface NeighborsQuery {
  types?: readonly string[];
  direction?: Direction;
  labels?: readonly string[];
  withoutKinds?: readonly string[];
  from?: string | undefined;
  to?: string | undefined;
  undated?: "false" | undefined;
  limit?: number;
  cursor?: string;
}

export interface OverlapsQuery {
  answers?: readonly OverlapAnswer[];
  limit?: number;
  cursor?: string;
}

export interface PathsQuery {
  which?: "shortest" | "best";
  maxLength?: number;
  dates?: "any" | "possible" | "certain";
  certainties?: readonly string[];
  types?: readonly string[];
  labels?: readonly string[];
  withoutTypes?: readonly string[];
  withoutLabels?: readonly string[];
  without?: readonly string[];
}

export type Api = ReturnType<typeof createApi>;
export type Fetch = (
  path: string,
  init: { signal?: AbortSignal; headers: Record<string, string>; method?: string; body?: string },
) => Promise<Response>;

type QueryValue = string | number | readonly string[] | undefined;

/** `addressOf("/api/search", {q: "a b", labels: []})` → `/api/search?q=a+b` */
function addressOf(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const filled = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = typeof value === "object" ? value.join(",") : value === undefined ? "" : String(value);
    if (text !== "") filled.set(name, text);
  }
  return filled.size === 0 ? path : `${path}?${filled.toString()}`;
}

function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOf(status: number, text: string): ApiProblem {
  const problem = Problem.safeParse(parsedOf(text));
  const kind = status === 404 ? "missing" : status < 500 ? "invalid" : "server";
  if (!problem.success) return new ApiProblem(kind, `The server answered ${status}.`, "Try again.");
  const { detail, remedy, kind: refusal, position } = problem.data;
  return new ApiProblem(kind, detail, remedy, { kind: refusal, position });
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** The API over any `fetch`: the browser's, or a server's own `request` in tests. */
export function createApi(fetch: Fetch) {
  /** `pauses`: milliseconds before each further try, where the server cannot be reached. */
  async function get<T>(
    schema: z.ZodType<T>,
    address: string,
    signal?: AbortSignal,
    asked?: unknown,
    pauses: readonly number[] = [250],
  ): Promise<T> {
    const accept = { accept: "application/json" };
    const init =
      asked === undefined
        ? { headers: accept }
        : { headers: { ...accept, "content-type": "application/json" }, method: "POST", body: JSON.stringify(asked) };
    const ask = async () => {
      const response = await fetch(address, { signal, ...init });
      return { response, text: await response.text() };
    };
    const { response, text } = await again(ask, pauses, (error) => !isAbort(error)).catch((cause: unknown) => {
      throw isAbort(cause) ? cause : unreached(cause);
    });
    if (!response.ok) throw problemOf(response.status, text);
    const parsed = schema.safeParse(parsedOf(text));
    if (parsed.success) return parsed.data;
    throw new ApiProblem("unreadable", `The answer of ${address} has an unexpected form.`, "Reload the page.", {
      cause: parsed.error,
    });
  }
  const node = (id: string) => `/api/nodes/${encodeURIComponent(id)}`;

  return {
    getDataset: (signal?: AbortSignal) => get(DatasetSummary, "/api/dataset", signal),
    getVocabulary: (signal?: AbortSignal) => get<z.output<typeof Vocabulary>>(Vocabulary, "/api/vocabulary", signal),
    getFirstView: (signal?: AbortSignal) => get(Answer, "/api/first-view", signal),
    askQuestion: (question: string, parameters: Readonly<Record<string, readonly string[]>>, signal?: AbortSignal) =>
      get(Answer, addressOf(`/api/questions/${encodeURIComponent(question)}`, parameters), signal),
    wordQuestion: (question: string, parameters: Readonly<Record<string, readonly string[]>>, signal?: AbortSignal) =>
      get(AskedQuestion, addressOf("/api/headlines", { question, parameters: JSON.stringify(parameters) }), signal),
    wordAnswer: (
      question: string,
      parameters: Readonly<Record<string, readonly string[]>>,
      time: TimeQuery,
      signal?: AbortSignal,
    ) =>
      get(
        AnswerWords,
        addressOf("/api/standfirsts", { question, parameters: JSON.stringify(parameters), ...time }),
        signal,
      ),
    listQuestions: (signal?: AbortSignal) => get(z.array(QuestionSummary), "/api/questions", signal),
    offerPhrases: (q: string, signal?: AbortSignal) => get(PhraseAnswer, addressOf("/api/phrases", { q }), signal),
    search: (q: string, options: { limit?: number; labels?: readonly string[] } = {}, signal?: AbortSignal) =>
      get(SearchAnswer, addressOf("/api/search", { q, ...options }), signal),
    getNode: (id: string, signal?: AbortSignal) => get(EntityDetail, node(id), signal),
    expandNode: (id: string, query: NeighborsQuery = {}, signal?: AbortSignal) =>
      get(Neighbors, addressOf(`${node(id)}/neighbors`, { ...query }), signal),
    countNeighbors: (id: string, query: TimeQuery & Pick<NeighborsQuery, "withoutKinds"> = {}, signal?: AbortSignal) =>
      get(NeighborCounts, addressOf(`${node(id)}/neighbor-counts`, { ...query }), signal),
    getSubgraph: (ids: readonly string[], signal?: AbortSignal) =>
      ids.length > mostIds.asked
        ? get(Subgraph, "/api/subgraph", signal, { ids })
        : get(Subgraph, addressOf("/api/subgraph", { ids }), signal),
    listFigures: (ids: readonly string[], signal?: AbortSignal) =>
      get(FigureList, addressOf("/api/figures", { ids }), signal),
    findCommonGround: (ids: readonly string[], signal?: AbortSignal) =>
      get(CommonGround, addressOf("/api/common-ground", { ids }), signal),
    findPaths: (from: string, to: string, query: PathsQuery = {}, signal?: AbortSignal) =>
      get(Paths, addressOf("/api/paths", { from, to, ...query }), signal),
    connectEntities: (ids: readonly string[], query: Omit<PathsQuery, "which"> = {}, signal?: AbortSignal) =>
      get(Connection, addressOf("/api/connections", { ids, ...query }), signal),
    listDocuments: (signal?: AbortSignal) => get(DocumentList, "/api/documents", signal),
    /** Aborting ends the query on the server too. */
    runCypher: async (query: string, parameters: Readonly<Record<string, unknown>>, signal?: AbortSignal) => {
      const { CypherAnswer } = await import("../schema/console.ts").catch((cause: unknown) => {
        throw unreached(cause);
      });
      signal?.throwIfAborted();
      // A query of one's own may be long: only a person asks it anew.
      return get(CypherAnswer, "/api/cypher", signal, { query, parameters }, []);
    },
    listCareers: (ids: readonly string[], signal?: AbortSignal) =>
      get(Careers, addressOf("/api/careers", { ids }), signal),
    findOverlaps: (ids: readonly string[], query: OverlapsQuery = {}, signal?: AbortSignal) =>
      get(Overlaps, addressOf("/api/overlaps", { ids, ...query }), signal),
    getPassage: (document: string, start: number, end: number, signal?: AbortSignal) =>
      get(Passage, addressOf(`/api/documents/${encodeURIComponent(document)}/passages`, { start, end }), signal),
  };
}
