/** The explorer without a browser: the server's app and the client's explorer in one process, text measured by a canvas. */
import { createApi } from "../client/api.ts";
import { createArrange } from "../client/canvas/arrange.ts";
import type { Explorer } from "../client/explorer.ts";
import { createExplorer } from "../client/explorer/create.ts";
import { createGraph } from "../client/view/graph.ts";
import { createExplorerStore } from "../client/store.ts";
import { type Ruler, cssFont, textStyles } from "../scene/text.ts";
import type { Ask } from "../server/exports.ts";
import { createPaper } from "./canvas.ts";

/** A process that writes many files would keep every text that it has seen. */
const mostWidths = 100_000;

let ruler: Ruler | undefined;

/** Measures text with the faces of the page and of the system. */
export function nodeRuler(): Ruler {
  if (ruler !== undefined) return ruler;
  const { context } = createPaper(8, 8);
  const widths = new Map<string, number>();
  ruler = (text, font) => {
    const css = cssFont(font);
    const key = `${css} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = css;
      ({ width } = context.measureText(text));
      if (widths.size > mostWidths) widths.clear();
      widths.set(key, width);
    }
    return width;
  };
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
