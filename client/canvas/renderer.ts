/** The drawing kept in step with the explorer's graph and state. */
import type { Explorer } from "../explorer.ts";
import type { GraphEvents } from "graphology-types";
import type { Point } from "../../scene/geometry.ts";
import { type NodeAttributes, guidesOf } from "../view/graph.ts";
import type { ExplorerState } from "../store.ts";
import { addedTo, hasNamesAbove, isInColumns, isLayered, isRuled } from "../view/question-view.ts";
import type { Appearance } from "./appearance-types.ts";
import { type Captions, createCaptions, lensOf } from "./captions.ts";
import { contentOf, underOf } from "./content.ts";
import { type DrawnLooks, createDrawnLooks } from "./drawn-looks.ts";
import { listen } from "./events.ts";
import { type LaterLayers, createLaterLayers } from "./later-layers.ts";
import type { BrowserMeasure } from "./measure.ts";
import { segmentsFor } from "./programs/edge.ts";
import { edgePrograms } from "./programs/straight.ts";
import { type Renderer, matchStage, toScreen } from "./projection.ts";
import { refreshNodes } from "./refresh-nodes.ts";
import { rowLooks } from "./later-looks.ts";
import { type Look, type Looks, createLooks } from "./looks.ts";
import { createReducers } from "./reducers.ts";
import { changesLook, onlyPoints } from "./seen.ts";
import { captionContext, isStill, mountSigma, unheard } from "./sigma-mount.ts";
import { boxesOf, stageOf } from "./node-boxes.ts";
import { stageScale } from "./text.ts";
import { type StageCamera, createStageCamera } from "./stage-camera.ts";

const graphEvents = ["nodeAdded", "edgeAdded", "nodeDropped", "edgeDropped", "cleared"] as const;

const dropEvents = ["nodeDropped", "edgeDropped", "cleared"] as const;
type NodeChange = Parameters<GraphEvents<NodeAttributes>["nodeAttributesUpdated"]>[0];

/** Free pixels between a name and the stage's edge when all is in sight. */
const besideName = 12;
/** How much longer names are at most than from near, as text shrinks less than distances do. */
const fromAfar = 1.06;

export class StageRenderer {
  private readonly explorer: Explorer;
  private readonly text: BrowserMeasure;
  private readonly sigma: Renderer;
  private readonly captions: Captions;
  private readonly camera: StageCamera;
  private readonly layers: LaterLayers;
  private readonly endings: (() => void)[] = [];
  private readonly looks: Looks;
  private readonly drawn: DrawnLooks;
  private segments: number;
  private stale = false;
  /** Whether anything but looks has changed since all was drawn: what there is, its place or its size. */
  private whole = false;
  /** Whether something has left the graph since Sigma was given it. */
  private dropped = false;
  /** Nodes that were moved since, where nothing else has changed. */
  private readonly moved = new Set<string>();
  private pointed: number | undefined;
  private readonly onFrame: (stage: StageRenderer) => void;
  private stopped = false;

