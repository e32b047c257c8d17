/** How the client is built into ../dist and served while it is worked on. */
import react from "@vitejs/plugin-react";
import { type Plugin, defineConfig } from "vite";
import { compileStrings } from "./build/compile-strings.ts";
import { readAgain, readAgainInWorkers } from "./build/read-again.ts";
import { smallZod } from "./build/small-zod.ts";

const server = process.env["SERVER"] ?? "http://127.0.0.1:4680";

/** Asks for the fonts with the page and not only once the styles name them. */
function preloadFonts(): Plugin {
  return {
    name: "preload-fonts",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => file.endsWith(".woff2"))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2", crossorigin: "" },
            injectTo: "head-prepend" as const,
          })),
    },
  };
}

/** Shaders are text, which no minifier touches: without their comments and blanks. */
const smallShaders = (): Plugin => ({
  name: "small-shaders",
  enforce: "pre",
  transform: (code, id) => {
    if (!id.endsWith("-shaders.ts")) return null;
    const bare = code.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, "").replaceAll(/^\s+/gm, "");
    return { code: bare.replaceAll(/[ \t]*([=,;(){}*<])[ \t]*/g, "$1"), map: null };
  },
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compileStrings(), smallShaders(), smallZod(), readAgain(), react(), preloadFonts()],
  resolve: { alias: { "@formatjs/icu-messageformat-parser": "@formatjs/icu-messageformat-parser/no-parser.js" } },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2023",
    // The content security policy allows no data: fonts, and a file of its own caches better.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Libraries change seldom: apart from our own code they stay in the browser's cache, and are read side by side.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler|zustand)\// },
            { name: "drawing", test: /node_modules\/(sigma|graphology|graphology-utils|events)\// },
            { name: "words", test: /node_modules\/(zod|intl-messageformat|@formatjs)/ },
            { name: "first-view", tags: ["$initial"] },
          ],
        },
      },
    },
  },
  // Workers are built apart, and some say the same words.
  worker: { format: "es", plugins: () => [compileStrings(), smallZod(), readAgainInWorkers()] },
  server: { proxy: { "/api": server, "/openapi.json": server } },
});
