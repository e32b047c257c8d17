/**
 * The process that runs people's queries, one after another, apart from the server: so it can be ended at any moment,
 * and what it does to its memory is its own affair. `watchdog.mjs` ends it from a thread when it takes too much, or
 * when the server is gone.
 */
import { consoleLimits, type CypherAnswer, type CypherValue } from "../../schema/console.ts";
import type { GraphNode } from "../../schema/graph.ts";
import { QueryRefused } from "../errors.ts";
import { watchMemory } from "../watch.ts";
import type { AskedQuery } from "./console.ts";
import { Full, graphNodes, graphRelationships, type Recognize, Wire } from "./wire.ts";

/** Rows as they come, and what an engine says of the query beside them. */
export interface EngineRows {
  readonly columns: readonly string[];
  /** Values in the order of the columns. Left early when there are enough. */
  readonly rows: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>;
  readonly notices: CypherAnswer["warnings"];
}

export interface ChildEngine {
  readonly recognize: Recognize;
  /** Whether a number that arrives is a floating one, since whole ones arrive as bigint. */
  readonly tellsFloats: boolean;
  /** Refuses what does more than read, then runs; throws `QueryRefused`. */
  run(asked: AskedQuery): Promise<EngineRows>;
  /** Completes what `recognize` had to leave open; called when all rows are there. */
  settle?(): Promise<void>;
  /** The entities with these ids, as the ends of relationships that came without them. */
  findNodes(ids: readonly string[]): Promise<GraphNode[]>;
}

export type ToChild = { readonly setup: unknown } | { readonly asked: AskedQuery };

export type ChildAnswer = Omit<CypherAnswer, "engine" | "limits">;

export type FromChild =
  | { readonly ready: true }
  | { readonly failed: string }
  | { readonly answer: ChildAnswer; readonly grown: number }
  | { readonly refused: Pick<QueryRefused, "kind" | "message" | "remedy" | "position"> };

/** Serves the server over the channel that it started this process with. */
export function serveQueries(open: (setup: never) => Promise<ChildEngine>): void {
  let engine: ChildEngine | undefined;
  let base = 0;
  const send = (message: FromChild) => process.send?.(message);

  async function prepare(setup: unknown): Promise<void> {
    engine = await open(setup as never);
    base = process.memoryUsage.rss();
    watchMemory(base + consoleLimits.memory);
    send({ ready: true });
  }

  async function answer(asked: AskedQuery): Promise<void> {
    if (engine === undefined) throw new Error("The console's process was asked before it was set up.");
    send({ answer: await collect(engine, asked), grown: process.memoryUsage.rss() - base });
  }

  process.on("message", (message: ToChild) => {
    const work = "setup" in message ? prepare(message.setup) : answer(message.asked);
    work.catch((error: unknown) => {
      if (error instanceof QueryRefused) {
        const { kind, message, remedy, position } = error;
        send({ refused: { kind, message, remedy, position } });
      } else send({ failed: error instanceof Error ? error.message : String(error) });
    });
  });
  // A query may be under way, which an orderly exit would wait for.
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
}

async function collect(engine: ChildEngine, asked: AskedQuery): Promise<ChildAnswer> {
  const begin = performance.now();
  const { columns, rows, notices } = await engine.run(asked);
  const wire = new Wire(engine.recognize, engine.tellsFloats);
  const kept: CypherValue[][] = [];
  let truncated: ChildAnswer["truncated"] = null;
  try {
    for await (const row of rows) {
      if (kept.length === consoleLimits.rows) {
        truncated = "rows";
        break;
      }
      kept.push(wire.row(row));
    }
  } catch (error) {
    if (!(error instanceof Full)) throw error;
    truncated = "bytes";
  }
  const milliseconds = Math.round((performance.now() - begin) * 10) / 10;
  await engine.settle?.();
  const subgraph = await subgraphOf(engine, kept);
  return { columns: [...columns], rows: kept, truncated, milliseconds, warnings: notices, subgraph };
}

async function subgraphOf(engine: ChildEngine, rows: CypherValue[][]): Promise<ChildAnswer["subgraph"]> {
  const nodes = new Map(graphNodes(rows).map((node) => [node.id, node]));
  const relationships = new Map(graphRelationships(rows).map((relationship) => [relationship.id, relationship]));
  const ends = [...relationships.values()].flatMap(({ start, end }) => [start, end]);
  const missing = [...new Set(ends)].filter((id) => !nodes.has(id));
  if (missing.length > 0) for (const node of await engine.findNodes(missing)) nodes.set(node.id, node);
  const among = [...relationships.values()].filter(({ start, end }) => nodes.has(start) && nodes.has(end));
  return { nodes: [...nodes.values()], relationships: among };
}
