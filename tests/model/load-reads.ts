/** What those of the loader's queries should answer that only read. */
import type { Row } from "../../server/database/database.ts";
import { groupBy } from "../../server/seed/batches.ts";
import type { ModelNode, ModelRelationship } from "./graph.ts";
import type { Answer, Given } from "./model.ts";
import { byKeys, entitiesOf, node, number, relationship, text, texts, type View } from "./view.ts";

const isOf =
  ({ origin }: Given) =>
  ({ properties }: ModelNode | ModelRelationship) =>
    properties["origin"] === origin;
const isOfAnother =
  ({ origin }: Given) =>
  ({ properties }: ModelNode | ModelRelationship) =>
    (properties["origin"] ?? "") !== origin;

const taken = (items: readonly (ModelNode | ModelRelationship)[]): Row[] =>
  items.map(({ id, properties }) => ({ id, origin: properties["origin"] ?? null })).sort(byKeys("id"));

const observationsOf = (view: View, ids: readonly string[]) =>
  ids.flatMap((id) => view.observations.filter((observation) => observation.id === id));

export const loadReads: Readonly<Record<string, Answer>> = {
  "load/count-entities": (view, given) => [{ count: view.entities.filter(isOf(given)).length }],
  "load/count-nodes": (view) => [{ nodes: view.graph.nodes.length }],
  "load/count-observations": (view, given) => [{ count: view.observations.filter(isOf(given)).length }],
  "load/count-relationships": (view, given) => [{ count: view.claims.filter(isOf(given)).length }],

  "load/find-other-entities": (view, given) => taken(entitiesOf(view, texts(given["ids"])).filter(isOfAnother(given))),
  "load/find-other-observations": (view, given) =>
    taken(observationsOf(view, texts(given["ids"])).filter(isOfAnother(given))),
  "load/find-other-relationships": (view, given) =>
    taken(
      (given["rows"] as { start: string; ids: string[] }[]).flatMap(({ start, ids }) =>
        view.from(start).filter((claim) => ids.includes(claim.id) && isOfAnother(given)(claim)),
      ),
    ),

  "load/find-tied-entities": (view, given) =>
    [...new Set(texts(given["ids"]))]
      .flatMap((id) => {
        const times = texts(given["ids"]).filter((other) => other === id).length;
        const isTied =
          view.byId.has(id) && view.graph.relationships.some(({ start, end }) => start === id || end === id);
        return isTied ? Array.from({ length: times }, () => ({ id })) : [];
      })
      .sort(byKeys("id")),

  "load/list-datasets": (view) =>
    view.graph.nodes
      .filter(({ labels }) => labels.includes("Dataset"))
      .map(({ id, properties }) => ({
        id,
        schemaVersion: properties["schemaVersion"] ?? null,
        version: properties["version"] ?? null,
      })),

  "load/list-entities": (view, given) =>
    view.entities
      .filter(isOf(given))
      .map((entity) => Object.assign(node(entity), { keys: entity.properties["search"] ?? null })),

  "load/list-observations": (view, given) =>
    view.observations.filter(isOf(given)).map((observation) => ({
      id: observation.id,
      properties: node(observation).properties,
      entities: view.figuredOf(observation.id),
    })),

  "load/list-other-origins": ({ graph: { nodes, relationships } }, given) => {
    const isDerived = ({ labels }: ModelNode) => labels.includes("Dataset") || labels.includes("ShortWord");
    const others = (items: readonly (ModelNode | ModelRelationship)[]): Row[] => {
      const origins = items.map(({ properties }) => properties["origin"] ?? null);
      const counted = groupBy(
        origins.filter((origin) => origin !== given["origin"]),
        String,
      );
      return Array.from(counted.values(), (group) => ({ origin: group[0] ?? null, count: group.length }));
    };
    return [...others(nodes.filter((node) => !isDerived(node))), ...others(relationships)];
  },

  "load/list-relationships": (view, given) => view.claims.filter(isOf(given)).map(relationship),

  "load/list-search-keys": (view) =>
    view.entities
      .filter(({ properties }) => properties["search"] !== undefined)
      .map(({ id, labels, properties }) => ({
        id,
        keys: text(properties["search"]),
        degree: number(properties["degree"] ?? 0),
        last: labels.includes("Document") ? 1 : 0,
      })),
};
