/** The documents that the facts were read from. */
import { createRoute, z } from "@hono/zod-openapi";
import { DocumentDetail, DocumentList, Passage } from "../../schema/api.ts";
import { readPassage } from "../passages.ts";
import { describeDocument, listDocuments } from "../queries/index.ts";
import { answer, idForm, neededNumber, notFound, problems } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

const listRoute = createRoute({
  method: "get",
  path: "/api/documents",
  tags: ["Documents"],
  summary: "The documents, each with the number of claims that cite it",
  responses: { 200: answer(DocumentList, "DocumentList", "All documents."), ...problems },
});

export const addDocumentRoutes: AddRoutes = (api, { database, dataset, articles }, examples) => {
  const params = z.object({ id: idForm(examples.document, "A document's id.") });
  api.openapi(listRoute, async (context) => context.json(await listDocuments(database), 200));

  const documentRoute = createRoute({
    method: "get",
    path: "/api/documents/{id}",
    tags: ["Documents"],
    summary: "What a document says: the claims that cite it, in the order in which it tells them",
    request: { params },
    responses: { 200: answer(DocumentDetail, "DocumentDetail", "The document."), ...notFound, ...problems },
  });
  api.openapi(documentRoute, async (context) =>
    context.json(await describeDocument(database, context.req.valid("param").id), 200),
  );

  const passageRoute = createRoute({
    method: "get",
    path: "/api/documents/{id}/passages",
    tags: ["Documents"],
    summary: "A passage of a document's text, with some text on either side",
    description:
      "Only where the server was started with ARTICLES. Offsets are in Unicode code points from 0, `end` excluded.",
    request: {
      params,
      query: z.strictObject({
        start: neededNumber(0, 100_000_000, "Where the passage begins.", 0),
        end: neededNumber(1, 100_000_000, "Where it ends, excluded; at most 5000 further on.", 12),
      }),
    },
    responses: { 200: answer(Passage, "Passage", "The passage."), ...notFound, ...problems },
  });
  api.openapi(passageRoute, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(await readPassage({ dataset, articles }, id, context.req.valid("query")), 200, {
      "Cache-Control": "no-store",
    });
  });
};