  constructor(
    container: HTMLElement,
    explorer: Explorer,
    text: BrowserMeasure,
    onFrame: (stage: StageRenderer) => void,
  ) {
    const { graph, store } = explorer;
    this.explorer = explorer;
    this.text = text;
    this.onFrame = onFrame;
    this.segments = segmentsFor(graph.size);
    const seen = { store, pointOf: (id: string) => this.pointOf(id), segments: () => this.segments };
    this.looks = createLooks({ ...seen, graph, measure: text.measure });
    const base = createReducers({ ...seen, look: this.looks.base });
    this.drawn = createDrawnLooks(base);
    this.sigma = mountSigma(container, graph, this.drawn.reducers);
    this.layers = createLaterLayers({
      sigma: this.sigma,
      graph,
      store,
      looks: this.looks,
      reducers: createReducers({ ...seen, look: this.looks.shown }),
      base,
      drawn: this.drawn,
      redraw: () => this.redraw(),
      isStale: () => this.stale,
      isStopped: () => this.stopped,
      drawCaptions: () => this.drawCaptions(),
    });
    this.captions = createCaptions(captionContext(this.sigma), text.measure);
    this.camera = createStageCamera(this.sigma, {
      graph,
      content: () => {
        const state = store.getState();
        const { appearance, docks } = this.fresh();
        return contentOf(appearance, graph, {
          reach: rowLooks()?.reachOf(graph, appearance, docks, stageScale(stageOf(state))),
          namesAbove: hasNamesAbove(state),
          rows: state.layout === "radial" ? "rings" : isLayered(state) || isRuled(state) ? "rows" : undefined,
          columns: isInColumns(state)
            ? {
                width: stageOf(state).width,
                reachOf: (id) =>
                  addedTo(state, id, graph.getNodeAttribute(id, "x"))
                    ? fromAfar * boxesOf(state, graph, id, text.measure).whole.right + besideName
                    : undefined,
              }
            : undefined,
          under: underOf(state),
        });
      },
      inColumns: () => isInColumns(store.getState()),
      fromMiddle: () => store.getState().layout === "radial",
      covered: () => store.getState().covered,
      isStill,
    });
    this.sigma.on("beforeRender", () => this.catchUp());
    this.sigma.on("afterProcess", () => this.layers.motion()?.nudge(true));
    this.sigma.on("afterRender", () => {
      this.layers.followCamera();
      this.drawCaptions();
      onFrame(this);
    });
    this.sigma.setGraph(unheard(graph));
    this.layers.light(this.appearance);
    this.follow();
    const unregister = explorer.registerCamera({
      ...this.camera,
      glide: () => this.layers.motion()?.remember(() => true),
      nameBox: (id) => this.captions.boxOf(id),
      look: () => ({ lens: lensOf(this.sigma, store.getState()), sides: this.captions.sides() }),
    });
    this.endings.push(unregister);
  }

  get appearance(): Appearance {
    return this.looks.shown().appearance;
  }

  toScreen(point: { x: number; y: number }): { x: number; y: number } {
    return toScreen(this.sigma, point);
  }

  /** Follows the container's size, or a new pixel ratio. */
  resize(): void {
    this.sigma.resize(true);
    matchStage(this.sigma);
    this.settle();
  }

  /** Everything anew at the next frame, however often it is asked for. */
  redraw(): void {
    this.whole = true;
    this.redrawLooks();
  }

  /** The same where nothing but looks can have changed. */
  private redrawLooks(): void {
    if (this.stale) return;
    this.stale = true;
    requestAnimationFrame(() => {
      if (this.stale && !this.stopped) this.refresh();
    });
  }

  stop(): void {
    this.stopped = true;
    for (const end of this.endings) end();
    this.sigma.kill();
  }

  private follow(): void {
    const { graph, store } = this.explorer;
    const redraw = () => this.redraw();
    const settle = () => this.settle();
    // Newcomers may move the others where places mean something.
    const remember = () => guidesOf(graph) !== null && this.layers.motion()?.remember(() => true);
    const drop = () => (this.dropped = true);
    const move = (change: NodeChange) => this.move(change);
    for (const event of graphEvents) graph.on(event, redraw);
    for (const event of dropEvents) graph.on(event, drop);
    graph.on("nodeAttributesUpdated", move);
    graph.on("eachNodeAttributesUpdated", settle);
    graph.on("nodeAdded", remember);
    this.endings.push(
      () => graphEvents.forEach((event) => graph.removeListener(event, redraw)),
      () => dropEvents.forEach((event) => graph.removeListener(event, drop)),
      () => graph.removeListener("nodeAttributesUpdated", move),
      () => graph.removeListener("eachNodeAttributesUpdated", settle),
      () => graph.removeListener("nodeAdded", remember),
      listen(this.sigma, this.explorer, {
        nameAt: (point) => this.captions.hit(point),
        signAt: (point, slack) => this.layers.badges(store.getState())?.hit(point, slack) ?? null,
        drawn: () => this.appearance.nodes,
      }),
      store.subscribe((state, before) => {
        const isOutdated = state.revision !== before.revision && this.looks.isOutdated();
        if (isOutdated || changesLook(state, before)) this.show(state, before);
        if (state.arranging !== null && before.arranging === null)
          this.layers.motion()?.remember(() => store.getState().arranging === null);
        if (state.answer !== before.answer) this.camera.reset();
        if (state.covered !== before.covered) this.camera.makeWay();
      }),
    );
  }

