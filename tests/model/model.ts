/** What each query file should answer, said plainly in TypeScript: one function for each, by the file's name. */
import { datedOf, presenceOf } from "../../schema/as-of.ts";
import type { Row } from "../../server/database/database.ts";
import type { ModelGraph, ModelNode, ModelRelationship } from "./graph.ts";
import { loadReads } from "./load-reads.ts";
import { questions } from "./questions.ts";
import {
  byKeys,
  degreeOf,
  distinct,
  entitiesOf,
  entityOf,
  figure,
  fits,
  node,
  number,
  relationship,
  text,
  texts,
  View,
} from "./view.ts";

export type Given = Readonly<Record<string, unknown>>;
export type Answer = (view: View, given: Given) => Row[];

const time = ({ properties }: ModelRelationship | ModelNode, ...names: string[]) =>
  names.map((name) => properties[name]).find((value) => value !== undefined) ?? 99_999_999;

function fitsTime({ properties }: ModelRelationship, { first, last, undated }: Given): boolean {
  const presence = presenceOf(datedOf(properties), { first: number(first), last: number(last) }, 0);
  return presence === "undated" ? undated === true : presence !== "past" && presence !== "future";
}

const certaintyOf = ({ properties }: ModelRelationship) => text(properties["certainty"] ?? "stated");

const ownLabels = ({ labels }: ModelNode) => {
  const own = labels.filter((label) => label !== "Entity");
  return own.length === 0 ? ["Entity"] : own;
};

/** The kinds under which a claim and the neighbor at its other end are counted. */
const kindsOf = (claim: ModelRelationship, other: ModelNode, id: string): string[] =>
  ownLabels(other).map((label) => [claim.type, claim.start === id ? "out" : "in", label, certaintyOf(claim)].join("."));

/** The neighbors that expand-node pages through, each with the relationships that pass. */
function neighborsOf(view: View, given: Given): { other: ModelNode; claims: ModelRelationship[] }[] {
  const id = text(given["id"]);
  const found = new Map<string, { other: ModelNode; claims: ModelRelationship[] }>();
  for (const { claim, other } of view.around(id)) {
    const { direction } = given;
    if (other.id === id || !fits(texts(given["types"]), [claim.type])) continue;
    if (direction === "out" ? claim.start !== id : direction === "in" && claim.end !== id) continue;
    if (!fits(texts(given["labels"]), other.labels) || !fitsTime(claim, given)) continue;
    const left = texts(given["withoutKinds"]);
    if (left.length > 0 && kindsOf(claim, other, id).every((kind) => left.includes(kind))) continue;
    const entry = found.get(other.id) ?? { other, claims: [] };
    found.set(other.id, { other, claims: [...entry.claims, claim] });
  }
  return [...found.values()];
}

