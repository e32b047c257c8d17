/** Paths between two entities, and what connects several. */
import { createRoute, z } from "@hono/zod-openapi";
import { Connection, Paths } from "../../schema/api.ts";
import { Certainty } from "../../schema/fact.ts";
import { typesWithRole, type Vocabulary } from "../../schema/vocabulary.ts";
import { InvalidRequest } from "../errors.ts";
import { connectEntities, findPaths } from "../queries/index.ts";
import { answer, idForm, listForm, notFound, optionalList, problems, wholeNumber } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

/** What a path may go along and pass through, as it stands in an address. */
const conditions = {
  maxLength: wholeNumber(1, 8, 6, "The most relationships that a path may have."),
  types: optionalList(undefined, "Only along these relationship types."),
  withoutTypes: optionalList(undefined, "Along none of these relationship types."),
  labels: optionalList(undefined, "Only through entities with one of these labels; the ends are as they are."),
  withoutLabels: optionalList(undefined, "Through no entity with one of these labels."),
  certainties: optionalList(undefined, `Only along claims of these certainties: ${Certainty.options.join(", ")}.`).pipe(
    z.array(z.enum(Certainty.options, `is none of ${Certainty.options.join(", ")}`)),
  ),
  without: optionalList(undefined, "Ids of entities that no path may pass through."),
  dates: z.enum(["any", "possible", "certain"], "is none of any, possible, certain").default("any").openapi({
    description:
      "Where a path passes from one person to another at an organization, whether they were there at the same time: for certain, at least possibly, or whatever is known.",
  }),
};

/** A type or label that the data set does not have is a slip, which would answer *none* for the wrong reason. */
function checkWords(
  given: { types: string[]; withoutTypes: string[]; labels: string[]; withoutLabels: string[] },
  { relationships, labels }: Vocabulary,
): void {
  const type = [...given.types, ...given.withoutTypes].find((name) => !Object.hasOwn(relationships, name));
  if (type !== undefined)
    throw new InvalidRequest(
      `There is no relationship type ${type}.`,
      `Give some of these: ${Object.keys(relationships).join(", ")}.`,
    );
  const label = [...given.labels, ...given.withoutLabels].find((name) => !Object.hasOwn(labels, name));
  if (label !== undefined)
    throw new InvalidRequest(`There is no label ${label}.`, `Give some of these: ${Object.keys(labels).join(", ")}.`);
}

export const addPathRoutes: AddRoutes = (api, { database, dataset: { vocabulary } }, examples) => {
  const together = [typesWithRole(vocabulary, "career"), typesWithRole(vocabulary, "education")];

  const route = createRoute({
    method: "get",
    path: "/api/paths",
    tags: ["Entities"],
    summary: "Paths between two entities: all of the shortest, or the best up to a length",
    description:
      "Directions do not matter. Shorter paths come first, then those whose weakest claim is stronger, then those on which people at one organization were there at the same time. All relationships between neighbors on a path are in the subgraph. `searched` is less than `maxLength` where a search ended early: with the shortest found, or because too much would have had to be read.",
    request: {
      query: z.strictObject({
        from: idForm(examples.node, "The entity at one end."),
        to: idForm(examples.other, "The entity at the other end."),
        which: z.enum(["shortest", "best"], "is neither shortest nor best").default("shortest").openapi({
          description: "`shortest`: all of the shortest; `best`: longer ones too, up to `limit` and `maxLength`.",
        }),
        limit: wholeNumber(1, 100, 20, "How many paths to give."),
        ...conditions,
      }),
    },
    responses: {
      200: answer(Paths, "Paths", "The paths, the best first; none where there is none."),
      ...notFound,
      ...problems,
    },
  });
  api.openapi(route, async (context) => {
    const { dates, ...search } = context.req.valid("query");
    checkWords(search, vocabulary);
    const found = await findPaths(database, { ...search, together, dates: dates === "any" ? undefined : dates });
    return context.json(found, 200);
  });

  const connectionRoute = createRoute({
    method: "get",
    path: "/api/connections",
    tags: ["Entities"],
    summary: "What connects three to six entities",
    description:
      "Of the shortest paths between every two of them, as many as hold them together. `unreached` are those that no path joins to the first.",
    request: {
      query: z.strictObject({
        ids: listForm(examples.several, "Ids, separated by commas.", 6).pipe(
          z.array(z.string()).min(3, "has fewer than 3 parts"),
        ),
        ...conditions,
      }),
    },
    responses: { 200: answer(Connection, "Connection", "The paths that connect them."), ...notFound, ...problems },
  });
  api.openapi(connectionRoute, async (context) => {
    const { dates, ...search } = context.req.valid("query");
    checkWords(search, vocabulary);
    const found = await connectEntities(database, { ...search, together, dates: dates === "any" ? undefined : dates });
    return context.json(found, 200);
  });
};
