/** What a drawing has only now and then, read when it is first needed: motion, what stands out of thousands, guides, what lines say, marks of dispute, the overview. */
import type { ExplorerState } from "../store.ts";
import { withWords } from "../strings/strings.ts";
import { guidesOf } from "../view/graph.ts";
import { pinnedIn } from "../view/pinned.ts";
import type { Appearance } from "./appearance-types.ts";
import type { Frame } from "./captions.ts";
import type { DrawnLooks } from "./drawn-looks.ts";
import type { Looks } from "./looks.ts";
import type { Motion, MovingStage } from "./motion.ts";
import type { Reducers } from "./reducers.ts";

export interface LaterLayers {
  /** How the drawing moves; null before the first view has been drawn. */
  motion(): Motion | null;
  /** Draws anew what looks otherwise of thousands of straight lines; false where all has to be drawn. */
  repaint(): boolean;
  /** Takes what stands out of thousands in this look, and draws it. */
  light(appearance: Appearance): void;
  /** Draws what follows the camera: that, and the overview. */
  followCamera(): void;
  drawGuides(state: ExplorerState, appearance: Appearance): void;
  /** The marks of dispute; null until there are some to draw. */
  badges(state: ExplorerState): Frame["badges"];
  /** What places the words of lines; null before the first view has been drawn. */
  sayMore(): Frame["sayMore"];
  /** What draws the sign of pinned nodes; null where none is. */
  pins(): Frame["drawPins"];
}

interface Parts extends Omit<MovingStage, "appearance"> {
  looks: Looks;
  reducers: Reducers;
  redraw: () => void;
  /** What Sigma itself is given to draw, and what it was given last. */
  base: Reducers;
  drawn: DrawnLooks;
}

export function createLaterLayers({ looks, reducers, base, drawn, redraw, ...stage }: Parts): LaterLayers {
  const { sigma, graph, isStopped } = stage;
  /** What `read` gives once it is there, null until then; `then` is done when it has come. */
  const later = <T>(read: () => Promise<() => T>, then: () => void): (() => T | null) => {
    let known: T | null = null;
    let reading: Promise<void> | undefined;
    const arrive = async () => {
      const make = await read();
      if (isStopped()) return;
      known = make();
      then();
    };
    return () => {
      // What did not come is asked for again with the next drawing.
      reading ??= arrive().catch(() => void (reading = undefined));
      return known;
    };
  };
  const motion = later(
    async () => {
      const { createMotion } = await withWords(import("./motion.ts"));
      return () => createMotion({ ...stage, appearance: () => looks.shown().appearance });
    },
    () => motion()?.glide.notice(graph, looks.shown().appearance.nodes, null),
  );
  let isLighting = false;
  const lit = later(
    async () => {
      const { createLitLayer } = await import("./lit-layer.ts");
      return () => createLitLayer(sigma, graph, reducers, { base, drawn });
    },
    () => light(looks.shown().appearance),
  );
  const guides = later(async () => {
    const { createGuideLayer, readGuideWords } = await import("./guide-layer.ts");
    await readGuideWords();
    return () => createGuideLayer(sigma);
  }, redraw);
  const badges = later(async () => {
    const { createBadges } = await import("./badges.ts");
    return createBadges;
  }, redraw);
  const pins = later(async () => {
    const { drawPins } = await import("./pins.ts");
    return () => drawPins;
  }, redraw);
  const words = later(async () => {
    const { sayMore } = await import("./line-words.ts");
    return () => sayMore;
  }, redraw);
  let hasGuides = false;
  let hasBadges = false;
  const light = (appearance: Appearance) => {
    isLighting ||= looks.standsApart();
    if (isLighting) lit()?.light(appearance);
  };
  return {
    motion: () => (graph.order === 0 ? null : motion()),
    repaint: () => isLighting && lit()?.repaint() === true,
    light,
    followCamera() {
      if (isLighting) lit()?.draw();
      if (graph.order > 0) motion()?.overview.draw(looks.shown().appearance);
    },
    drawGuides(state, appearance) {
      hasGuides ||= guidesOf(graph) !== null;
      if (hasGuides) guides()?.draw(state, graph, appearance);
    },
    badges(state) {
      hasBadges ||= state.disagreements !== null;
      return hasBadges ? badges() : null;
    },
    pins: () => (pinnedIn(graph).length === 0 ? null : pins()),
    sayMore: () => (graph.order === 0 ? null : words()),
  };
}
