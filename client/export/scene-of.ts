/** The view as a scene: what is on screen, with the words around it; free of the DOM and of Sigma. */
import type { Side } from "../../scene/captions.ts";
import { type Palette, tokens } from "../../scene/colors.ts";
import { type Box, type Point, around, boxAround, contains, pointAt } from "../../scene/geometry.ts";
import { drawLine } from "../../scene/lines.ts";
import { marksOf, reviewOf } from "../../scene/review.ts";
import type { Scene, SceneLine, SceneNode, SceneWord } from "../../scene/scene.ts";
import { type Measure, type Ruler, textStyles } from "../../scene/text.ts";
import { isDerived, type GraphNode, mainLabel, nameOf } from "../../schema/graph.ts";
import { createAppearance } from "../canvas/appearance.ts";
import { type Scene as Survey, once, surveyScene } from "../canvas/drawn-scene.ts";
import { createDocks } from "../canvas/docks.ts";
import { focusOf } from "../canvas/focus.ts";
import { pointOf, stageOf } from "../canvas/node-boxes.ts";
import { lanesOf } from "../canvas/routes.ts";
import { stageScale } from "../canvas/text.ts";
import { type Lens, farAway } from "../canvas/lens.ts";
import { sayMore } from "../canvas/line-words.ts";
import { type Drawn, type Word, layWords, screenLine } from "../canvas/words.ts";
import { untoldIn } from "../facts/untold.ts";
import type { ExplorerGraph } from "../view/graph.ts";
import { bundledIn, isGroup } from "../view/groups.ts";
import { pathsInView } from "../view/paths-in-view.ts";
import type { ExplorerState } from "../store.ts";
import { say } from "../strings/strings.ts";
import { hasRules, usesRules } from "../style/rules.ts";
import { standFor, visibleNodes, visibleRelationships } from "../view/visibility.ts";
import { type Wording, wordClaims } from "./evidence.ts";
import { withHeads } from "./scene-guides.ts";
import { describeText } from "./scene-text.ts";

/** Everything that is drawn, what the camera shows of it, or what stands out: the selection with its neighbors, or a path. */
export type Scope = "whole" | "view" | "selection";

export interface SceneRequest {
  /** Parallel relationships are lines of their own, as in data; else many of them are drawn as one. */
  apart?: boolean;
  /** `screen`: everything drawn, with what is selected standing out as on screen. */
  scope: Scope | "screen";
  palette: Palette;
  /**
   * How much closer together things lie than in the view, with text as large as there, and marks and lines too until they
   * would cover one another; 1 when left out.
   */
  zoom?: number;
  /** Where in the picture lies what the view has at a distance from its left; by `zoom` when left out. */
  across?: (x: number) => number;
}

/** What a scene is made from. */
export interface Subject {
  state: ExplorerState;
  graph: ExplorerGraph;
  ruler: Ruler;
  /** How the camera shows the graph, and on which sides names stand; without a screen there is neither. */
  camera: { lens: Lens; sides: ReadonlyMap<string, Side> } | null;
  documents: readonly GraphNode[];
}

const everywhere: Box = { left: -1e7, right: 1e7, top: -1e7, bottom: 1e7 };

/** A view as a scene. Throws before the vocabulary is there, and before the rules that the view uses are. */
export function describeScene(subject: Subject, request: SceneRequest): Scene {
  const { drawn, measure, wording } = draw(subject, request);
  const { state, scale, colors } = drawn;
  const nodes = sceneNodes(drawn, wording);
  const lines = sceneLines(drawn, wording);
  const words = sceneWords(drawn, measure, subject.camera?.sides ?? new Map());
  const bounds = boundsOf(nodes, lines, words, scale);
  const { heads, guides, box } = withHeads(drawn, { bounds, taken: takenBy(nodes, words) }, measure);
  const date = latestDay(subject.documents);
  const others = ({ relationship, parallels = [] }: SceneLine) => [
    ...bundledIn(relationship),
    ...parallels.map(({ id }) => id).filter((id) => id !== relationship.id),
  ];
  const bundled = lines.flatMap(others).map((id) => drawn.graph.getEdgeAttribute(id, "relationship"));
  // What is derived is no claim, so there is nothing to say of its sources.
  const claims = [...lines.map(({ relationship }) => relationship), ...bundled].filter((each) => !isDerived(each));
  return {
    language: state.language,
    palette: request.palette,
    scale,
    box,
    nodes,
    lines,
    words,
    heads,
    guides,
    text: describeText({
      graph: drawn.graph,
      state: { ...state, hidden: subject.state.hidden },
      wording,
      colors,
      nodes,
      lines,
      bundled,
      date,
    }),
    review: reviewOf(claims, { isPerson: (id) => isPerson(wording, id), untold: wording.untold }),
    about: {
      dataset: state.dataset?.id ?? "",
      version: state.dataset?.version ?? "",
      ...askedIn(state),
      date: date ?? new Date().toISOString().slice(0, 10),
    },
  };
}

