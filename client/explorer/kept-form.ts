/** The form of a tab's kept steps: plain values, with what they are about in lists beside them. */
import { z } from "zod";
import { Answer } from "../../schema/api.ts";
import { GraphNode, GraphRelationship } from "../../schema/graph.ts";
import { Guides } from "../../schema/guides.ts";
import { Language } from "../../schema/language.ts";
import { stepNames } from "../words/step-words.ts";
import { styleParts } from "../store.ts";
import type { MessageId } from "../strings/message.ts";
import { keptFields } from "./kept-view.ts";

/** Grows when what was kept before can no longer be read. */
export const version = 2;
const ids = z.array(z.string()).readonly();
const saidIds = Object.keys(stepNames) as [MessageId, ...MessageId[]];
const filterKinds = ["labels", "types", "certainties", "threads", "documents", "values"] as const;

/** Which lists, by their numbers. */
const chunkNumbers = { nodes: z.array(z.int()), relationships: z.array(z.int()) };

const KeptStep = z.object({
  link: z.string().nullable(),
  step: z
    .object({
      id: z.enum(saidIds).nullable(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
      nodes: ids.exactOptional(),
      filter: z.object({ kind: z.enum(filterKinds), key: z.string() }).exactOptional(),
      style: z.enum(styleParts).exactOptional(),
      range: z.string().exactOptional(),
      own: z.string().exactOptional(),
      kinds: ids.exactOptional(),
    })
    .nullable(),
  stage: z.object({ width: z.number(), height: z.number() }),
  language: Language,
  ...chunkNumbers,
  places: z.array(z.int()),
  guides: Guides.nullable().default(null),
  answer: z.int().nonnegative().nullable(),
  ...keptFields,
});
export type KeptStep = z.infer<typeof KeptStep>;

export const KeptAnswer = z.object({ ...Answer.shape, subgraph: z.object(chunkNumbers) });

/** What the steps are about lies beside them in lists: each stays the same object until something in it changes. */
export const keptLists = ["nodes", "places", "relationships", "answers"] as const;
export const listForms = {
  nodes: z.array(GraphNode),
  places: z.array(z.tuple([z.number(), z.number(), z.boolean(), z.boolean()])),
  relationships: z.array(GraphRelationship),
  answers: KeptAnswer,
} as const satisfies Record<(typeof keptLists)[number], z.ZodType>;
export type Lists = { [Name in keyof typeof listForms]: z.infer<(typeof listForms)[Name]>[] };

export const KeptHead = z.object({
  format: z.literal("alumnigraph-steps"),
  version: z.literal(version),
  dataset: z.object({ id: z.string(), version: z.string() }),
  steps: z.array(KeptStep),
  now: z.int().nonnegative(),
  nodes: z.array(z.unknown()),
  places: z.array(z.unknown()),
  relationships: z.array(z.unknown()),
  answers: z.array(z.unknown()),
});
export type KeptHead = z.infer<typeof KeptHead>;
export type KeptSteps = Omit<KeptHead, keyof Lists> & Lists;
