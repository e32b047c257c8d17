/** The camera as the explorer asks for it, and as it follows the stage's size. */
import type { CameraState } from "sigma/types";
import type { Box } from "../../scene/geometry.ts";
import type { Camera } from "../explorer/stage.ts";
import { type ExplorerGraph, guidesOf } from "../view/graph.ts";
import { standIn } from "../view/groups.ts";
import { type Renderer, cameraAt, cameraOver, cameraThatFits, mostZoom, toGraph, toScreen } from "./projection.ts";

/** As far back as the camera goes by itself: beyond, names are too small, so the rest is reached by panning. */
const farthestFit = { columns: 1.12, free: 2.4 } as const;
/** Of so many nodes it is the whole that one wants to see first, and names only where they have room. */
const aWhole = 100;
const farthestFree = (nodes: number) => (nodes > aWhole ? Infinity : farthestFit.free);
/** A hand may go so much further back than where all is in sight. */
const beyond = 1.25;
/** With a panel over the foot of the stage the columns are seen as a whole a little smaller. */
const farthestAbovePanel = 1.7;
/** What the columns' heads cover of it then. */
const headBand = 10;

export interface StageCamera extends Camera {
  /** Fits again after the view or the stage changed, unless a hand has moved the camera. */
  settle(): void;
  /** Glides to where all is in sight, after a panel came over the stage or left, unless a hand has moved the camera. */
  makeWay(): void;
  /** Forgets that a hand has moved the camera: another question has opened. */
  reset(): void;
}

interface Subject {
  graph: ExplorerGraph;
  /** What is in sight when all is: nodes and names, in graph pixels. */
  content(): Box | null;
  inColumns(): boolean;
  /** Whether the middle comes first where not all can be in sight, and not the upper left. */
  fromMiddle(): boolean;
  /** How many pixels of the stage's foot a panel covers. */
  covered(): number;
  isStill(): boolean;
}

/** Nearer to the stage's edge than this, a node is not in sight. */
const edge = 16;

/** Free pixels that a node brought into sight has above and below it. */
const [headRoom, footRoom] = [44, 30];

/** What stands so far from the middle, as a share of the stage, is heaped in one of its corners. */
const aside = 0.12;

const isSame = (one: CameraState, other: CameraState) =>
  Math.abs(one.x - other.x) + Math.abs(one.y - other.y) + Math.abs(one.ratio - other.ratio) < 1e-6;

export function createStageCamera(sigma: Renderer, subject: Subject): StageCamera {
  const camera = sigma.getCamera();
  let ours: ReturnType<typeof camera.getState> | null = camera.getState();
  /** Whether what is drawn was brought to the middle, and is kept there. */
  let centered = false;
  const isAside = () => {
    const content = subject.content();
    if (content === null || subject.inColumns() || guidesOf(subject.graph) !== null) return false;
    const { width, height } = sigma.getDimensions();
    const across = (content.left + content.right) / 2 / width - 0.5;
    const down = (content.top + content.bottom) / 2 / height - 0.5;
    return Math.max(Math.abs(across), Math.abs(down)) > aside;
  };
  const duration = () => (subject.isStill() ? 0 : 320);
  const toFit = () => {
    const foot = subject.covered();
    if (!subject.inColumns())
      return cameraThatFits(
        sigma,
        subject.content(),
        farthestFree(subject.graph.order),
        { head: 0, foot },
        subject.fromMiddle(),
        centered,
      );
    const [farthest, head] = foot > 0 ? [farthestAbovePanel, headBand] : [farthestFit.columns, 0];
    const content = subject.content();
    // Rows are read from the top, but a name that was cut at the side could not be read at all.
    const wide = content === null ? 0 : (content.right - content.left) / sigma.getDimensions().width;
    const far = Math.max(farthest, Math.min(wide, farthestFit.free));
    return cameraThatFits(sigma, content, far, { head, foot });
  };
  let out: number = mostZoom.out;
  /** Where all is in sight; the camera may go there from now on, however far back that is. */
  const fitted = () => {
    const state = toFit();
    const next = Math.max(mostZoom.out, state.ratio * beyond);
    if (next !== out) sigma.setSetting("maxCameraRatio", (out = next));
    return state;
  };
  const glide = (to: Partial<CameraState>) =>
    void camera.animate(to, { duration: duration() || 1, easing: "cubicOut" });
  const go = (state: ReturnType<typeof fitted>) => {
    ours = state;
    if (duration() === 0) camera.setState(state);
    else void camera.animate(state, { duration: duration(), easing: "cubicOut" });
  };
  const isOurs = () => ours !== null && isSame(camera.getState(), ours);
  /** Where the camera stood before something covered the stage, and where it went then. */
  let covered: { before: CameraState; after: CameraState } | null = null;
  const zoom = (factor: number) => {
    const ratio = Math.min(Math.max(camera.ratio * factor, mostZoom.in), out);
    glide({ ratio });
  };
  return {
    fit() {
      centered = isAside();
      go(fitted());
    },
    place: () => {
      const { width, height } = sigma.getDimensions();
      const { ratio } = camera;
      return { ...toGraph(sigma, { x: width / 2, y: height / 2 }), ratio, isFitted: isOurs(), isCentered: centered };
    },
    goTo(place) {
      fitted();
      if (place.isFitted) {
        centered = place.isCentered ?? false;
        go(fitted());
      } else glide(cameraAt(sigma, place, place.ratio));
    },
    zoomIn: () => zoom(1 / 1.5),
    zoomOut: () => zoom(1.5),
    center(id) {
      if (!subject.graph.hasNode(id)) return;
      const point = subject.graph.getNodeAttributes(standIn(subject.graph, id));
      const { width, height } = sigma.getDimensions();
      const { x, y } = toScreen(sigma, point);
      const free = height - subject.covered();
      const inSight = x > edge && y > edge && x < width - edge && y < free - edge;
      if (inSight) return;
      glide(cameraOver(sigma, point, camera.ratio, subject.covered()));
    },
    centerAbove(id, pixels) {
      if (!subject.graph.hasNode(id) || pixels <= 0) return;
      const point = subject.graph.getNodeAttributes(id);
      const { width, height } = sigma.getDimensions();
      const free = height - pixels;
      const at = toScreen(sigma, point);
      const isFree = at.y > headRoom && at.y < free - footRoom && at.x > 0 && at.x < width;
      if (isFree || free < headRoom) return;
      const { ratio } = camera;
      const middle = {
        x: point.x - (at.x - width / 2) * ratio,
        y: point.y + (height / 2 - (headRoom + free) / 2) * ratio,
      };
      const x = at.x > 0 && at.x < width ? middle.x : point.x;
      const after = cameraAt(sigma, { x, y: middle.y }, ratio);
      covered = { before: covered?.before ?? camera.getState(), after };
      glide(after);
    },
    uncover() {
      if (covered === null) return;
      const { before, after } = covered;
      covered = null;
      if (isSame(camera.getState(), after)) glide(before);
    },
    reset() {
      ours = null;
      covered = null;
      centered = false;
    },
    makeWay() {
      if (ours === null || isOurs() || camera.isAnimated()) go(fitted());
    },
    settle() {
      const isByHand = ours !== null && !isOurs();
      const next = fitted();
      if (isByHand) return;
      ours = next;
      camera.setState(ours);
    },
  };
}