/** What a picture is named after: the ends of a path that is shown, or what was asked. */
function askedIn({ paths, answer }: ExplorerState): Pick<Scene["about"], "question" | "parameters"> {
  if (paths !== null && pathsInView(paths).length > 0) return { question: "path", parameters: paths.ends };
  return { question: answer?.question ?? null, parameters: Object.values(answer?.parameters ?? {}).flat() };
}

/** What a scene would cover without its words, how many nodes that is, and how large text: found without composing it. */
export function extentOf(subject: Subject, request: SceneRequest): { nodes: number; box: Box; scale: number } {
  const { drawn } = draw(subject, request);
  const { appearance, scale } = drawn;
  const boxes = [...appearance.nodes].map((id) => boxAround(drawn.toScreen(drawn.pointOf(id)), 1, 1));
  const [first = boxAround({ x: 0, y: 0 }, 1, 1)] = boxes;
  return { nodes: boxes.length, box: boxes.reduce(around, first), scale };
}

/** The latest past day that any document tells. */
function latestDay(documents: readonly GraphNode[]): string | null {
  const days = documents.map(({ properties }) => properties["writtenAfter"]);
  return (
    days
      .filter((day) => typeof day === "string")
      .toSorted()
      .at(-1) ?? null
  );
}

function isPerson({ vocabulary, nodeOf }: Wording, id: string): boolean {
  const node = nodeOf(id);
  return node !== undefined && vocabulary.labels[mainLabel(node)]?.family === "people";
}

/** What is drawn, and how it is measured and worded. */
function draw(subject: Subject, { scope, palette, apart = false, zoom = 1, across = (x) => x * zoom }: SceneRequest) {
  const { ruler, camera, graph } = subject;
  const state = stateFor(subject, scope);
  const { vocabulary, language } = state;
  if (vocabulary === null) throw new Error("A scene is asked for before the vocabulary is there.");
  if (usesRules(state) && !hasRules()) throw new Error("A scene is asked for before the rules of its style are read.");
  const measure: Measure = (text, kind, language) => ruler(text, { ...textStyles[kind], face: "sans", language });
  const colors = tokens[palette];
  const survey = surveyScene(state, graph);
  const appearance = createAppearance(state, graph, colors, apart ? withoutParallels(survey, state, graph) : survey);
  const lens = (scope === "view" ? camera?.lens : undefined) ?? {
    toScreen: (point: Point) => point,
    scale: stageScale(stageOf(state)),
    stage: everywhere,
  };
  const { stage } = lens;
  const marks = (lens.marks ?? lens.scale) / Math.max(1, 1 / zoom / farAway);
  const drawn: Drawn = {
    ...lens,
    marks,
    toScreen: (point) => {
      const { x, y } = lens.toScreen(point);
      return { x: across(x), y: y * zoom };
    },
    stage: {
      left: across(stage.left),
      right: across(stage.right),
      top: stage.top * zoom,
      bottom: stage.bottom * zoom,
    },
    state,
    graph,
    colors,
    appearance,
    docks: createDocks(state, graph, appearance, measure),
    pointOf: (id) => pointOf(graph, id),
  };
  const documents = new Map(subject.documents.map((node) => [node.id, node]));
  const nodeOf = (id: string) =>
    graph.hasNode(id)
      ? graph.getNodeAttribute(id, "node")
      : (documents.get(id) ?? state.mentioned[id] ?? state.details[id]?.node);
  return { drawn, measure, wording: { language, vocabulary, nodeOf, untold: untoldIn(state) } };
}

/** The same with every relationship as a line of its own. */
function withoutParallels(survey: Survey, state: ExplorerState, graph: ExplorerGraph): Survey {
  const relationships = new Set(standFor(state, graph, survey.relationships));
  return { ...survey, relationships, parallels: new Map(), lanes: once(() => lanesOf(graph, relationships)) };
}

