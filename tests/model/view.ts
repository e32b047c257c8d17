/** A graph as the model looks at it, and the small words that the model is written in. */
import type { Row } from "../../server/database/database.ts";
import type { ModelGraph, ModelNode, ModelRelationship } from "./graph.ts";

/** Entities, observations, and the claims between entities, with the ways from one to another. */
export class View {
  readonly graph: ModelGraph;
  readonly entities: readonly ModelNode[];
  readonly observations: readonly ModelNode[];
  /** Relationships from an entity to an entity. */
  readonly claims: readonly ModelRelationship[];
  readonly byId: ReadonlyMap<string, ModelNode>;
  private readonly starting = new Map<string, ModelRelationship[]>();
  private readonly touching = new Map<string, ModelRelationship[]>();

  constructor(graph: ModelGraph) {
    this.graph = graph;
    this.entities = graph.nodes.filter(({ labels }) => labels.includes("Entity"));
    this.observations = graph.nodes.filter(({ labels }) => labels.includes("Observation"));
    this.byId = new Map(this.entities.map((entity) => [entity.id, entity]));
    this.claims = graph.relationships.filter(({ start, end }) => this.byId.has(start) && this.byId.has(end));
    for (const claim of this.claims) {
      push(this.starting, claim.start, claim);
      for (const end of new Set([claim.start, claim.end])) push(this.touching, end, claim);
    }
  }

  /** The claims that start at an entity. */
  from(id: string): readonly ModelRelationship[] {
    return this.starting.get(id) ?? [];
  }

  /** The claims of an entity in either direction, each once, with the entity at the other end. */
  around(id: string): { claim: ModelRelationship; other: ModelNode }[] {
    return (this.touching.get(id) ?? []).map((claim) => ({
      claim,
      other: entityOf(this, claim.start === id ? claim.end : claim.start),
    }));
  }

  /** The entities that an observation is of. */
  figuredOf(observation: string): string[] {
    return this.graph.relationships
      .filter(({ type, start }) => type === "OF" && start === observation)
      .map(({ end }) => end);
  }
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

export function entityOf(view: View, id: string): ModelNode {
  const entity = view.byId.get(id);
  if (entity === undefined) throw new Error(`The model has no entity ${id}.`);
  return entity;
}

/** How well connected it is, as it says. */
export const degreeOf = ({ properties }: ModelNode): number => Number(properties["degree"] ?? 0);

/** The entities with these ids, as often as each is named; others are passed over. */
export const entitiesOf = (view: View, ids: readonly string[]): ModelNode[] =>
  ids.flatMap((id) => view.byId.get(id) ?? []);

/** A node as queries return it. */
export function node({ id, labels, properties }: ModelNode): {
  id: string;
  labels: readonly string[];
  properties: Row;
} {
  const { search: _, ...shown } = properties;
  return { id, labels, properties: { id, ...shown } };
}

/** A relationship as queries return it. */
export const relationship = ({ id, type, start, end, properties }: ModelRelationship): Row => ({
  id,
  type,
  start,
  end,
  properties: { id, ...properties },
});

/** A figure as queries return it. */
export const figure = (observation: ModelNode, entity: string): Row => ({
  id: observation.id,
  entity,
  properties: node(observation).properties,
});

/** An empty filter lets everything through. */
export const fits = (filter: readonly string[], values: readonly string[]): boolean =>
  filter.length === 0 || values.some((value) => filter.includes(value));

/** Compares by one column after another; `-degree` puts the largest first. Missing values come last. */
export function byKeys(...keys: readonly string[]): (a: Row, b: Row) => number {
  return (a, b) => {
    for (const key of keys) {
      const name = key.replace("-", "");
      const order = compare(a[name], b[name]) * (key.startsWith("-") ? -1 : 1);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, other] = [text(a), text(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Each row once. */
export function distinct<T extends Row>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

export const text = (value: unknown): string => {
  if (typeof value !== "string") throw new TypeError(`${JSON.stringify(value)} is not a text.`);
  return value;
};
export const number = (value: unknown): number => {
  if (typeof value !== "number") throw new TypeError(`${JSON.stringify(value)} is not a number.`);
  return value;
};
/** A list of texts; a missing one has none. */
export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);
