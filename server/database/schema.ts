/** What a database must know of the data: its keys and what is looked up; each adapter says it in its engine's words. */

/** `unique`: no two have the same value, and it is looked up by it. `equal`: looked up by it. `contains`: searched within. */
export interface SchemaEntry {
  readonly label: string;
  readonly property: string;
  readonly kind: "unique" | "equal" | "contains";
}

export const schema: readonly SchemaEntry[] = [
  { label: "Entity", property: "id", kind: "unique" },
  { label: "Observation", property: "id", kind: "unique" },
  { label: "Entity", property: "search", kind: "contains" },
  { label: "Dataset", property: "id", kind: "unique" },
  { label: "ShortWord", property: "id", kind: "unique" },
];

/** A name for an engine's index or constraint: `entity_id_unique`. */
export function schemaName({ label, property, kind }: SchemaEntry): string {
  return `${label}_${property}_${kind}`.toLowerCase();
}
