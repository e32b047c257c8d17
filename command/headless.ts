/** The explorer without a browser: the server's app and the client's explorer in one process, text measured by a canvas. */
import { createApi } from "../client/api.ts";
import { createArrange } from "../client/canvas/arrange.ts";
import type { Explorer } from "../client/explorer.ts";
import { createExplorer } from "../client/explorer/create.ts";
import { createGraph } from "../client/view/graph.ts";
import { createExplorerStore } from "../client/store.ts";
import { createRuler } from "../scene/ruler.ts";
import { type Ruler, textStyles } from "../scene/text.ts";
import type { Ask } from "../server/exports.ts";
import { createPaper } from "./canvas.ts";

let ruler: Ruler | undefined;

/** Measures text with the faces of the page and of the system. */
export function nodeRuler(): Ruler {
  if (ruler !== undefined) return ruler;
  const { context } = createPaper(8, 8);
  ruler = createRuler((text, css) => {
    context.font = css;
    return context.measureText(text).width;
  });
  return ruler;
}

/** An explorer on a stage of a laptop's size. `ask` answers as the server would. */
export function openHeadless(ask: Ask): Explorer {
  const measure = nodeRuler();
  const explorer = createExplorer({
    api: createApi(async (path) => ask(path)),
    store: createExplorerStore(),
    graph: createGraph(),
    arrange: createArrange({
      measure: (text, kind, language) => measure(text, { ...textStyles[kind], face: "sans", language }),
    }),
  });
  explorer.resizeStage(1140, 720);
  return explorer;
}
