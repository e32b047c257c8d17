/** A view as a file: what `npm run export` writes, over HTTP. */
import { createRoute, z } from "@hono/zod-openapi";
import { palettes } from "../../scene/colors.ts";
import { type SheetPart, fileSizes, sheetParts } from "../../scene/sheet/forms.ts";
import { formatIds, formatOf } from "../../scene/writers/formats.ts";
import { languages } from "../../schema/language.ts";
import { InvalidRequest, NotFound } from "../errors.ts";
import { type Ask, type ExportRequest, type Exports, exportLimits, scales } from "../exports.ts";
import { longestUrl } from "../http/limits.ts";
import { HttpFault } from "../http/problem.ts";
import { mostValues } from "../questions/fill.ts";
import type { Questions } from "../questions/index.ts";
import { notFound, optionalList, problem, problems } from "./forms.ts";
import type { Api, Served } from "./served.ts";

const choice = <T extends string>(choices: readonly T[], usual: T, description: string) =>
  z
    .enum(choices, { error: `is none of ${choices.join(", ")}` })
    .default(usual)
    .openapi({ type: "string", enum: [...choices], default: usual, description });

const yesOrNo = (description: string) =>
  z
    .enum(["true", "false"], { error: "is neither true nor false" })
    .default("false")
    .transform((text) => text === "true")
    .openapi({ type: "string", default: "false", description });

const isPart = (name: string): name is SheetPart => sheetParts.some((part) => part === name);

/** Named as the options of the command. */
const own = {
  question: z.string().min(1).max(200).optional().openapi({
    description: "A question's id, its blanks as parameters beside it; the data set's first one when left out.",
  }),
  link: z.string().max(longestUrl).optional().openapi({
    description: "A view's address after the question mark, in place of a question.",
  }),
  format: choice(formatIds, "pptx", "The kind of file."),
  language: z
    .enum(languages, { error: `is none of ${languages.join(", ")}` })
    .optional()
    .openapi({ type: "string", enum: [...languages], description: "That of the link, or English, when left out." }),
  size: choice(fileSizes, "16:9", "The page of a picture."),
  palette: choice(palettes, "light", "The colors of a picture."),
  scale: z
    .enum(scales.map(String), { error: `is none of ${scales.join(", ")}` })
    .default("2")
    .transform((text) => scales.find((scale) => String(scale) === text) ?? 2)
    .openapi({
      type: "integer",
      minimum: 1,
      maximum: 4,
      default: 2,
      description: "Pixels of a PNG to each of the page.",
    }),
  without: optionalList(undefined, `Parts of a picture to leave out: ${sheetParts.join(", ")}.`, sheetParts.length)
    .refine((parts) => parts.every(isPart), `has a part that is none of ${sheetParts.join(", ")}`)
    .transform((parts) => parts.filter(isPart))
    .openapi({ type: "string" }),
  transparent: yesOrNo("Whether a picture has no ground."),
  "allow-uncited": yesOrNo("Whether claims about persons that have no source may leave; they are refused otherwise."),
};

/** Every blank of every question: which of them a question has is told when it is asked. */
function blanksOf(questions: Questions) {
  const most = new Map<string, number>();
  for (const { parameters } of questions.values()) {
    for (const [name, { form }] of Object.entries(parameters))
      most.set(name, Math.max(most.get(name) ?? 0, mostValues(form)));
  }
  const described = "What the question is asked of, where it has this blank.";
  return Object.fromEntries([...most].map(([name, count]) => [name, optionalList(undefined, described, count)]));
}

const anyFile = { schema: z.string().openapi({ format: "binary" }) };
const content = Object.fromEntries(
  [...new Set(formatIds.map((id) => formatOf(id).mime))].map((mime) => [mime, anyFile]),
);

const exportRoute = (questions: Questions) =>
  createRoute({
    method: "get",
    path: "/api/export",
    tags: ["Exports"],
    summary: "A view as a file: slides, pictures, tables and graph files",
    description: [
      "The file that `npm run export` writes, its options as parameters.",
      `At most ${exportLimits.running} are written at once, each within ${exportLimits.seconds} s; more are answered with 503 and Retry-After.`,
      "Closing the request ends the work.",
    ].join(" "),
    request: {
      query: z
        .strictObject({ ...blanksOf(questions), ...own })
        .refine(({ link, question }) => link === undefined || question === undefined, {
          message: "is a view already: leave out `question`, or this",
          path: ["link"],
        }),
    },
    responses: {
      200: { description: "The file, under a name that says what is inside.", content },
      ...notFound,
      ...problems,
      422: problem("The file may not leave as it is, or would be too large."),
    },
  });

type Asked = z.output<z.ZodObject<typeof own>> & Readonly<Record<string, unknown>>;

/** Throws `NotFound` for a question that there is not, `InvalidRequest` for blanks that it has not. */
function blanksIn(asked: Asked, questions: Questions): Record<string, string[]> {
  const given = Object.entries(asked).filter(
    ([name, values]) => !Object.hasOwn(own, name) && Array.isArray(values) && values.length > 0,
  );
  const question = asked.question === undefined ? undefined : questions.get(asked.question);
  if (asked.question !== undefined && question === undefined)
    throw new NotFound(
      `There is no question ${asked.question}.`,
      `Ask one of these: ${[...questions.keys()].join(", ")}.`,
    );
  const [stray] = given.find(([name]) => question === undefined || !Object.hasOwn(question.parameters, name)) ?? [];
  if (stray !== undefined && question === undefined)
    throw new InvalidRequest(
      `${stray} fills a blank, and no question is named.`,
      "Name it with `question`, or leave this out.",
    );
  if (stray !== undefined)
    throw new InvalidRequest(
      `The question ${asked.question} has no blank ${stray}.`,
      `It has ${Object.keys(question?.parameters ?? {}).join(", ") || "none"}.`,
    );
  return Object.fromEntries(given) as Record<string, string[]>;
}

const latin = (name: string) => name.replace(/[^\x20-\x7e]|["\\%]/g, "_");

/** RFC 6266: a name in any script, and one of plain letters for those who cannot read it. */
const disposition = (name: string) =>
  `attachment; filename="${latin(name)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;

const typeOf = (mime: string) => (/^text\/|json$/.test(mime) ? `${mime}; charset=utf-8` : mime);

/** An address in a page of another site must not make this machine work, nor a look at the headers write a file. */
function refuseStrangers(site: string | undefined, method: string): void {
  if (method === "HEAD") throw new HttpFault(405, "A file is written only to be sent.", "Use GET.", { Allow: "GET" });
  if (site === "cross-site")
    throw new HttpFault(403, "A page of another site asks for this file.", "Open the address by itself.");
}

/** Adds the route, where there is what writes the files; `ask` answers as this server does. */
export function addExportRoutes(api: Api, { questions }: Served, exports: Exports, ask: Ask): void {
  api.openapi(exportRoute(questions), async (context) => {
    refuseStrangers(context.req.header("Sec-Fetch-Site"), context.req.method);
    const asked = context.req.valid("query") as Asked;
    const { "allow-uncited": allowUncited, format, size, palette, scale, without, transparent } = asked;
    const file = { format, size, palette, scale, without, transparent, allowUncited };
    const { question = null, link = null, language = null } = asked;
    const request: ExportRequest = { question, link, language, parameters: blanksIn(asked, questions), ...file };
    const { name, content } = await exports.writeExport(request, ask, context.req.raw.signal);
    return context.body(content, 200, {
      "Content-Type": typeOf(formatOf(format).mime),
      "Content-Disposition": disposition(name),
    });
  });
}
