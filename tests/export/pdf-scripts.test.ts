/** PDF of what does not run from left to right, and of pictures. */
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { faceFiles } from "../../client/export/face-files.ts";
import type { Scene } from "../../scene/scene.ts";
import { writePdf } from "../../scene/writers/pdf.ts";
import { runsOf, wordsInSight } from "../../scene/writers/pdf/bidi.ts";
import { createFaces } from "../../scene/writers/pdf/faces.ts";
import { lackingIn } from "../../scene/writers/pdf/lacking.ts";
import { fileOf, missingProgram } from "../support/readers.ts";
import { alumniScene, sheetOf } from "./scenes.ts";

const source = (id: keyof typeof faceFiles) => readFile(faceFiles[id]);
const font = { face: "sans", weight: 400, language: "en" } as const;
const seen = (line: string) => runsOf(line).flatMap(wordsInSight).join("|");
const split = async (line: string) =>
  (await createFaces(source).split(line, font)).map(({ face, text }) => [face, text]);

describe("a line in the order in which it is seen", () => {
  it.each([
    ["plain words", "plain words"],
    ["at שלום עולם now", "at |עולם| |שלום| now"],
    ["שלום 2020 עולם", "עולם| |2020| |שלום"],
    ["aleph \u202Eabc", "aleph |abc"],
  ])("%s", (line, order) => {
    expect(seen(line)).toBe(order);
  });
});

describe("faces", () => {
  it("set each script in one that has it, and no sign in two", async () => {
    expect(await split("AMD 張 שלום عليكم 👩‍👩‍👧‍👦")).toEqual([
      ["sans-400", "AMD "],
      ["tc-400", "張 "],
      ["arabic-400", "عليكم"],
      ["sans-400", " "],
      ["hebrew-400", "שלום"],
      ["sans-400", " "],
      ["emoji", "👩‍👩‍👧‍👦"],
    ]);
  });

  it("set a flag, a keycap and a heart as pictures, and a trade mark as a letter", async () => {
    expect(await split("🇹🇼1️⃣❤️™")).toEqual([
      ["emoji", "🇹🇼1️⃣❤️"],
      ["sans-400", "™"],
    ]);
  });

  it("turn brackets around what stands in them", async () => {
    const pieces = await split("כן (לא)");
    expect(pieces.map(([, text]) => text)).toEqual(["(", "לא", ")", " ", "כן"]);
  });

  it("turn signs of no script around with the words that they stand among", async () => {
    expect(await split("אב ?!– גד")).toEqual([
      ["hebrew-400", "גד"],
      ["sans-400", " "],
      ["sans-400", "–!?"],
      ["sans-400", " "],
      ["hebrew-400", "אב"],
    ]);
  });
});

const names = ["Yossi ישראלי", "علي حسن", "שלום עולם", "Smile 😀"];

async function named(): Promise<Scene> {
  const scene = await alumniScene();
  const words = scene.words.map((word, i) => Object.assign({ ...word }, { text: names[i] ?? word.text }));
  return { ...scene, words };
}

const missing = missingProgram("pdftotext", "poppler-utils");
describe.skipIf(missing !== null)(`Poppler${missing ? ` (${missing})` : ""}`, () => {
  it("reads right-to-left names as they are written, in faces that are embedded and cut down", async () => {
    const scene = await named();
    const bytes = await writePdf([{ scene, sheet: sheetOf(scene) }], source);
    const path = fileOf("a.pdf", bytes);
    const text = execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" }).replace(/\p{Bidi_Control}/gu, "");
    for (const word of ["Yossi", "ישראלי", "علي", "حسن", "שלום", "עולם", "😀"]) expect(text).toContain(word);
    const fonts = execFileSync("pdffonts", [path], { encoding: "utf8" });
    expect(fonts).toMatch(/\w{6}\+NotoSansHebrew\S*.* yes yes yes /);
    expect(fonts).toMatch(/\w{6}\+IBMPlexSansArabic\S*.* yes yes yes /);
    expect(bytes.length).toBeLessThan(300_000);
  });
});

describe("pdf.js", () => {
  /** Letters in the order of the file, as who selects and copies gets them. */
  async function readLines(scene: Scene): Promise<string> {
    const data = await writePdf([{ scene, sheet: sheetOf(scene) }], source);
    const page = await (await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise).getPage(1);
    const { items } = await page.getTextContent();
    return items.map((item) => ("str" in item ? item.str : "")).join("");
  }

  it("reads names of several words in their order, whichever way they run", async () => {
    const scene = await alumniScene();
    const told = ["علي حسن", "محمد عليكم AMD", "שלום עולם 2020"];
    const words = scene.words.map((word, i) => Object.assign({ ...word }, { text: told[i] ?? word.text }));
    const text = await readLines({ ...scene, words });
    // It leaves out spaces that stand alone.
    for (const name of told) expect(text.replaceAll(" ", "")).toContain(name.replaceAll(" ", ""));
  });
});

describe("signs that no face has", () => {
  const of = (title: string) => lackingIn([{ words: [], text: { title, standfirst: "", sources: [] } as never }]);

  it("are none of the scripts that ours cover", () => {
    expect(of("Zhang 張建中 张 Ωμέγα Жан かな カナ ㄅ שלום عليكم 👩‍👩‍👧‍👦 — €")).toEqual([]);
  });

  it("are told each once", () => {
    expect(of("한 ไทย 한 𠮷")).toEqual(["한", "ไ", "ท", "ย", "𠮷"]);
  });
});