  /** The look, taken again where the graph has changed since: what was dropped must not be asked for. */
  private fresh(): Look {
    return this.stale ? this.looks.survey() : this.looks.shown();
  }

  /** Draws only what is pointed at or selected anew where that is drawn apart, else everything. */
  private show(state: ExplorerState, before: ExplorerState): void {
    if (this.stale || !this.looks.standsApart() || !onlyPoints(state, before)) return this.redrawLooks();
    this.looks.point();
    this.pointed ??= requestAnimationFrame(() => {
      this.pointed = undefined;
      if (this.stale || this.stopped) return;
      this.layers.light(this.appearance);
      this.drawCaptions();
      this.onFrame(this);
    });
  }

  /** A node was changed: among thousands one that is dragged is drawn anew with its lines alone. */
  private move(change: NodeChange): void {
    const isPlace = change.type === "merge" && Object.keys(change.data).every((name) => name === "x" || name === "y");
    if (!isPlace || this.stale || !this.looks.standsApart()) return this.redraw();
    if (this.moved.size === 0) requestAnimationFrame(() => this.drawMoved());
    this.moved.add(change.key);
  }

  private drawMoved(): void {
    const nodes = [...this.moved];
    this.moved.clear();
    if (this.stale || this.stopped) return void (this.whole = true);
    refreshNodes(this.sigma, this.explorer.graph, nodes);
    this.layers.light(this.appearance);
  }

  private refresh(): void {
    this.takeLook();
    // Given the graph again, Sigma lets go of what was under the pointer and has left.
    if (this.dropped) {
      this.drawn.forget();
      this.sigma.setGraph(unheard(this.explorer.graph));
    } else if (this.whole || this.segments > 1 || !this.layers.repaint()) this.sigma.refresh();
    this.dropped = false;
    this.whole = false;
    this.layers.light(this.appearance);
  }

  /** Before a frame of Sigma's own: what it draws must be what the graph has. */
  private catchUp(): void {
    if (!this.stale) return;
    if (this.dropped) return this.refresh();
    this.takeLook();
    this.sigma.refresh({ schedule: true });
    this.whole = false;
    this.sigma.once("afterRender", () => this.layers.light(this.appearance));
  }

  private takeLook(): void {
    this.stale = false;
    const { graph } = this.explorer;
    if (this.segments !== segmentsFor(graph.size)) {
      this.segments = segmentsFor(graph.size);
      this.sigma.setSetting("edgeProgramClasses", edgePrograms(this.segments));
    }
    this.looks.survey();
    this.layers.motion()?.setOut();
  }

  /** After nodes were laid out or the stage changed: names choose their sides anew, and the camera fits. */
  private settle(): void {
    this.captions.forget();
    this.looks.survey();
    this.camera.settle();
    this.redraw();
  }

  private pointOf(id: string): Point {
    const { graph } = this.explorer;
    return this.layers.motion()?.glide.pointOf(graph, id) ?? graph.getNodeAttributes(id);
  }

  private drawCaptions(): void {
    const { graph, store } = this.explorer;
    const state = store.getState();
    const motion = this.layers.motion();
    this.fresh();
    this.layers.drawGuides(state, this.appearance);
    this.captions.draw({
      sigma: this.sigma,
      state,
      graph,
      ...this.looks.shown(),
      pointOf: (id) => this.pointOf(id),
      isGliding: (id) => motion?.glide.isGliding(id) ?? false,
      drawLeaving: motion ? (...on) => motion.leaving.draw(...on) : undefined,
      badges: this.layers.badges(state),
      drawPins: this.layers.pins(),
      sayMore: this.layers.sayMore(),
    });
  }
}
