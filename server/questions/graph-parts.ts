/** The parts of a graph that questions may ask for, each worked out once for the graph as it is. */
import type { GraphDatabase } from "../database/database.ts";
import { countWhole, listWhole, type Whole } from "../queries/index.ts";
import type { Rows } from "../seed/index.ts";
import { findBackbone } from "./backbone.ts";
import { type Counts, everything, findCore, hasRoom } from "./core.ts";
import type { GraphPart } from "./growing-part.ts";

/** Under the names by which a query takes them: `$core`, `$backbone`. */
const finders = { core: findCore, backbone: findBackbone };
export type PartKind = keyof typeof finders;
export const partKinds = Object.keys(finders) as PartKind[];

/** What was worked out of a graph that had so many names and relationships. */
interface Held {
  readonly counts: Counts;
  readonly parts: Map<PartKind, Promise<GraphPart>>;
}

const held = new WeakMap<GraphDatabase, Held>();

/**
 * What is drawn of a graph, as it was when it last had other numbers of names and relationships. It is read from the
 * database only where the graph holds another number than the seeds do: reading takes longer than all the rest.
 */
export async function partOf(database: GraphDatabase, rows: Rows, kind: PartKind): Promise<GraphPart> {
  const counts = await countWhole(database);
  const parts = heldOf(database, counts);
  let found = parts.get(kind);
  if (found === undefined) {
    found = findPart(database, rows, kind, counts);
    parts.set(kind, found);
    // What could not be read is read anew when it is next asked for.
    found.catch(() => parts.delete(kind));
  }
  return found;
}

function heldOf(database: GraphDatabase, counts: Counts): Held["parts"] {
  const before = held.get(database);
  if (before?.counts.names === counts.names && before.counts.lines === counts.lines) return before.parts;
  const parts: Held["parts"] = new Map();
  held.set(database, { counts, parts });
  return parts;
}

async function findPart(database: GraphDatabase, rows: Rows, kind: PartKind, counts: Counts): Promise<GraphPart> {
  if (kind === "core" && hasRoom(counts)) return everything(counts);
  const seeds = wholeOf(rows);
  const isAll = seeds.names.length === counts.names && seeds.lines.length === counts.lines;
  return finders[kind](isAll ? seeds : await listWhole(database));
}

function wholeOf({ entities, relationships }: Rows): Whole {
  const names = entities.flatMap(({ id, label }) => (label === "Document" ? [] : [id]));
  const isName = new Set(names);
  return { names, lines: relationships.filter(({ start, end }) => isName.has(start) && isName.has(end)) };
}
