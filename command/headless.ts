/** The explorer without a browser: the server's app and the client's explorer in one process, text measured by a canvas. */
import { createRequire } from "node:module";
import { GlobalFonts, createCanvas } from "@napi-rs/canvas";
import { createApi } from "../client/api.ts";
import { createArrange } from "../client/canvas/arrange.ts";
import type { Explorer } from "../client/explorer.ts";
import { createExplorer } from "../client/explorer/create.ts";
import { createGraph } from "../client/graph.ts";
import { createExplorerStore } from "../client/store.ts";
import { type Ruler, cssFont, textStyles } from "../scene/text.ts";

const require = createRequire(import.meta.url);

/** The page's own faces, for the same widths as in a browser. */
function registerFaces(): void {
  const faces = [
    ["@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", "Inter Variable"],
    ["@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2", "Source Serif 4 Variable"],
  ] as const;
  for (const [file, name] of faces) GlobalFonts.registerFromPath(require.resolve(file), name);
}

let ruler: Ruler | undefined;

/** Measures text with the faces of the page and of the system. */
export function nodeRuler(): Ruler {
  if (ruler !== undefined) return ruler;
  registerFaces();
  const context = createCanvas(8, 8).getContext("2d");
  const widths = new Map<string, number>();
  ruler = (text, font) => {
    const css = cssFont(font);
    const key = `${css} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      context.font = css;
      ({ width } = context.measureText(text));
      widths.set(key, width);
    }
    return width;
  };
  return ruler;
}

/** An explorer on a stage of a laptop's size. `request` answers as the server would. */
export function openHeadless(request: (path: string) => Response | Promise<Response>): Explorer {
  const measure = nodeRuler();
  const explorer = createExplorer({
    api: createApi(async (path) => request(path)),
    store: createExplorerStore(),
    graph: createGraph(),
    arrange: createArrange({
      measure: (text, kind, language) => measure(text, { ...textStyles[kind], face: "sans", language }),
    }),
  });
  explorer.resizeStage(1140, 720);
  return explorer;
}
