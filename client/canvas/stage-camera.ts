/** The camera as the explorer asks for it, and as it follows the stage's size. */
import type { Box } from "../../scene/geometry.ts";
import type { Camera } from "../explorer.ts";
import type { ExplorerGraph } from "../graph.ts";
import { type Renderer, cameraAt, cameraThatFits, mostZoom, toScreen } from "./projection.ts";

/** As far back as the camera goes by itself: beyond, names are too small, so the rest is reached by panning. */
const farthestFit = { columns: 1.12, free: 2.4 } as const;

export interface StageCamera extends Camera {
  /** Fits again after the view or the stage changed, unless a hand has moved the camera. */
  settle(): void;
  /** Forgets that a hand has moved the camera: another question has opened. */
  reset(): void;
}

interface Subject {
  graph: ExplorerGraph;
  /** What is in sight when all is: nodes and names, in graph pixels. */
  content(): Box | null;
  inColumns(): boolean;
  isStill(): boolean;
}

export function createStageCamera(sigma: Renderer, subject: Subject): StageCamera {
  const camera = sigma.getCamera();
  let ours: ReturnType<typeof camera.getState> | null = camera.getState();
  const duration = () => (subject.isStill() ? 0 : 320);
  const fitted = () =>
    cameraThatFits(sigma, subject.content(), subject.inColumns() ? farthestFit.columns : farthestFit.free);
  const go = (state: ReturnType<typeof fitted>) => {
    ours = state;
    if (duration() === 0) camera.setState(state);
    else void camera.animate(state, { duration: duration(), easing: "cubicOut" });
  };
  const zoom = (factor: number) => {
    const ratio = Math.min(Math.max(camera.ratio * factor, mostZoom.in), mostZoom.out);
    void camera.animate({ ratio }, { duration: duration() || 1, easing: "cubicOut" });
  };
  return {
    fit: () => go(fitted()),
    zoomIn: () => zoom(1 / 1.5),
    zoomOut: () => zoom(1.5),
    center(id) {
      if (!subject.graph.hasNode(id)) return;
      const point = subject.graph.getNodeAttributes(id);
      const { width, height } = sigma.getDimensions();
      const { x, y } = toScreen(sigma, point);
      const inSight = x > 40 && y > 40 && x < width - 40 && y < height - 40;
      if (inSight) return;
      const target = cameraAt(sigma, point, camera.ratio);
      void camera.animate(target, { duration: duration() || 1, easing: "cubicOut" });
    },
    reset() {
      ours = null;
    },
    settle() {
      const now = camera.getState();
      const untouched =
        ours === null || Math.abs(now.x - ours.x) + Math.abs(now.y - ours.y) + Math.abs(now.ratio - ours.ratio) < 1e-6;
      if (!untouched) return;
      ours = fitted();
      camera.setState(ours);
    },
  };
}
