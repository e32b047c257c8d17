/** YAML's nodes as plain values: what is text stays as a person wrote it, though YAML reads a number: `start: 2006`. */
import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node, type Scalar } from "yaml";
import { plain, type ValueShape } from "./shapes.ts";

/** What each alias stands for. */
export type Targets = ReadonlyMap<Alias, Node>;

export interface Context {
  readonly document: Document;
  readonly targets: Targets;
}

/** A key by its text: YAML takes some ids for a number, or for nothing. */
export function keyText(key: unknown): string {
  if (!isScalar(key)) return String(key);
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

/** A name that would change what an object is, rather than stand in it. */
export const impossibleKey = "__proto__";

export function readValue(given: Node | null, shape: ValueShape, context: Context): unknown {
  const node = resolved(given, context.targets);
  if (isScalar(node)) return readScalar(node, shape);
  if (isSeq(node)) {
    const item = shape.kind === "list" ? shape.item : plain;
    return node.items.map((each) => readValue(each as Node | null, item, context));
  }
  if (!isMap(node)) return node?.toJS(context.document) ?? null;
  const entries = new Map<string, unknown>();
  const beside = (key: string): string | undefined => {
    const pair = node.items.find((item) => keyText(item.key) === key);
    const value = resolved((pair?.value ?? null) as Node | null, context.targets);
    return isScalar(value) && typeof value.value === "string" ? value.value : undefined;
  };
  for (const item of node.items) {
    const key = keyText(resolved(item.key as Node | null, context.targets));
    if (key === impossibleKey) continue;
    const of = shape.kind === "record" || shape.kind === "keys" ? shape.at(key, beside) : undefined;
    const value = readValue(item.value as Node | null, of ?? plain, context);
    if (value === null && shape.kind === "keys" && of !== undefined) continue;
    entries.set(key, of?.kind === "record" ? joined(entries.get(key), value) : value);
  }
  return Object.fromEntries(entries);
}

/** That a label stands twice is told as a fault; its entities should not seem to be missing besides. */
function joined(before: unknown, value: unknown): unknown {
  if (!isRecord(before)) return value;
  return isRecord(value) ? { ...before, ...value } : (value ?? before);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function resolved(node: Node | null, targets: Targets): Node | null {
  return isAlias(node) ? (targets.get(node) ?? null) : node;
}

function readScalar({ value, source }: Scalar, shape: ValueShape): unknown {
  // No number that could stand anywhere; as text, it is told as what was written.
  if (typeof value === "number" && !Number.isFinite(value)) return source ?? value;
  if (shape.kind === "plain" || typeof value === "string" || source === undefined) return value;
  if (value !== null) return source;
  return shape.kind === "text" && shape.isName && /^null$/i.test(source) ? source : null;
}
