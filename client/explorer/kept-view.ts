/** Opens the file of a view exactly as it was: what is on screen, where it lies, and how it is shown. */
import { z } from "zod";
import { hueNames } from "../../scene/hues.ts";
import { Answer, Paths } from "../../schema/api.ts";
import { Period } from "../../schema/as-of.ts";
import { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import { Guides } from "../../schema/guides.ts";
import { Language } from "../../schema/language.ts";
import { type ProblemReport, layouts, usualStyle } from "../store.ts";
import { type Context, type ViewSnapshot, endStep, putBack } from "./context.ts";
import { isOnScreen } from "../view/graph.ts";
import { longestName } from "../permalink/parts.ts";
import { keptVersion } from "./kept-version.ts";
import { readRules, usesRules } from "../style/rules.ts";
import { beginOpening } from "./laying-out.ts";
import { withLanguage } from "./language.ts";
import { freeStage } from "../view/question-view.ts";
import { readyRules } from "./ready-rules.ts";

const Filter = z.record(z.string(), z.enum(["dim", "hide"]));

const ids = z.array(z.string()).readonly();
const KeptFilters = z.object({
  labels: Filter,
  types: Filter,
  certainties: Filter,
  threads: Filter,
  documents: Filter.default({}),
  values: Filter.default({}),
  ranges: z
    .record(
      z.string(),
      z.object({ from: z.number().exactOptional(), to: z.number().exactOptional(), without: z.boolean() }),
    )
    .default({}),
  leastDegree: z.int().nonnegative().default(0),
});
const field = z.string().nullable().default(null);
const KeptStyle = z
  .object({
    nodeColor: field,
    nodeSize: field,
    lineColor: field,
    lineWidth: field,
    own: z
      .record(
        z.string(),
        z.object({ hue: z.enum(hueNames).exactOptional(), name: z.string().max(longestName).exactOptional() }),
      )
      .default({}),
  })
  .default(usualStyle);
const KeptTime = Period.and(z.object({ undated: z.boolean() }));
/** By node id. */
const KeptExpansions = z.record(z.string(), z.object({ withoutKinds: ids, most: z.int().min(1).max(100) }));
const ShownPaths = z.object({
  ends: z.array(z.string()).min(2).readonly(),
  options: z.object({
    which: z.enum(["shortest", "best"]),
    maxLength: z.int().min(1).max(8),
    dates: z.enum(["any", "possible", "certain"]),
    certainties: ids,
    types: ids.default([]),
    labels: ids.default([]),
    withoutTypes: ids,
    withoutLabels: ids,
    without: ids,
  }),
  answer: Paths.extend({ unreached: z.array(z.string()) }),
  shown: z.int().nonnegative(),
});

/** What a step changes, but for its answer, as plain values. */
export const keptFields = {
  layout: z.enum(layouts),
  around: ids.default([]),
  hidden: ids,
  filters: KeptFilters,
  path: z.object({ nodes: ids, relationships: ids }).nullable(),
  paths: ShownPaths.nullable(),
  overlaps: z.object({ ids }).nullable(),
  expansions: KeptExpansions.default({}),
  time: KeptTime.nullable(),
  style: KeptStyle,
  showUndrawn: z.boolean(),
};
type KeptFields = z.infer<z.ZodObject<typeof keptFields>>;

/** The part of the state that a step changes, from its plain values. */
export function viewFrom(kept: KeptFields, answer: Answer | null): ViewSnapshot["view"] {
  const { layout, around, hidden, filters, path, paths, overlaps, expansions, time, style, showUndrawn } = kept;
  return {
    answer,
    layout,
    around,
    filters,
    paths,
    overlaps,
    expansions,
    time,
    style,
    showUndrawn,
    hidden: new Set(hidden),
    path: path && { nodes: new Set(path.nodes), relationships: new Set(path.relationships) },
  };
}

const KeptView = z.object({
  ...keptFields,
  format: z.literal("alumnigraph-view"),
  version: z.literal(keptVersion),
  dataset: z.object({ id: z.string(), version: z.string() }),
  language: Language,
  stage: z.object({ width: z.number().positive(), height: z.number().positive() }),
  nodes: z.array(z.object({ node: GraphNode, x: z.number(), y: z.number(), placed: z.boolean(), pinned: z.boolean() })),
  relationships: z.array(GraphRelationship),
  guides: Guides.nullable().default(null),
  answer: Answer.nullable(),
  time: keptFields.time.default(null),
  overlaps: keptFields.overlaps.default(null),
  selected: z.object({ kind: z.enum(["node", "relationship"]), id: z.string() }).nullable(),
});
export type KeptView = z.infer<typeof KeptView>;

function read(text: string): KeptView | null {
  try {
    return KeptView.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const problems = {
  file: {
    kind: "file",
    detail: "This file is no view of Alumnigraph that can be read here.",
    remedy: "Choose a file that was exported as an Alumnigraph view; tables become a data set by npm run import.",
  },
  otherData: {
    kind: "otherData",
    detail: "This view was made from another data set.",
    remedy: "Start Alumnigraph with that data set, then open the file again.",
  },
} as const satisfies Record<string, ProblemReport>;

/** Opens a kept view as a step that can be undone; a file that cannot be read is told as a problem. */
export async function openView(context: Context, name: string, text: string): Promise<void> {
  const { store } = context;
  const kept = read(text);
  if (kept === null) return store.setState({ problem: problems.file });
  if (kept.dataset.id !== store.getState().dataset?.id) return store.setState({ problem: problems.otherData });
  if (usesRules(kept)) await readRules();
  withLanguage(context, kept.language, () => {
    beginOpening(context);
    putBack(context, snapshotOf(context, kept));
    store.setState({
      problem: null,
      previews: {},
      language: kept.language,
      selected: isOnScreen(context.graph, kept.selected) ? kept.selected : null,
    });
    endStep(context, "said.viewOpened", { name });
    context.camera.fit();
    void readyRules(context, kept);
  });
}

/** Positions keep their share of a stage of another size, but where guides tell what they mean. */
function snapshotOf({ store }: Context, kept: KeptView): ViewSnapshot {
  const stage = freeStage({ ...store.getState(), answer: kept.answer, layout: kept.layout });
  const { nodes, relationships, guides } = kept;
  const [wide, high] =
    guides === null ? [stage.width / kept.stage.width || 1, stage.height / kept.stage.height || 1] : [1, 1];
  return {
    step: null,
    stage,
    language: kept.language,
    graph: {
      nodes: new Map(nodes.map((each) => [each.node.id, { ...each, x: each.x * wide, y: each.y * high }])),
      relationships: new Map(relationships.map((each) => [each.id, each])),
      guides,
    },
    view: viewFrom(kept, kept.answer),
  };
}