/** How many claims cite each document. */
function countCiting(claims: readonly (ModelNode | ModelRelationship)[]): Row[] {
  const counts = new Map<string, number>();
  for (const { properties } of claims) {
    const documents = new Set(texts(properties["citations"]).map((citation) => citation.split("#")[0] ?? ""));
    for (const document of documents) counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  return Array.from(counts, ([document, claims]) => ({ document, claims })).sort(byKeys("document"));
}

/** By document and entity, where the documents of each wanted entity's claims are told. */
function countEntityCiting(given: Given, claimsOf: (id: string) => readonly (ModelNode | ModelRelationship)[]): Row[] {
  return [...new Set(texts(given["ids"]))]
    .flatMap((id) => countCiting(claimsOf(id)).map((row) => ({ document: row["document"], id, claims: row["claims"] })))
    .sort(byKeys("document", "id"));
}

function commonNeighbors(view: View, given: Given): Row[] {
  const met = new Map<string, { neighbor: ModelNode; of: Set<string>; ties: Row[] }>();
  for (const { id } of entitiesOf(view, texts(given["ids"]))) {
    for (const { claim, other } of view.around(id)) {
      if (other.id === id) continue;
      const common = met.get(other.id) ?? { neighbor: other, of: new Set(), ties: [] };
      common.of.add(id);
      common.ties.push({
        of: id,
        type: claim.type,
        direction: claim.start === id ? "out" : "in",
        relationship: claim.id,
      });
      met.set(other.id, common);
    }
  }
  return Array.from(met.values(), ({ neighbor, of, ties }) => ({
    id: neighbor.id,
    degree: degreeOf(neighbor),
    sharedBy: of.size,
    ties,
    node: node(neighbor),
  }))
    .filter(({ sharedBy }) => sharedBy > 1)
    .sort(byKeys("-sharedBy", "degree", "id"))
    .slice(0, number(given["limit"]));
}

const cites = ({ properties }: ModelNode | ModelRelationship, given: Given) =>
  texts(properties["citations"]).some((citation) => citation.startsWith(text(given["prefix"])));

function count(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Whether a path may step along this claim to this entity. */
export function mayStep(claim: ModelRelationship, other: ModelNode, given: Given): boolean {
  const list = (name: string) => texts(given[name]);
  if (!fits(list("types"), [claim.type]) || list("withoutTypes").includes(claim.type)) return false;
  if (!fits(list("certainties"), [text(claim.properties["certainty"] ?? "stated")])) return false;
  if (list("without").includes(other.id)) return false;
  if (list("ends").includes(other.id)) return true;
  return fits(list("labels"), other.labels) && !other.labels.some((label) => list("withoutLabels").includes(label));
}

const isDocument = ({ labels }: ModelNode) => labels.includes("Document");

const namesIn = (view: View) => view.entities.filter((entity) => !isDocument(entity));

/** The claims between entities that are no documents. */
const linesIn = (view: View) =>
  view.claims.filter(({ start, end }) => [start, end].every((id) => !isDocument(entityOf(view, id))));

const pairsIn = ({ pairs }: Given) => (Array.isArray(pairs) ? (pairs as { near: string; far: string }[]) : []);

export const model: Readonly<Record<string, Answer>> = {
  "count-citing-observations": (view) => countCiting(view.observations),

  "count-citing-relationships": (view) => countCiting(view.claims),

  "count-entity-citing-observations": (view, given) =>
    countEntityCiting(given, (id) => view.observations.filter((each) => view.figuredOf(each.id).includes(id))),

  "count-entity-citing-relationships": (view, given) =>
    countEntityCiting(given, (id) => view.around(id).map(({ claim }) => claim)),

  "count-expansion": (view, given) => [{ total: neighborsOf(view, given).length }],

  "count-labels": (view) =>
    Array.from(count(view.entities.flatMap(({ labels }) => labels)), ([label, nodes]) => ({ label, nodes })).sort(
      byKeys("label"),
    ),

  "count-lines": (view) => [{ lines: linesIn(view).length }],

  "count-names": (view) => [{ names: namesIn(view).length }],

  "count-neighbors": (view, given) => {
    const id = text(given["id"]);
    const groups = new Map<
      string,
      { type: string; direction: string; label: string; certainty: string; others: Set<string>; claims: number }
    >();
    for (const { claim, other } of view.around(id)) {
      if (other.id === id || !fitsTime(claim, given)) continue;
      for (const label of ownLabels(other)) {
        const direction = claim.start === id ? "out" : "in";
        const certainty = certaintyOf(claim);
        const key = [claim.type, direction, label, certainty].join(" ");
        const group = groups.get(key) ?? {
          type: claim.type,
          direction,
          label,
          certainty,
          others: new Set(),
          claims: 0,
        };
        group.others.add(other.id);
        group.claims += 1;
        groups.set(key, group);
      }
    }
    return Array.from(groups.values(), ({ others, claims, ...row }) => ({
      ...row,
      neighbors: others.size,
      relationships: claims,
    })).sort(byKeys("-neighbors", "type", "direction", "label", "certainty"));
  },

  "count-observations": (view) => [{ observations: view.observations.length }],

  "count-types": (view) =>
    Array.from(count(view.claims.map(({ type }) => type)), ([type, relationships]) => ({ type, relationships })).sort(
      byKeys("type"),
    ),

  "expand-node": (view, given) => {
    const { afterDegree, afterId } = given;
    return neighborsOf(view, given)
      .map(({ other, claims }) => ({
        degree: degreeOf(other),
        id: other.id,
        node: node(other),
        relationships: claims.map(relationship),
      }))
      .filter(
        ({ degree, id }) =>
          afterId === null || degree < number(afterDegree) || (degree === afterDegree && id > text(afterId)),
      )
      .sort(byKeys("-degree", "id"))
      .slice(0, number(given["limit"]));
  },

  "find-common-neighbors": commonNeighbors,

  "find-dated": (view) =>
    view.claims.some(({ properties: { start, end } }) => start !== undefined || end !== undefined)
      ? [{ dated: true }]
      : [],

  "find-short-word": (view, given) => {
    const word = view.graph.nodes.find(({ id, labels }) => labels.includes("ShortWord") && id === given["word"]);
    const ids = texts(word?.properties["ids"]);
    const ranks = (word?.properties["ranks"] ?? []) as number[];
    return ids
      .slice(0, number(given["limit"]))
      .flatMap((id, place) =>
        entitiesOf(view, [id]).map((found) => ({ place, rank: ranks[place], node: node(found) })),
      );
  },

  "find-names": (view, given) =>
    view.entities
      .map((entity) => ({
        entity,
        met: texts(given["patterns"]).filter((pattern) => String(entity.properties["search"] ?? "").includes(pattern)),
      }))
      .filter(({ entity, met }) => met.length > 0 && entity.properties["search"] !== undefined)
      .filter(({ entity }) => new RegExp(`^${text(given["nearby"])}$`, "u").test(String(entity.properties["search"])))
      .map(({ entity, met }) => ({ degree: entity.properties["degree"] ?? 0, id: entity.id, met, node: node(entity) }))
      .sort(byKeys("-degree", "id"))
      .slice(0, number(given["limit"])),

  "get-node": (view, given) => entitiesOf(view, [text(given["id"])]).map((found) => ({ node: node(found) })),

  "get-nodes": (view, given) =>
    entitiesOf(view, texts(given["ids"]))
      .map((found) => ({ id: found.id, node: node(found) }))
      .sort(byKeys("id")),

  "get-observations": (view, given) =>
    texts(given["ids"])
      .flatMap((id) => view.observations.filter((observation) => observation.id === id))
      .flatMap((observation) =>
        view
          .figuredOf(observation.id)
          .map((entity) => ({ id: observation.id, observation: figure(observation, entity) })),
      )
      .sort(byKeys("id")),

  "get-relationships": (view, given) =>
    (given["starts"] as { id: string; relationships: string[] }[])
      .flatMap(({ id, relationships }) => view.from(id).filter((claim) => relationships.includes(claim.id)))
      .map((claim) => ({ id: claim.id, relationship: relationship(claim) }))
      .sort(byKeys("id")),

  "get-rival-relationships": (view, given) =>
    (given["rivals"] as { id: string; start: string }[])
      .flatMap(({ id, start }) => view.claims.filter((claim) => claim.id === id && claim.start === start))
      .map((claim) => ({
        id: claim.id,
        relationship: relationship(claim),
        startNode: node(entityOf(view, claim.start)),
        endNode: node(entityOf(view, claim.end)),
      }))
      .sort(byKeys("id")),

  "get-subgraph": (view, given) => {
    const ids = texts(given["ids"]);
    return ids
      .flatMap((id) => view.from(id).filter(({ end }) => given["toAny"] === true || ids.includes(end)))
      .map((claim) => ({ id: claim.id, relationship: relationship(claim) }))
      .sort(byKeys("id"));
  },

  "list-backgrounds": (view, given) =>
    distinct(
      entitiesOf(view, texts(given["people"])).flatMap((person) =>
        view
          .from(person.id)
          .filter(({ type }) => texts(given["types"]).includes(type))
          .map(({ end }) => ({ person: person.id, other: end, degree: degreeOf(entityOf(view, end)) })),
      ),
    ).sort(byKeys("person", "-degree", "other")),

  "list-careers": (view, given) =>
    entitiesOf(view, texts(given["ids"]))
      .flatMap((person) => view.from(person.id))
      .filter(({ type, start, end }) => texts(given["types"]).includes(type) && start !== end)
      .map((claim) => ({
        time: time(claim, "startEarliest", "startLatest", "endEarliest", "endLatest"),
        id: claim.id,
        person: claim.start,
        organization: claim.end,
        relationship: relationship(claim),
      }))
      .sort(byKeys("time", "id"))
      .slice(0, number(given["limit"])),

  "list-colleagues": (view, given) =>
    entitiesOf(view, texts(given["organizations"]))
      .flatMap(({ id }) => view.around(id).flatMap(({ claim }) => (claim.end === id ? [claim] : [])))
      .filter(({ type, start, end }) => texts(given["types"]).includes(type) && start !== end)
      .filter(({ start }) => start !== given["person"])
      .map(({ id, type, start, end, properties }) => ({
        startEarliest: properties["startEarliest"] ?? null,
        startLatest: properties["startLatest"] ?? null,
        endEarliest: properties["endEarliest"] ?? null,
        endLatest: properties["endLatest"] ?? null,
        organization: end,
        person: start,
        id,
        type,
        ongoing: properties["ongoing"] ?? false,
      }))
      .sort(byKeys("organization", "person", "id"))
      .slice(0, number(given["limit"])),

  "list-claims": (view, given) =>
    view
      .around(text(given["id"]))
      .map(({ claim, other }) => ({
        time: time(claim, "startEarliest", "startLatest", "endEarliest", "endLatest"),
        id: claim.id,
        relationship: relationship(claim),
        neighbor: node(other),
      }))
      .sort(byKeys("time", "id"))
      .slice(0, number(given["limit"])),

  "list-lines": (view) => linesIn(view).map(({ id, type, start, end }) => ({ id, type, start, end })),

  "list-names": (view) => namesIn(view).map(({ id }) => ({ id })),

  "list-document-observations": (view, given) =>
    view.observations
      .filter((observation) => cites(observation, given))
      .flatMap((observation) =>
        view
          .figuredOf(observation.id)
          .map((entity) => ({ id: observation.id, observation: figure(observation, entity) })),
      )
      .sort(byKeys("id")),

  "list-document-relationships": (view, given) =>
    view.claims
      .filter((claim) => cites(claim, given))
      .map((claim) => ({ id: claim.id, relationship: relationship(claim) }))
      .sort(byKeys("id")),

  "list-documents": (view) =>
    view.entities
      .filter(({ labels }) => labels.includes("Document"))
      .map((document) => ({ id: document.id, node: node(document) }))
      .sort(byKeys("id")),

  "list-figures": (view, given) =>
    view.observations
      .filter(({ properties }) => properties["value"] !== undefined || properties["date"] !== undefined)
      .flatMap((observation) =>
        view
          .figuredOf(observation.id)
          .filter((entity) => texts(given["ids"]).includes(entity))
          .map((entity) => ({
            entity,
            measure: observation.properties["measure"] ?? null,
            time: time(observation, "startEarliest", "endEarliest"),
            id: observation.id,
            observation: figure(observation, entity),
          })),
      )
      .sort(byKeys("entity", "measure", "time", "id")),

  "list-observations": (view, given) =>
    view.observations
      .filter(({ id }) => view.figuredOf(id).includes(text(given["id"])))
      .map((observation) => ({
        measure: observation.properties["measure"] ?? null,
        time: time(observation, "startEarliest", "endEarliest"),
        id: observation.id,
        observation: figure(observation, text(given["id"])),
      }))
      .sort(byKeys("measure", "time", "id")),

  "list-ties": (view, given) => {
    const drawn = texts(given["drawn"]);
    return distinct(
      entitiesOf(view, texts(given["destinations"])).flatMap((destination) =>
        view
          .around(destination.id)
          .filter(
            ({ claim, other }) =>
              texts(given["types"]).includes(claim.type) &&
              !other.labels.includes("Document") &&
              !drawn.includes(other.id),
          )
          .map(({ other }) => ({ destination: destination.id, tie: other.id, degree: degreeOf(other) })),
      ),
    ).sort(byKeys("destination", "-degree", "tie"));
  },

  search: (view, given) =>
    view.entities
      .flatMap((entity) => {
        const keys = entity.properties["search"];
        if (
          typeof keys !== "string" ||
          !keys.includes(text(given["inside"])) ||
          !fits(texts(given["labels"]), entity.labels)
        )
          return [];
        const rank = keys.includes(text(given["exact"])) ? 0 : keys.includes(text(given["prefix"])) ? 1 : 2;
        const standing = (entity.labels.includes("Document") ? 3 : 0) + rank;
        return [{ place: standing * 1e9 - degreeOf(entity), id: entity.id, rank, node: node(entity) }];
      })
      .sort(byKeys("place", "id"))
      .slice(0, number(given["limit"])),

  "step-outward": (view, given) =>
    distinct(
      entitiesOf(view, texts(given["ids"])).flatMap((origin) =>
        view
          .around(origin.id)
          .filter(({ claim, other }) => mayStep(claim, other, given))
          .map(({ other }) => ({ origin: origin.id, reached: other.id, degree: degreeOf(other) })),
      ),
    ),

  "list-steps": (view, given) =>
    distinct(
      pairsIn(given).flatMap(({ near, far }) =>
        (view.byId.has(near) ? view.around(near) : [])
          .filter(({ other }) => other.id === far)
          .map(({ claim }) => ({ id: claim.id, relationship: relationship(claim) })),
      ),
    ).sort(byKeys("id")),

  ...questions,
  ...loadReads,
};

/** What the model answers for a query file. */
export const answerOf = (name: string, graph: ModelGraph, given: Given): Row[] | undefined =>
  model[name]?.(new View(graph), given);
