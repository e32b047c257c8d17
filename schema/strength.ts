/** How strong a relationship is, where its type has a number for that. */
import type { GraphRelationship } from "./graph.ts";
import type { PropertyForm } from "./vocabulary.ts";

/** What is read of a vocabulary: the properties of its types. */
type Types = Readonly<Record<string, { properties?: Readonly<Record<string, PropertyForm>> | undefined }>>;

/** As graph programs call it, whatever other numbers stand beside it. */
const usual = "weight";

/** The property that tells how strong ties of a type are: `weight`, else the only number that the type has. */
export function strengthProperty(types: Types, type: string): string | undefined {
  const forms = Object.hasOwn(types, type) ? (types[type]?.properties ?? {}) : {};
  const numbers = Object.keys(forms).filter((name) => forms[name]?.form === "number");
  return numbers.includes(usual) ? usual : numbers.length === 1 ? numbers[0] : undefined;
}

/** The strength that a relationship tells; less than any number where it tells none. */
export function strengthIn(types: Types): (relationship: GraphRelationship) => number {
  const properties = new Map<string, string | undefined>();
  return ({ type, properties: told }) => {
    if (!properties.has(type)) properties.set(type, strengthProperty(types, type));
    const value = told[properties.get(type) ?? ""];
    return typeof value === "number" ? value : -Infinity;
  };
}

/** For sorting: the strongest first; those of which no strength is told come after, in no order among them. */
export function byStrength(types: Types): (a: GraphRelationship, b: GraphRelationship) => number {
  const strength = strengthIn(types);
  return (a, b) => {
    const [one, other] = [strength(a), strength(b)];
    return one === other ? 0 : other - one;
  };
}
