/** Draws the guides under lines and nodes; read when a layout first has some. */
import type { GuideLine } from "../../scene/scene.ts";
import { cssFont, headFont } from "../../scene/text.ts";
import type { ExplorerGraph } from "../graph.ts";
import type { ExplorerState } from "../store.ts";
import { readLaterStrings } from "../strings/strings.ts";
import { tokens } from "../theme.ts";
import type { Appearance } from "./appearance.ts";
import { type GuideDrawing, drawGuides } from "./guides.ts";
import { setLanguage } from "./measure.ts";
import { type Renderer, toScreen } from "./projection.ts";
import { stageScale } from "./text.ts";

export interface GuideLayer {
  draw(state: ExplorerState, graph: ExplorerGraph, appearance: Appearance): void;
}

/** A canvas below everything else of the drawing. */
export async function createGuideLayer(sigma: Renderer): Promise<GuideLayer> {
  await readLaterStrings();
  const place: { style?: Partial<CSSStyleDeclaration>; beforeLayer: string } = { beforeLayer: "edges" };
  sigma.createCanvasContext("guides", place);
  sigma.resize(true); // the new canvas has no size before
  const canvas = sigma.getCanvases()["guides"];
  const context = canvas?.getContext("2d");
  if (!canvas || !context) throw new Error("The browser gives no 2D canvas, which the guides need.");
  let known: { keys: readonly unknown[]; drawing: GuideDrawing | null } = { keys: [], drawing: null };
  return {
    draw(state, graph, appearance) {
      const { width, height } = sigma.getDimensions();
      context.clearRect(0, 0, width, height);
      const keys = [appearance, graph.getAttribute("guides"), state.language];
      if (keys.some((key, i) => key !== known.keys[i])) known = { keys, drawing: drawGuides(state, graph, appearance) };
      if (known.drawing === null) return;
      const colors = tokens[state.theme];
      setLanguage(canvas, context, state.language);
      context.strokeStyle = colors.line;
      context.lineWidth = 1;
      for (const line of known.drawing.lines) trace(context, sigma, line);
      context.fillStyle = colors.ink2;
      context.strokeStyle = colors.bg;
      context.lineWidth = 4;
      context.lineJoin = "round";
      context.font = cssFont({ ...headFont, size: headFont.size * stageScale(state.stage), language: state.language });
      context.textBaseline = "middle";
      for (const { text, share, ...at } of known.drawing.words) {
        const { x, y } = toScreen(sigma, at);
        const left = Math.round(x - share * context.measureText(text).width);
        context.strokeText(text, left, Math.round(y));
        context.fillText(text, left, Math.round(y));
      }
    },
  };
}

function trace(context: CanvasRenderingContext2D, sigma: Renderer, line: GuideLine): void {
  context.beginPath();
  if (line.kind === "ring") {
    const at = toScreen(sigma, line.at);
    const edge = toScreen(sigma, { x: line.at.x + line.rx, y: line.at.y + line.ry });
    context.ellipse(at.x, at.y, edge.x - at.x, edge.y - at.y, 0, 0, 2 * Math.PI);
  } else {
    const [from, to] = [toScreen(sigma, line.from), toScreen(sigma, line.to)];
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
}
