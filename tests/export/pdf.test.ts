/** PDF as pdf.js and Poppler read it. */
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { faceFiles } from "../../client/export/face-files.ts";
import type { Scene } from "../../scene/scene.ts";
import { writePdf } from "../../scene/writers/pdf.ts";
import { fileOf, missingProgram } from "../support/readers.ts";
import { alumniScene, hostileScene, sheetOf } from "./scenes.ts";

const write = (scene: Scene) => writePdf([{ scene, sheet: sheetOf(scene) }], (id) => readFile(faceFiles[id]));

const open = (bytes: Uint8Array) => getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;

async function read(bytes: Uint8Array) {
  const document = await open(bytes);
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  return {
    pages: document.numPages,
    text: items.map((item) => ("str" in item ? item.str : "")).join(""),
    info: (await document.getMetadata()).info as Record<string, unknown>,
    links: (await page.getAnnotations()).map(({ url }: { url?: string }) => url),
    size: page.getViewport({ scale: 1 }),
  };
}

/** With a source that has an address, which the articles have not. */
function withAddress(scene: Scene, url: string): Scene {
  const source = { id: "letters", text: "Royal letters", language: "en", url } as const;
  return { ...scene, text: { ...scene.text, sources: [source, ...scene.text.sources] } };
}

describe("PDF", () => {
  it.each(["en", "zh-Hant", "zh-Hans"] as const)("keeps every name of the alumni as text in %s", async (language) => {
    const scene = await alumniScene({ language });
    const { text } = await read(await write(scene));
    expect(scene.words.length).toBeGreaterThan(20);
    for (const word of scene.words) expect(text).toContain(word.text);
    expect(text).toContain(scene.text.title.slice(0, 12));
  });

  it("embeds only the characters that it shows", async () => {
    const bytes = await write(await alumniScene({ language: "zh-Hant" }));
    expect(bytes.length).toBeLessThan(300_000);
    const raw = Buffer.from(bytes).toString("latin1");
    const names = [...raw.matchAll(/\/FontName \/(\S+)/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+/);
    expect([...raw.matchAll(/\/FontFile[23] /g)]).toHaveLength(names.length);
  });

  it("carries title, language and the day of the data", async () => {
    const scene = await alumniScene();
    const { info, pages } = await read(await write({ ...scene, about: { ...scene.about, date: "2026-01-08" } }));
    expect(pages).toBe(1);
    expect(info).toMatchObject({ Title: scene.text.title, Author: "Alumnigraph", Language: "en" });
    expect(info["CreationDate"]).toMatch(/^D:20260108/);
  });

  it("is as large as its page", async () => {
    const { size } = await read(await write(await alumniScene()));
    expect([size.width, size.height]).toEqual([960, 540]);
  });

  it("links to the sources that have an address", async () => {
    const scene = withAddress(await alumniScene(), "https://example.org/letters");
    expect((await read(await write(scene))).links).toEqual(["https://example.org/letters"]);
  });

  it("lists sources on a page of their own where a page has no room for them", async () => {
    const scene = await alumniScene();
    const sources = Array.from({ length: 60 }, (_, i) => ({
      id: `letters-${i}`,
      text: `The royal letters, volume ${i} of a very long series of them`,
      language: "en" as const,
      url: null,
    }));
    const { pages } = await read(await write({ ...scene, text: { ...scene.text, sources } }));
    expect(pages).toBe(4);
  });

  it("comes through with hostile names", async () => {
    const { text } = await read(await write(hostileScene()));
    for (const name of ["<script>alert(1)</script>", "]]><!-- --!>", "張建中，创办人"]) expect(text).toContain(name);
  });

  const missing = missingProgram("pdftotext", "poppler-utils");
  it.skipIf(missing !== null)(`is read by Poppler, all faces embedded${missing ? ` (${missing})` : ""}`, async () => {
    const scene = await alumniScene({ language: "zh-Hant" });
    const path = fileOf("a.pdf", await write(scene));
    const text = execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" }).normalize("NFKC");
    for (const word of scene.words) expect(text).toContain(word.text.normalize("NFKC"));
    const [, , ...fonts] = execFileSync("pdffonts", [path], { encoding: "utf8" }).trim().split("\n");
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes /);
  });

  it("has a box for what no face has, with the characters as its actual text", async () => {
    const raw = Buffer.from(await write(hostileScene())).toString("latin1");
    const streams = [...raw.matchAll(/FlateDecode\s*>>\s*stream\r?\n([^]*?)\r?\nendstream/g)].map(([, data = ""]) =>
      inflateSync(Buffer.from(data, "latin1")).toString("latin1"),
    );
    const inUtf16 = Buffer.from("\ufeff𠮷", "utf16le").swap16().toString("latin1");
    expect(streams.join("\n")).toContain(`/ActualText (${inUtf16})`);
  });
});