/** The state as it is exported: what lies outside the scope is hidden; the pointer is no part of a view. */
function stateFor({ state, graph, camera }: Subject, scope: SceneRequest["scope"]): ExplorerState {
  if (scope === "view" && camera !== null) {
    const { lens } = camera;
    const outside = graph.filterNodes((id) => !contains(lens.stage, lens.toScreen(pointOf(graph, id))));
    return { ...state, hovered: null, hidden: new Set([...state.hidden, ...outside]) };
  }
  if (scope === "screen") return { ...state, hovered: null };
  // What is selected is not dimmed against, as it is the whole picture or no matter of it.
  const whole = { ...state, hovered: null, selected: null };
  if (scope !== "selection") return whole;
  const drawn = visibleNodes(state, graph);
  const relationships = visibleRelationships(state, graph);
  const focus = focusOf({ ...state, hovered: null }, graph, { nodes: drawn, relationships });
  const others = graph.filterNodes((id) => focus?.nodes.has(id) !== true);
  return { ...whole, showUndrawn: true, hidden: new Set([...state.hidden, ...others]) };
}

function sceneNodes(
  { appearance, graph, scale, marks = scale, ...drawn }: Drawn,
  { language, vocabulary }: Wording,
): SceneNode[] {
  return [...appearance.nodes]
    .map((id) => ({ id, look: appearance.node(id) }))
    .toSorted((a, b) => a.look.zIndex - b.look.zIndex)
    .map(({ id, look: { radius, shape, color, ring } }) => {
      const node = graph.getNodeAttribute(id, "node");
      const label = mainLabel(node);
      return {
        node,
        name: nameOf(node, language),
        label: isGroup(id) ? say(language, "group.kind") : (vocabulary.labels[label]?.caption[language] ?? label),
        at: drawn.toScreen(drawn.pointOf(id)),
        radius: radius * marks,
        shape,
        color,
        ring,
      };
    });
}

function sceneLines(drawn: Drawn, wording: Wording): SceneLine[] {
  const { appearance, graph, scale, marks = scale } = drawn;
  return [...appearance.relationships]
    .map((id) => ({ id, look: appearance.edge(id) }))
    .toSorted((a, b) => a.look.zIndex - b.look.zIndex)
    .map(({ id, look: { color, width, pattern, arrow } }) => {
      const claims = (appearance.parallels.get(id) ?? [id]).map((each) => graph.getEdgeAttribute(each, "relationship"));
      const [relationship = graph.getEdgeAttribute(id, "relationship")] = claims;
      const shape = screenLine(drawn, id);
      const { curve, head } = drawLine(shape, width * marks, arrow);
      return Object.assign(wordClaims(claims, wording), {
        curve,
        head,
        route: shape.route.kind,
        docked: { start: shape.fromDock !== 0, end: shape.toDock !== 0 },
        relationship,
        color,
        width: width * marks,
        pattern,
        arrow,
        marks: [...new Set(claims.flatMap((each) => (isDerived(each) ? [] : marksOf(each, wording.untold))))],
      });
    });
}

function sceneWords(drawn: Drawn, measure: Measure, sides: ReadonlyMap<string, Side>): SceneWord[] {
  const { names, notes, lines } = layWords(drawn, measure, sides, sayMore);
  const of = (kind: SceneWord["of"]) => (word: Word) => ({ ...word, of: kind });
  return [...lines.map(of("relationship")), ...[...notes, ...names.map(({ word }) => word)].map(of("node"))];
}

/** What marks and words cover. */
const takenBy = (nodes: readonly SceneNode[], words: readonly SceneWord[]): Box[] => [
  ...nodes.map(({ at, radius }) => boxAround(at, 2 * radius, 2 * radius)),
  ...words.map(({ box }) => box),
];

/** Free room around a drawing, for rings and the width of lines. */
const room = 8;
/** Shares of a line's way by which it is seen how far it bows out. */
const shares = [0.2, 0.35, 0.5, 0.65, 0.8] as const;

function boundsOf(
  nodes: readonly SceneNode[],
  lines: readonly SceneLine[],
  words: readonly SceneWord[],
  scale: number,
): Box {
  const boxes = [
    ...nodes.map(({ at, radius }) => boxAround(at, 2 * (radius + room * scale), 2 * (radius + room * scale))),
    ...lines.flatMap(({ curve }) => shares.map((share) => boxAround(pointAt(curve, share), room, room))),
    ...words.map(({ box }) => box),
  ];
  return boxes.length === 0 ? { left: 0, top: 0, right: 480, bottom: 270 } : boxes.reduce(around);
}
