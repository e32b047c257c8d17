/** The files that a view can become: what each is called, and its writer, loaded when it is first asked for. */
import type { Pages } from "../page.ts";
import type { Scene } from "../scene.ts";
import type { PageSize } from "../sheet/forms.ts";
import type { FaceSource } from "./pdf/faces.ts";
import type { Progress } from "./progress.ts";

export interface WriterInput {
  pages: Pages;
  size: PageSize;
  /** The title of the story whose steps the pages are; null for a view, which is one page. */
  story: string | null;
  /** The view as our own JSON keeps it. */
  view: unknown;
  /** Faces for files that carry their own. */
  faces: FaceSource;
  progress?: Progress;
}

export type Writer = (input: WriterInput) => string | Uint8Array | Promise<string | Uint8Array>;

export interface Format {
  extension: string;
  mime: string;
  /** `picture`: drawn from a sheet, with its size and its parts. `data`: only what is in the graph. */
  kind: "picture" | "data";
  load(): Promise<Writer>;
}

export const formats = {
  pptx: {
    extension: "pptx",
    mime: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    kind: "picture",
    load: async () => {
      const { writePptx } = await import("./pptx.ts");
      return ({ pages, size, progress }) => writePptx(pages, size, progress);
    },
  },
  svg: {
    extension: "svg",
    mime: "image/svg+xml",
    kind: "picture",
    load: async () => {
      const { writeSvg } = await import("./svg.ts");
      return ({ pages: [{ scene, sheet }] }) => writeSvg(scene, sheet);
    },
  },
  pdf: {
    extension: "pdf",
    mime: "application/pdf",
    kind: "picture",
    load: async () => {
      const { writePdf } = await import("./pdf.ts");
      return ({ pages, faces, progress }) => writePdf(pages, faces, progress);
    },
  },
  html: {
    extension: "html",
    mime: "text/html",
    kind: "picture",
    load: async () => {
      const { writeHtml } = await import("./html.ts");
      return ({ pages, story, progress }) => writeHtml(pages, story, progress);
    },
  },
  view: {
    extension: "alumnigraph.json",
    mime: "application/json",
    kind: "data",
    load:
      async () =>
      ({ view }) =>
        `${JSON.stringify(view)}\n`,
  },
  xlsx: {
    extension: "xlsx",
    mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    kind: "data",
    load: async () => {
      const { writeXlsx } = await import("./xlsx.ts");
      return ({ pages: [{ scene }] }) => writeXlsx(scene);
    },
  },
  gexf: {
    extension: "gexf",
    mime: "application/gexf+xml",
    kind: "data",
    load: async () => {
      const { writeGexf } = await import("./gexf.ts");
      return ({ pages: [{ scene }] }) => writeGexf(scene, "1.3");
    },
  },
  "gexf-1.2": {
    extension: "gexf",
    mime: "application/gexf+xml",
    kind: "data",
    load: async () => {
      const { writeGexf } = await import("./gexf.ts");
      return ({ pages: [{ scene }] }) => writeGexf(scene, "1.2");
    },
  },
  graphml: {
    extension: "graphml",
    mime: "application/graphml+xml",
    kind: "data",
    load: async () => {
      const { writeGraphml } = await import("./graphml.ts");
      return ({ pages: [{ scene }] }) => writeGraphml(scene, "plain");
    },
  },
  "graphml-yed": {
    extension: "graphml",
    mime: "application/graphml+xml",
    kind: "data",
    load: async () => {
      const { writeGraphml } = await import("./graphml.ts");
      return ({ pages: [{ scene }] }) => writeGraphml(scene, "yed");
    },
  },
  "graphml-apoc": {
    extension: "graphml",
    mime: "application/graphml+xml",
    kind: "data",
    load: async () => {
      const { writeGraphml } = await import("./graphml.ts");
      return ({ pages: [{ scene }] }) => writeGraphml(scene, "apoc");
    },
  },
  cytoscape: {
    extension: "cyjs",
    mime: "application/json",
    kind: "data",
    load: async () => {
      const { writeCytoscape } = await import("./cytoscape.ts");
      return ({ pages: [{ scene }] }) => writeCytoscape(scene);
    },
  },
  "csv-gephi": {
    extension: "zip",
    mime: "application/zip",
    kind: "data",
    load: async () => {
      const { writeGephiCsv } = await import("./csv.ts");
      return ({ pages: [{ scene }] }) => writeGephiCsv(scene);
    },
  },
  "csv-neo4j": {
    extension: "zip",
    mime: "application/zip",
    kind: "data",
    load: async () => {
      const { writeNeo4jCsv } = await import("./csv.ts");
      return ({ pages: [{ scene }] }) => writeNeo4jCsv(scene);
    },
  },
  jsonl: {
    extension: "jsonl",
    mime: "application/x-ndjson",
    kind: "data",
    load: async () => {
      const { writeJsonLines } = await import("./neo4j.ts");
      return ({ pages: [{ scene }] }) => writeJsonLines(scene);
    },
  },
  cypher: {
    extension: "cypher",
    mime: "text/plain",
    kind: "data",
    load: async () => {
      const { writeCypher } = await import("./neo4j.ts");
      return ({ pages: [{ scene }] }) => writeCypher(scene);
    },
  },
} as const satisfies Readonly<Record<string, Format>>;

/** PNG is painted where the canvas is, so it has no writer here. */
export const pngFormat = { extension: "png", mime: "image/png", kind: "picture" } as const;
export const formatIds = ["png", ...(Object.keys(formats) as (keyof typeof formats)[])] as const;
export type FormatId = (typeof formatIds)[number];

/** The formats as a person looks for them. */
export const formatGroups = [
  { group: "picture", ids: ["pptx", "pdf", "png", "svg", "html"] },
  { group: "again", ids: ["view"] },
  { group: "tables", ids: ["xlsx", "csv-gephi"] },
  { group: "graph", ids: ["gexf", "gexf-1.2", "graphml", "graphml-yed", "cytoscape"] },
  { group: "neo4j", ids: ["cypher", "csv-neo4j", "jsonl", "graphml-apoc"] },
] as const satisfies readonly { group: string; ids: readonly FormatId[] }[];

export const isPicture = (id: FormatId): boolean => id === "png" || formats[id].kind === "picture";

export const formatOf = (id: FormatId): Pick<Format, "extension" | "mime"> => (id === "png" ? pngFormat : formats[id]);

/** Names that Windows keeps for devices, whatever ends them. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** So many bytes of a name's words leave room for what follows them: file systems take 255. */
const mostBytes = 180;

function cutToBytes(text: string): string {
  const encoder = new TextEncoder();
  const { read } = encoder.encodeInto(text, new Uint8Array(mostBytes));
  return text.slice(0, read);
}

/** Letters and digits of any script, and hyphens: words for a file's name that every system takes, or none. */
export const slug = (text: string): string =>
  cutToBytes(
    text
      .normalize("NFC")
      .replace(/[^\p{L}\p{M}\p{N}.]+/gu, "-")
      .replace(/\.{2,}/g, "."),
  )
    .replace(/^[-.\p{M}]+|[-.]+$/gu, "")
    .replace(devices, "$&-");

/** `alumni-of-nvidia-amd_2026-01-08.pptx`: the question, what it was asked of, and the day of the data. */
export function fileName({ about }: Pick<Scene, "about">, id: FormatId): string {
  const words = slug([about.question ?? about.dataset, ...about.parameters].join("-")) || "alumnigraph";
  const short = Array.from(words).slice(0, 80).join("").replace(/-+$/, "");
  return `${short}_${slug(about.date)}.${formatOf(id).extension}`;
}
