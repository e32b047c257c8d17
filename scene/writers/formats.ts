/** The files that a view can become: what each is called, and its writer, loaded when it is first asked for. */
import type { Scene } from "../scene.ts";
import type { PageSize, Sheet } from "../sheet.ts";

export interface WriterInput {
  scene: Scene;
  sheet: Sheet;
  size: PageSize;
  /** The view as our own JSON keeps it. */
  view: unknown;
}

export type Writer = (input: WriterInput) => string | Uint8Array | Promise<string | Uint8Array>;

export interface Format {
  extension: string;
  mime: string;
  /** `picture`: drawn from a sheet, with its size and its parts. `data`: only what is in the graph. */
  kind: "picture" | "data";
  load(): Promise<Writer>;
}

const xml = "application/xml";

export const formats = {
  svg: {
    extension: "svg",
    mime: "image/svg+xml",
    kind: "picture",
    load: async () => {
      const { writeSvg } = await import("./svg.ts");
      return ({ scene, sheet }) => writeSvg(scene, sheet);
    },
  },
  pptx: {
    extension: "pptx",
    mime: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    kind: "picture",
    load: async () => {
      const { writePptx } = await import("./pptx.ts");
      return ({ scene, sheet, size }) => writePptx(scene, sheet, size);
    },
  },
} as const satisfies Readonly<Record<string, Format>>;

/** PNG is painted where the canvas is, so it has no writer here. */
export const pngFormat = { extension: "png", mime: "image/png", kind: "picture" } as const;
export const formatIds = ["png", ...(Object.keys(formats) as (keyof typeof formats)[])] as const;
export type FormatId = (typeof formatIds)[number];

export const isPicture = (id: FormatId): boolean => id === "png" || formats[id].kind === "picture";

export const formatOf = (id: FormatId): Pick<Format, "extension" | "mime"> => (id === "png" ? pngFormat : formats[id]);

/** Letters and digits of any script, and hyphens. */
const slug = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");

/** `alumni-of-nvidia-amd_2026-01-08.pptx`: the question, what it was asked of, and the day of the data. */
export function fileName({ about }: Pick<Scene, "about">, id: FormatId): string {
  const words = slug([about.question ?? about.dataset, ...about.parameters].join("-")) || "alumnigraph";
  const short = [...words].slice(0, 80).join("");
  return `${short}_${slug(about.date)}.${formatOf(id).extension}`;
}
