import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { type Rolldown, build } from "vite";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { languages } from "../../schema/language.ts";

/** Bytes of script, as gzip sends it, that may come before the first view can be used. */
const budget = 200_000;

let chunks: readonly Rolldown.OutputChunk[];
/** What index.html names, which is all that its script imports. */
let named: readonly Rolldown.OutputChunk[];

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  const configFile = resolve(import.meta.dirname, "../../client/vite.config.ts");
  const { output } = (await build({
    configFile,
    logLevel: "error",
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  vi.unstubAllEnvs();
  chunks = output.filter((each) => each.type === "chunk");
  const page = output.flatMap((each) => (each.fileName === "index.html" && "source" in each ? [each.source] : []));
  named = chunks.filter(({ fileName }) => page.join().includes(fileName));
}, 120_000);

const modulesOf = (some: readonly Rolldown.OutputChunk[]) => some.flatMap(({ moduleIds }) => moduleIds);
const wordsIn = (language: string) =>
  chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/client/strings/${language}.ts`)));

describe("the script before the first view", () => {
  it.each(languages)("is at most 200 kB in %s", (language) => {
    const needed = [...named, ...wordsIn(language)].map(({ fileName, code }) => [fileName, gzipSync(code).length]);
    const total = needed.reduce((sum, [, bytes]) => sum + Number(bytes), 0);
    // The sizes of its parts are in the message.
    expect({ total, needed, fits: total <= budget }).toMatchObject({ fits: true });
  });

  it("holds the drawing, but one language and no panel that stands behind a click", () => {
    const modules = modulesOf(named);
    const behind =
      /client\/(?:strings\/(?:en|zh-\w+)\.ts|panels\/(?:inspector|path|careers|cypher|table|questions\/\w+Field)\/?)/;
    expect(modules.filter((id) => id.endsWith("client/canvas/renderer.ts"))).toHaveLength(1);
    expect(modules.filter((id) => behind.test(id))).toEqual([]);
    expect(languages.map((language) => wordsIn(language).length)).toEqual([1, 1, 1]);
  });
});
