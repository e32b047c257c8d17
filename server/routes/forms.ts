/** Forms that the routes share: parameters as they stand in an address, and the problems that every route may answer. */
import { z } from "@hono/zod-openapi";
import { Period } from "../../schema/as-of.ts";
import { Problem } from "../../schema/api.ts";
import { PartialDate } from "../../schema/date.ts";

const described = Problem.meta({ id: "Problem" });
const content = { "application/problem+json": { schema: described } };

export const problem = (description: string) => ({ description, content });

/** Problems that any route may answer with. */
export const problems = {
  400: {
    description: "The request does not have the form that this route takes; `remedy` says how to put it right.",
    content,
  },
  421: { description: "The Host header names neither this machine nor one of ALLOWED_HOSTS.", content },
  500: { description: "A fault of the server; it is in the log under the id that `instance` gives.", content },
  503: { description: "The database cannot be reached for now.", content },
};

/** For a route that takes what it is asked as JSON in the body. */
export const bodyProblems = {
  411: problem("The length of the request is not told."),
  413: problem("The request is too long."),
  415: problem("The request is not JSON."),
};

/** For a route that names an entity, a document or a question. */
export const notFound = { 404: { description: "There is nothing by that name.", content } };

/** A 200 with a JSON body of this form. */
export function answer<Form extends z.ZodType>(form: Form, id: string, description: string) {
  return { description, content: { "application/json": { schema: form.meta({ id }) } } };
}

export const idForm = (example: string, description = "An entity's id.") =>
  z.string().min(1).max(200).openapi({ example, description });

/** Several words separated by commas: `nvidia,amd` → `["nvidia", "amd"]`. */
export const listForm = (example: string | undefined, description: string, most: number) =>
  z
    .string()
    .max(most * 64)
    .transform((text) => [
      ...new Set(
        text
          .split(",")
          .map((part) => part.trim())
          .filter((part) => part !== ""),
      ),
    ])
    .pipe(z.array(z.string().max(200)).max(most, `has more than ${most} parts`))
    .openapi({ type: "string", ...(example === undefined ? {} : { example }), description });

/** As `listForm`, empty where it is left out. */
export const optionalList = (example: string | undefined, description: string, most = 50) =>
  listForm(example, description, most)
    .optional()
    .transform((list) => list ?? [])
    .openapi({ type: "string", ...(example === undefined ? {} : { example }), description });

/** A value of any form, written as JSON. */
export const jsonForm = <Form extends z.ZodType>(form: Form, example: string, description: string) =>
  z
    .string()
    .max(4000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "is not JSON" });
        return z.NEVER;
      }
    })
    .pipe(form)
    .openapi({ type: "string", example, description });

/** The time at which something is looked at, as two ends of a period and whether what has no date takes part. */
export const timeForms = {
  from: PartialDate.optional().openapi({
    type: "string",
    example: "2020",
    description: "Leaves out relationships that had ended before this date. A year or a month means all of its days.",
  }),
  to: PartialDate.optional().openapi({
    type: "string",
    example: "2020",
    description: "Leaves out relationships that had not begun by this date.",
  }),
  undated: z
    .enum(["true", "false"])
    .default("true")
    .transform((text) => text === "true")
    .openapi({ type: "string", default: "true", description: "Whether relationships without any date take part." }),
};

/** Holds the two ends of a period in order. */
export function inOrderOfTime({ from, to }: Period): boolean {
  return Period.safeParse({ from, to }).success;
}
export const outOfOrder = { message: "ends before it begins: exchange `from` and `to`", path: ["to"] };

/** A whole number in an address, which cannot be left out. */
export const neededNumber = (least: number, most: number, description: string, example: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "is not a whole number")
    .transform(Number)
    .pipe(z.number().min(least, `is below ${least}`).max(most, `is above ${most}`))
    .openapi({ type: "integer", minimum: least, maximum: most, description, example });

/** A whole number in an address; `usual` where it is left out. */
export const wholeNumber = (least: number, most: number, usual: number, description: string) =>
  neededNumber(least, most, description, usual)
    .default(usual)
    .openapi({ type: "integer", minimum: least, maximum: most, default: usual, description, example: usual });
