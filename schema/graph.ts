/** Nodes, relationships, paths and subgraphs as every layer passes them on: plain values, our own ids. */
import { z } from "zod";
import { type Language, languageSuffix, localizedProperty } from "./language.ts";

export const PropertyValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);
export type PropertyValue = z.infer<typeof PropertyValue>;

export const Properties = z.record(z.string(), PropertyValue);
export type Properties = z.infer<typeof Properties>;

/** The label that every entity has beside its own. */
export const entityLabel = "Entity";

/** `labels` is a set: the engines order it differently. */
export const GraphNode = z.object({ id: z.string(), labels: z.array(z.string()), properties: Properties });
export type GraphNode = z.infer<typeof GraphNode>;

/** `start` and `end` are ids of nodes. */
export const GraphRelationship = z.object({
  id: z.string(),
  type: z.string(),
  start: z.string(),
  end: z.string(),
  properties: Properties,
});
export type GraphRelationship = z.infer<typeof GraphRelationship>;

/**
 * Whether a relationship was computed from claims and is said by no document: drawn otherwise than they are, and left
 * out of what is exported as sourced.
 */
export const isDerived = ({ properties }: Pick<GraphRelationship, "properties">): boolean =>
  properties["derived"] === true;

/** Every relationship's two ends are among the nodes; nothing stands twice. */
export const Subgraph = z.object({ nodes: z.array(GraphNode), relationships: z.array(GraphRelationship) });
export type Subgraph = z.infer<typeof Subgraph>;

/** A walk: node ids and relationship ids in order, one more node than relationships. */
export const GraphPath = z.object({ nodes: z.array(z.string()), relationships: z.array(z.string()) });
export type GraphPath = z.infer<typeof GraphPath>;

/** The label that says what a node is, beside Entity. */
export function mainLabel(node: Pick<GraphNode, "labels">): string {
  return node.labels.find((label) => label !== entityLabel) ?? entityLabel;
}

/** A node's name in the best language there is; its id where it has none. */
export function nameOf(
  node: Pick<GraphNode, "id" | "properties">,
  language: Language,
): { text: string; language: Language } {
  return localizedProperty(node.properties, "name", language) ?? { text: node.id, language: "en" };
}

/** A node's name as a drawing has room for it: its short form, where it has one in the language of its name. */
export function shortNameOf(
  node: Pick<GraphNode, "id" | "properties">,
  language: Language,
): { text: string; language: Language } {
  const name = nameOf(node, language);
  const short = node.properties[`short${languageSuffix[name.language]}`];
  return typeof short === "string" && short !== "" ? { text: short, language: name.language } : name;
}
