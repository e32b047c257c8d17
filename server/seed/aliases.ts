/** What the aliases of a YAML document stand for, and that they do not multiply it beyond what memory holds. */
import { isCollection, isPair, visit, type Alias, type Document, type Node } from "yaml";
import { resolved, type Targets } from "./as-written.ts";

/** How much the aliases of a file have added to it: the lists and maps that they stand for, and all that is in these. */
export interface Expansion {
  values: number;
}

export const freshExpansion = (): Expansion => ({ values: 0 });

/** Aliases of aliases grow tenfold with each line; a file that a person means stays far below. */
const mostValues = 1_000_000;

export interface Aliases {
  readonly targets: Targets;
  /** The first that stands for nothing, for what it stands in, or for too much. */
  readonly wrong?: { readonly at: number; readonly message: string; readonly remedy: string } | undefined;
}

export const noAliases: Aliases = { targets: new Map() };

/** An alias stands for the nearest node before it that is marked with its name. */
export function aliasesIn(document: Document, expansion: Expansion): Aliases {
  const marked = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const sizes = new Map<Node, number>();
  let wrong: Aliases["wrong"];
  const mark = (_: unknown, node: Node & { anchor?: string | undefined }) => {
    if (node.anchor !== undefined) marked.set(node.anchor, node);
  };
  visit(document, {
    Scalar: mark,
    Collection: mark,
    Alias(_, alias, path) {
      const target = marked.get(alias.source);
      const tell = (message: string, remedy: string) => (wrong ??= { at: alias.range?.[0] ?? 0, message, remedy });
      if (target === undefined || path.includes(target)) {
        const where = target === undefined ? "no & before it" : "what it stands in";
        tell(`this * points to ${where}`, "Write the value out here, or put it in quotes.");
        return;
      }
      targets.set(alias, target);
      expansion.values += sizeOf(target, targets, sizes);
      if (expansion.values > mostValues)
        tell(
          `the lists and maps that * stands for, up to here, make more than ${mostValues} values`,
          "Use * less often for lists and maps, or for smaller ones; names and numbers count nothing.",
        );
    },
  });
  return { targets, wrong };
}

/** How many values a list or map is with all that is in it; a scalar by itself counts nothing, since it is shared. */
function sizeOf(given: unknown, targets: Targets, sizes: Map<Node, number>): number {
  const node = resolved(given as Node | null, targets);
  if (!isCollection(node)) return 0;
  let size = sizes.get(node);
  if (size === undefined) {
    size = 1;
    for (const item of node.items) size += 1 + sizeOf(isPair(item) ? item.value : item, targets, sizes);
    sizes.set(node, size);
  }
  return size;
}
