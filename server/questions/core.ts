/** How much of a graph can be drawn at once: all of it, or what hangs together from the best connected on. */
import type { GraphDatabase } from "../database/database.ts";
import { countWhole, listWhole, type Whole } from "../queries/index.ts";
import type { Rows } from "../seed/index.ts";
import { inTurn, type Network, networkOf, type Touching } from "./core-network.ts";

/** What a drawing of everything holds at most. */
export const mostDrawn = { entities: 6000, relationships: 24_000 } as const;

/** A type, since a query takes no interface for a map. */
// oxlint-disable-next-line typescript/consistent-type-definitions
export type CoreName = {
  readonly id: string;
  /** Ids of relationships that are drawn and start here, and of such that end here; each stands at one of its ends. */
  readonly from: string[];
  readonly to: string[];
};

/** What the words of an answer may say of a core. */
export const figuresOfCore = ["namesInAll", "namesLeftOut", "relationshipsInAll", "leftOut", "parallels"] as const;

export interface Core {
  /** The names that are drawn, with the relationships between them; none where all of the graph is drawn. */
  readonly drawn: readonly CoreName[];
  /** `leftOut` are names and relationships; `parallels` are relationships left out between two that are drawn. */
  readonly figures: Readonly<Record<(typeof figuresOfCore)[number], number>>;
}

type Counts = Readonly<Record<keyof Whole, number>>;

interface Known extends Counts {
  readonly core: Promise<Core>;
}

const known = new WeakMap<GraphDatabase, Known>();

/**
 * What is drawn of a graph, as it was when it last had other numbers of names and relationships. It is read from the
 * database only where the graph holds another number than the seeds do: reading takes longer than all the rest.
 */
export async function coreOf(database: GraphDatabase, rows: Rows): Promise<Core> {
  const counts = await countWhole(database);
  const before = known.get(database);
  if (before?.names === counts.names && before.lines === counts.lines) return before.core;
  const core = hasRoom(counts) ? Promise.resolve(everything(counts)) : readCore(database, rows, counts);
  known.set(database, { ...counts, core });
  // What could not be read is read anew when it is next asked for.
  core.catch(() => known.get(database)?.core === core && known.delete(database));
  return core;
}

const hasRoom = ({ names, lines }: Counts) => names <= mostDrawn.entities && lines <= mostDrawn.relationships;

async function readCore(database: GraphDatabase, rows: Rows, { names, lines }: Counts): Promise<Core> {
  const seeds = wholeOf(rows);
  const isAll = seeds.names.length === names && seeds.lines.length === lines;
  return findCore(isAll ? seeds : await listWhole(database));
}

function wholeOf({ entities, relationships }: Rows): Whole {
  const names = entities.flatMap(({ id, label }) => (label === "Document" ? [] : [id]));
  const isName = new Set(names);
  return { names, lines: relationships.filter(({ start, end }) => isName.has(start) && isName.has(end)) };
}

const everything = ({ names, lines }: Counts): Core => ({
  drawn: [],
  figures: { namesInAll: names, relationshipsInAll: lines, namesLeftOut: 0, leftOut: 0, parallels: 0 },
});

/**
 * A part of a ring is a better picture of it than as many loose names, so what is drawn is what hangs together
 * (`inTurn`), as far as there is room. Of relationships of one type from one name to another it holds only the first:
 * they would look like one line, and some pairs have hundreds.
 */
export function findCore(whole: Whole): Core {
  const network = networkOf(whole);
  const [namesInAll, relationshipsInAll] = [network.ids.length, network.relationships];
  if (hasRoom({ names: namesInAll, lines: relationshipsInAll }))
    return everything({ names: namesInAll, lines: relationshipsInAll });
  const { drawn, relationships, parallels } = grow(network);
  const namesLeftOut = namesInAll - drawn.length;
  const leftOut = namesLeftOut + relationshipsInAll - relationships;
  return { drawn, figures: { namesInAll, relationshipsInAll, namesLeftOut, leftOut, parallels } };
}

function grow(network: Network): { drawn: CoreName[]; relationships: number; parallels: number } {
  const drawn = new Map<number, CoreName>();
  let [relationships, parallels] = [0, 0];
  for (const name of inTurn(network, (taken) => drawn.has(taken))) {
    if (drawn.size === mostDrawn.entities || relationships === mostDrawn.relationships) break;
    const all = network.around(name).filter(({ other }) => drawn.has(other));
    const ties = withoutParallels(all);
    if (relationships + ties.length > mostDrawn.relationships) continue;
    relationships += ties.length;
    parallels += all.length - ties.length;
    drawn.set(name, { id: network.ids[name] ?? "", from: [], to: [] });
    // At the end with fewer relationships: an engine looks for each of a hub's thousands in the whole list.
    for (const { other, relationship } of ties) {
      const holder = drawn.get(network.degree(other) < network.degree(name) ? other : name);
      holder?.[holder.id === relationship.start ? "from" : "to"].push(relationship.id);
    }
  }
  return { drawn: [...drawn.values()], relationships, parallels };
}

function withoutParallels(ties: readonly Touching[]): readonly Touching[] {
  const firsts = new Map<string, Touching>();
  for (const tie of ties) {
    const { start, type, end } = tie.relationship;
    const line = `${start} ${type} ${end}`;
    if (!firsts.has(line)) firsts.set(line, tie);
  }
  return [...firsts.values()];
}
