/** What is served: the data set's summary and its vocabulary. */
import { createRoute } from "@hono/zod-openapi";
import { DatasetSummary, Vocabulary } from "../../schema/api.ts";
import { holds, offerQuestions } from "../questions/index.ts";
import { hasDates, summarizeDataset } from "../queries/index.ts";
import { answer, problems } from "./forms.ts";
import type { AddRoutes } from "./served.ts";

const datasetRoute = createRoute({
  method: "get",
  path: "/api/dataset",
  tags: ["Data set"],
  summary: "What the data set is, how much it holds, and the questions it offers",
  responses: { 200: answer(DatasetSummary, "DatasetSummary", "The data set."), ...problems },
});

const vocabularyRoute = createRoute({
  method: "get",
  path: "/api/vocabulary",
  tags: ["Data set"],
  summary: "The labels, relationship types, properties and measures of the data set, in words of three languages",
  responses: { 200: answer(Vocabulary, "Vocabulary", "The vocabulary."), ...problems },
});

export const addDatasetRoutes: AddRoutes = (api, served) => {
  const { database, dataset, articles } = served;
  const hasDatesInSeeds = dataset.rows.relationships.some(
    ({ properties }) => properties["start"] !== undefined || properties["end"] !== undefined,
  );
  api.openapi(datasetRoute, async (context) => {
    const [counts, offered, dated] = await Promise.all([
      summarizeDataset(database),
      offerQuestions(served),
      hasDatesInSeeds || hasDates(database),
    ]);
    const { id, title, description, version } = dataset;
    return context.json(
      {
        id,
        title,
        description,
        version,
        counts,
        ...offered,
        passages: articles !== undefined,
        dated,
        disputed: holds(dataset, "rivals"),
      },
      200,
    );
  });
  api.openapi(vocabularyRoute, (context) => context.json(dataset.vocabulary, 200));
};
