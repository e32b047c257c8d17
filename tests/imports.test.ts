/** The linter's import rules: who may import whom, as the README's map says. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "./support/temporary-folder.ts";

const root = resolve(import.meta.dirname, "..");
let folder = "";

beforeAll(() => {
  folder = temporaryFolder("lint");
  copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
});

/** What the linter says of a file at `path` that imports `from`, run on a copy of the project's configuration. */
function lint(path: string, from: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `import { thing } from "${from}";\nexport const other = thing;\n`);
  return spawnSync(join(root, "node_modules/.bin/oxlint"), [path], { cwd: folder, encoding: "utf8" }).stdout;
}

describe("a forbidden import is an error", () => {
  it.each([
    ["schema/a.ts", "../server/errors.ts"],
    ["schema/b.ts", "hono"],
    ["scene/a.ts", "../client/page/theme.ts"],
    ["scene/layouts/a.ts", "sigma"],
    ["server/a.ts", "../client/api.ts"],
    ["server/b.ts", "./database/grafeo.ts"],
    ["server/seed/a.ts", "../database/neo4j.ts"],
    ["client/a.ts", "../server/app.ts"],
    ["client/panels/a.tsx", "../api.ts"],
    ["client/canvas/a.ts", "../api.ts"],
  ])("%s importing %s", (path, from) => {
    expect(lint(path, from)).toContain("no-restricted-imports");
  });
});

describe("an allowed import is not", () => {
  it.each([
    ["schema/c.ts", "zod"],
    ["schema/d.ts", "./language.ts"],
    ["scene/b.ts", "../schema/graph.ts"],
    ["server/c.ts", "../schema/api.ts"],
    ["server/database/open.ts", "./grafeo.ts"],
    ["client/b.ts", "./api.ts"],
    ["client/panels/b.tsx", "../../schema/api.ts"],
    ["client/panels/c.tsx", "../explorer.ts"],
  ])("%s importing %s", (path, from) => {
    expect(lint(path, from)).not.toContain("no-restricted-imports");
  });
});
