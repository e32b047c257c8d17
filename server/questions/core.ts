/** How much of a data set can be drawn at once: all of it, or what hangs together from the best connected on. */
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
  /** The names that are drawn, with the relationships between them; none where all of a data set is drawn. */
  readonly drawn: readonly CoreName[];
  /** `leftOut` are names and relationships; `parallels` are relationships left out between two that are drawn. */
  readonly figures: Readonly<Record<(typeof figuresOfCore)[number], number>>;
}

const known = new WeakMap<Rows, Core>();

/**
 * A part of a ring is a better picture of it than as many loose names, so what is drawn is what hangs together
 * (`inTurn`), as far as there is room. Of relationships of one type from one name to another it holds only the first:
 * they would look like one line, and some pairs have hundreds.
 */
export function coreOf(rows: Rows): Core {
  let core = known.get(rows);
  if (core === undefined) known.set(rows, (core = findCore(rows)));
  return core;
}

function findCore(rows: Rows): Core {
  const network = networkOf(rows);
  const [namesInAll, relationshipsInAll] = [network.ids.length, network.relationships];
  if (namesInAll <= mostDrawn.entities && relationshipsInAll <= mostDrawn.relationships)
    return { drawn: [], figures: { namesInAll, relationshipsInAll, namesLeftOut: 0, leftOut: 0, parallels: 0 } };
  const { drawn, relationships, parallels } = grow(network);
  const namesLeftOut = namesInAll - drawn.length;
  const leftOut = namesLeftOut + relationshipsInAll - relationships;
  return { drawn, figures: { namesInAll, relationshipsInAll, namesLeftOut, leftOut, parallels } };
}

function grow(network: Network): { drawn: CoreName[]; relationships: number; parallels: number } {
  const drawn = new Map<number, CoreName>();
  let [relationships, parallels] = [0, 0];
  for (const name of inTurn(network)) {
    if (drawn.size === mostDrawn.entities) break;
    const all = network.around(name).filter(({ other }) => drawn.has(other));
    const ties = withoutParallels(all);
    if (relationships + ties.length > mostDrawn.relationships) break;
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
