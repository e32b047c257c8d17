/** A node in a list of the inspector: its shape, and its name, which selects it. */
import type { ReactNode } from "react";
import { mainLabel } from "../../../schema/graph.ts";
import { useExplorer, useGraph, useVocabulary } from "../context.ts";
import { ShapeIcon } from "../ShapeIcon.tsx";
import { Name } from "../Words.tsx";

/** `children` stand after the name. */
export function ListedNode({ id, children }: { id: string; children?: ReactNode }) {
  const explorer = useExplorer();
  const node = useGraph().getNodeAttribute(id, "node");
  const form = useVocabulary().labels[mainLabel(node)];
  return (
    <li>
      {form === undefined ? null : <ShapeIcon shape={form.shape} />}
      <button type="button" className="node-link" onClick={() => explorer.select({ kind: "node", id })}>
        <Name node={node} />
      </button>
      {children}
    </li>
  );
}
