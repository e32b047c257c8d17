/** Careers and their overlaps. */
import { createRoute, z } from "@hono/zod-openapi";
import { careerRoles, Careers, OverlapAnswer, Overlaps, overlapAnswers } from "../../schema/careers.ts";
import { typesWithRole } from "../../schema/vocabulary.ts";
import { findOverlaps, listCareers } from "../queries/index.ts";
import { answer, listForm, notFound, optionalList, problems, wholeNumber } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

/** How many people can be asked about at once. */
const mostPeople = 50;

export const addCareerRoutes: AddRoutes = (api, { database, dataset: { vocabulary } }, examples) => {
  const ids = (description: string) =>
    listForm(examples.node, description, mostPeople).pipe(z.array(z.string()).min(1, "names nobody"));
  const types = {
    career: typesWithRole(vocabulary, "career"),
    education: typesWithRole(vocabulary, "education"),
  };

  const careersRoute = createRoute({
    method: "get",
    path: "/api/careers",
    tags: ["Careers"],
    summary: "Where people worked and studied, and what they founded, in order of time",
    request: { query: z.strictObject({ ids: ids("People's ids, separated by commas.") }) },
    responses: { 200: answer(Careers, "Careers", "The people with their stints."), ...notFound, ...problems },
  });
  api.openapi(careersRoute, async (context) => {
    const all = [...types.career, ...typesWithRole(vocabulary, "founding"), ...types.education];
    return context.json(await listCareers(database, { ids: context.req.valid("query").ids, types: all }), 200);
  });

  const overlapsRoute = createRoute({
    method: "get",
    path: "/api/overlaps",
    tags: ["Careers"],
    summary: "Who was at the same organization at the same time",
    description:
      "Of one person, with everybody there; of several, with each other. Derived from the dates of their stints: `certain`, `possible` (the dates are too coarse), `unknown` (a date that could decide is not given) or `no`. A duration without dates decides nothing.",
    request: {
      query: z.strictObject({
        ids: ids("One person's id, or several, separated by commas."),
        answers: optionalList(undefined, `Only these answers: ${overlapAnswers.join(", ")}.`).pipe(
          z.array(z.enum(OverlapAnswer.options, `is none of ${overlapAnswers.join(", ")}`)),
        ),
        roles: optionalList(undefined, `Only these: ${careerRoles.join(", ")}. Both where it is left out.`).pipe(
          z.array(z.enum(careerRoles, `is none of ${careerRoles.join(", ")}`)),
        ),
        limit: wholeNumber(1, 100, 50, "How many overlaps to give."),
        cursor: z.string().max(1000).optional().openapi({ description: "`nextCursor` of the page before." }),
      }),
    },
    responses: { 200: answer(Overlaps, "Overlaps", "A page of overlaps."), ...notFound, ...problems },
  });
  api.openapi(overlapsRoute, async (context) => {
    const { roles, ...search } = context.req.valid("query");
    const asked = (role: (typeof careerRoles)[number]) =>
      roles.length === 0 || roles.includes(role) ? types[role] : [];
    const wanted = { career: asked("career"), education: asked("education") };
    return context.json(await findOverlaps(database, { ...search, types: wanted }), 200);
  });
};
