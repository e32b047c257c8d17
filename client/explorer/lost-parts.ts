/** What of a link could not be followed, to be told. */
import type { LinkedView } from "../permalink.ts";
import { type ExplorerState, type LostPart, type StylePart, styleParts } from "../store.ts";
import { isOfNodes, isMeasure, partsOf, propertyForm } from "../style/fields.ts";
import type { Context } from "./context.ts";

const ofLines: ReadonlySet<string> = new Set(["type", "certainty", "sources", "year"]);

/** Whether the data has a field of this name, for nodes or lines as the part is of them. */
function knowsField({ vocabulary }: ExplorerState, part: StylePart, field: string): boolean {
  const { kind, name } = partsOf(field);
  if (isOfNodes(field) !== part.startsWith("node")) return false;
  if (kind === "property" || kind === "claim") return propertyForm(vocabulary, field) !== undefined;
  if (kind === "figure") return Object.hasOwn(vocabulary?.measures ?? {}, name);
  return field === "label" || isMeasure(field) || ofLines.has(field);
}

const filterKinds = ["labels", "types", "certainties", "threads"] as const;

/** Ids of nodes and relationships, and keys of filters, that the data does not know. */
function unknownNames({ graph, store }: Context, view: LinkedView): LostPart[] {
  const { paths, filters, selected } = store.getState();
  const gone = view.added.filter(({ id }) => !graph.hasNode(id)).map(({ id }) => id);
  const keys = filterKinds.flatMap((kind) =>
    Object.keys(view.filters[kind]).filter((key) => !Object.hasOwn(filters[kind], key)),
  );
  return [
    { part: "add", values: gone },
    { part: "path", values: view.path !== null && paths === null ? view.path.ends : [] },
    { part: "filter", values: keys },
    { part: "node", values: view.selected !== null && selected === null ? [view.selected.id] : [] },
  ];
}

/**
 * Notes what could not be followed, and leaves out what nothing has of it. `asked` is false where the question was not
 * known, `ignored` has the parts of a link that could not be read.
 */
export function noteLost(
  context: Context,
  view: LinkedView,
  { asked, ignored }: { asked: boolean; ignored: readonly string[] },
): void {
  const { store } = context;
  const state = store.getState();
  const unknown = styleParts.filter((part) => {
    const field = view.style[part];
    return field !== null && !knowsField(state, part, field);
  });
  const unpackable = typeof DecompressionStream === "undefined" ? "unpackable" : "packed";
  const parts: LostPart[] = [
    { part: "ask", values: asked || view.question === null ? [] : [view.question.id] },
    ...unknownNames(context, view),
    { part: "style", values: unknown.flatMap((part) => view.style[part] ?? []) },
    { part: unpackable, values: ignored.filter((part) => part === "z") },
    { part: "other", values: ignored.filter((part) => part !== "z") },
  ];
  store.setState({
    lost: parts.filter(({ values }) => values.length > 0),
    style: { ...state.style, ...Object.fromEntries(unknown.map((part) => [part, null])) },
  });
}
