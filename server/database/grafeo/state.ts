/** How much a database holds, as a number of changes and two counts: enough to notice that something is missing. */
import type { GrafeoDB } from "@grafeo-db/js";
import { z } from "zod";

export const State = z.object({ epoch: z.int(), nodes: z.int(), relationships: z.int() });
export type State = z.infer<typeof State>;

export function stateOf(database: GrafeoDB): State {
  return { epoch: Number(database.currentEpoch()), nodes: database.nodeCount(), relationships: database.edgeCount() };
}

export const isSame = (one: State, other: State): boolean =>
  one.epoch === other.epoch && one.nodes === other.nodes && one.relationships === other.relationships;

export const inWords = ({ epoch, nodes, relationships }: State): string =>
  `${nodes} nodes and ${relationships} relationships after ${epoch} changes`;

export const inCounts = ({ nodes, relationships }: State): string =>
  `${nodes} nodes and ${relationships} relationships`;
