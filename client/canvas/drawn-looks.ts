/** The looks that Sigma was given last: its own tables give copies, and copies of thousands take longer than drawing them. */
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { EdgeLook } from "./programs/edge.ts";
import type { NodeLook } from "./programs/node.ts";
import type { Reducers } from "./reducers.ts";

export type NodeDrawn = Partial<NodeDisplayData & NodeLook>;
export type EdgeDrawn = Partial<EdgeDisplayData & EdgeLook>;

interface Given {
  nodes: Map<string, NodeDrawn>;
  edges: Map<string, EdgeDrawn>;
}

export interface DrawnLooks extends Readonly<Given> {
  /** What Sigma asks for looks. */
  reducers: Reducers;
  /** Gives Sigma these looks while it works, as they are known already. */
  giving(known: Given, work: () => void): void;
  /** Forgets all, as of what has left. */
  forget(): void;
}

export function createDrawnLooks({ node, edge }: Reducers): DrawnLooks {
  const given: Given = { nodes: new Map(), edges: new Map() };
  let known: Given | undefined;
  const ask =
    <T>(kind: keyof Given, work: (id: string) => T) =>
    (id: string): T => {
      const look = (known?.[kind].get(id) as T | undefined) ?? work(id);
      (given[kind] as Map<string, T>).set(id, look);
      return look;
    };
  return {
    ...given,
    reducers: { node: ask("nodes", node), edge: ask("edges", edge) },
    giving(looks, work) {
      known = looks;
      work();
      known = undefined;
    },
    forget() {
      given.nodes.clear();
      given.edges.clear();
    },
  };
}
