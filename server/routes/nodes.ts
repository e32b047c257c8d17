/** Entities: one in full, its neighbors and how many there are, and what lies among several. */
import { createRoute, z } from "@hono/zod-openapi";
import { Direction, EntityDetail, NeighborCounts, Neighbors, mostIds } from "../../schema/api.ts";
import { Subgraph } from "../../schema/graph.ts";
import { countNeighbors, describeEntity, expandNode, getSubgraph } from "../queries/index.ts";
import {
  answer,
  bodyProblems,
  idForm,
  inOrderOfTime,
  listForm,
  notFound,
  optionalList,
  outOfOrder,
  problems,
  timeForms,
  wholeNumber,
} from "./forms.ts";
import type { AddRoutes } from "./served.ts";

const SubgraphRequest = z.strictObject({
  ids: z.array(z.string().min(1).max(200)).min(1).max(mostIds.posted, `has more than ${mostIds.posted} parts`),
});

export const addNodeRoutes: AddRoutes = (api, { database }, examples) => {
  const params = z.object({ id: idForm(examples.node) });
  const withoutKinds = optionalList(
    undefined,
    "Without relationships of these kinds, as the counts tell them apart: `TYPE.direction.Label.certainty`.",
    200,
  );

  const nodeRoute = createRoute({
    method: "get",
    path: "/api/nodes/{id}",
    tags: ["Entities"],
    summary: "One entity with its claims in order of time, its figures, what contradicts them, and the documents cited",
    request: { params },
    responses: { 200: answer(EntityDetail, "EntityDetail", "The entity."), ...notFound, ...problems },
  });
  api.openapi(nodeRoute, async (context) =>
    context.json(await describeEntity(database, context.req.valid("param").id), 200),
  );

  const neighborsRoute = createRoute({
    method: "get",
    path: "/api/nodes/{id}/neighbors",
    tags: ["Entities"],
    summary: "An entity's neighbors, the best connected first, page by page",
    description: "Gives the relationships between the entity and these neighbors that pass the filters.",
    request: {
      params,
      query: z
        .strictObject({
          types: optionalList(examples.type, "Only by these relationship types."),
          direction: Direction.default("both").openapi({
            description: "`out`: relationships that start at the entity; `in`: that end there.",
          }),
          labels: optionalList(undefined, "Only neighbors with one of these labels."),
          withoutKinds,
          limit: wholeNumber(1, 100, 20, "How many neighbors to give."),
          cursor: z.string().max(400).optional().openapi({ description: "`nextCursor` of the page before." }),
          ...timeForms,
        })
        .refine(inOrderOfTime, outOfOrder),
    },
    responses: { 200: answer(Neighbors, "Neighbors", "A page of neighbors."), ...notFound, ...problems },
  });
  api.openapi(neighborsRoute, async (context) => {
    const { id } = context.req.valid("param");
    const { from, to, undated, ...query } = context.req.valid("query");
    return context.json(await expandNode(database, { id, ...query, time: { from, to, undated } }), 200);
  });

  const countsRoute = createRoute({
    method: "get",
    path: "/api/nodes/{id}/neighbor-counts",
    tags: ["Entities"],
    summary: "How many neighbors an entity has, by relationship type, direction, label and certainty",
    request: { params, query: z.strictObject({ withoutKinds, ...timeForms }).refine(inOrderOfTime, outOfOrder) },
    responses: { 200: answer(NeighborCounts, "NeighborCounts", "The counts."), ...notFound, ...problems },
  });
  api.openapi(countsRoute, async (context) =>
    context.json(await countNeighbors(database, context.req.valid("param").id, context.req.valid("query")), 200),
  );

  const subgraphRoute = createRoute({
    method: "get",
    path: "/api/subgraph",
    tags: ["Entities"],
    summary: "Several entities with every relationship among them",
    description: "An id that nothing has is passed over. For more ids than an address holds there is the same by POST.",
    request: {
      query: z.strictObject({
        ids: listForm(`${examples.node},${examples.other}`, "Ids, separated by commas.", mostIds.asked),
      }),
    },
    responses: { 200: answer(Subgraph, "Subgraph", "The subgraph."), ...problems },
  });
  api.openapi(subgraphRoute, async (context) =>
    context.json(await getSubgraph(database, context.req.valid("query").ids), 200),
  );

  const largeRoute = createRoute({
    method: "post",
    path: "/api/subgraph",
    tags: ["Entities"],
    summary: "Many entities with every relationship among them",
    description: `As the same by GET, of up to ${mostIds.posted} entities. It changes nothing.`,
    request: {
      body: {
        required: true,
        content: {
          "application/json": {
            schema: SubgraphRequest.meta({ id: "SubgraphRequest" }),
            example: { ids: [examples.node, examples.other].filter((id) => id !== undefined) },
          },
        },
      },
    },
    responses: {
      200: answer(Subgraph, "Subgraph", "The subgraph."),
      ...problems,
      ...bodyProblems,
    },
  });
  api.openapi(largeRoute, async (context) =>
    context.json(await getSubgraph(database, context.req.valid("json").ids), 200, { "Cache-Control": "no-store" }),
  );
};
