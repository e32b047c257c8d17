/** Lets what is imported later be asked for again where a request failed: on the page and in workers. */
import { resolve } from "node:path";
import type { Plugin } from "vite";

const pathOf = (file: string) => JSON.stringify(resolve(import.meta.dirname, "..", file));

/** The page's imports go through Vite's helper, whose place our own takes. */
export const readAgain = (): Plugin => ({
  name: "read-again",
  apply: "build",
  enforce: "pre",
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => `export { readCode as __vitePreload } from ${pathOf("page/read-code.ts")};`,
  },
});

/** Vite leaves the imports of workers as they are. */
export const readAgainInWorkers = (): Plugin => ({
  name: "read-again-in-workers",
  // Once types are gone, which may import too.
  enforce: "post",
  transform: (code, id) => {
    if (id.includes("/node_modules/") || !/\bimport\("/.test(code)) return null;
    const read = code.replaceAll(/\bimport\(("[^"]+")\)/g, "readAgain(() => import($1))");
    return { code: `import { again as readAgain } from ${pathOf("again.ts")};\n${read}`, map: null };
  },
});
