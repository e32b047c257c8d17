/** How much of a graph can be drawn at once: all of it, or what hangs together from the best connected on. */
import type { Whole } from "../queries/index.ts";
import { inTurn, type Network, networkOf } from "./core-network.ts";
import { GrowingPart, type GraphPart } from "./growing-part.ts";

/** What a drawing of everything holds at most. */
export const mostDrawn = { entities: 6000, relationships: 24_000 } as const;

/** How many names and relationships a graph has. */
export type Counts = Readonly<Record<keyof Whole, number>>;

export const hasRoom = ({ names, lines }: Counts): boolean =>
  names <= mostDrawn.entities && lines <= mostDrawn.relationships;

/** All of a graph, which needs no list of names. */
export const everything = ({ names, lines }: Counts): GraphPart => ({
  drawn: [],
  figures: { namesInAll: names, relationshipsInAll: lines, namesLeftOut: 0, bestLeftOut: 0, leftOut: 0, parallels: 0 },
});

/**
 * A part of a ring is a better picture of it than as many loose names, so what is drawn is what hangs together
 * (`inTurn`), as far as there is room. No names are listed where all of the graph is drawn.
 */
export function findCore(whole: Whole): GraphPart {
  const network = networkOf(whole);
  const counts = { names: network.ids.length, lines: network.relationships };
  return hasRoom(counts) ? everything(counts) : grow(network);
}

function grow(network: Network): GraphPart {
  const part = new GrowingPart(network);
  for (const name of inTurn(network, part.has)) {
    if (part.size === mostDrawn.entities || part.relationships === mostDrawn.relationships) break;
    const found = part.tiesOf(name);
    if (part.relationships + found.ties.length <= mostDrawn.relationships) part.add(name, found);
  }
  return part.end();
}
