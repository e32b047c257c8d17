/** Names of what is told by its id. */
import { type GraphNode, nameOf } from "../../schema/graph.ts";
import type { Language } from "../../schema/language.ts";

export interface Naming {
  language: Language;
  /** A node or a document by its id, where it is known. */
  nodeOf: (id: string) => GraphNode | undefined;
}

/** A name in the reader's language; of what is not known, the id. */
export function nameById(id: string, { language, nodeOf }: Naming): string {
  const node = nodeOf(id);
  return node === undefined ? id : nameOf(node, language).text;
}
