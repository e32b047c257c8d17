/** How another process or thread of this program reads TypeScript: Node 20 needs a loader, later ones bring their own. */
import { createRequire } from "node:module";

export const typescriptLoader: readonly string[] =
  "typescript" in process.features && process.features.typescript
    ? []
    : ["--import", createRequire(import.meta.url).resolve("tsx")];
