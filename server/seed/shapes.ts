/**
 * What may stand at each place of a data set's files, as far as it decides how YAML is read there: `start: 2006` is a
 * date, `pages: 2006` a number. Taken from the schemas that check the files, and from the vocabulary for properties.
 */
import { z } from "zod";
import {
  SeedDocuments,
  SeedEntity,
  SeedObservation,
  SeedRelationship,
  SeedRivals,
  SeedText,
} from "../../schema/fact.ts";
import { SeedDataset, SeedVocabulary } from "../../schema/seed-dataset.ts";
import { own, type PropertyForm } from "../../schema/vocabulary.ts";

export type ValueShape =
  /** Words or a date. Of a name, the word null is one too. */
  | { readonly kind: "text"; readonly isName: boolean }
  | { readonly kind: "list"; readonly item: ValueShape }
  /** Entries by name, each of which says something even where nothing stands after it. */
  | { readonly kind: "record"; at(key: string, beside: Beside): ValueShape }
  /** Keys that are known, and mean nothing where nothing stands after them; `undefined` for one that is not known. */
  | { readonly kind: "keys"; at(key: string, beside: Beside): ValueShape | undefined }
  /** As YAML reads it. */
  | { readonly kind: "plain" };

/** The text that stands under another key of the same map. */
export type Beside = (key: string) => string | undefined;

export const plain: ValueShape = { kind: "plain" };
const text: ValueShape = { kind: "text", isName: false };

/** Where nothing would make no sense, so that the word null is a name. */
const names: ReadonlySet<string> = new Set(["to", "en", "zh-Hant", "zh-Hans", "aliases"]);

function asName(shape: ValueShape): ValueShape {
  if (shape.kind === "text") return { kind: "text", isName: true };
  return shape.kind === "list" ? { kind: "list", item: asName(shape.item) } : shape;
}

const known = new WeakMap<z.core.$ZodType, ValueShape>();

export function shapeOf(schema: z.core.$ZodType): ValueShape {
  let shape = known.get(schema);
  if (shape === undefined) known.set(schema, (shape = newShapeOf(schema)));
  return shape;
}

function newShapeOf(schema: z.core.$ZodType): ValueShape {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return shapeOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
  if (schema instanceof z.ZodArray) return { kind: "list", item: shapeOf(schema.element) };
  if (schema instanceof z.ZodRecord) {
    const entry = shapeOf(schema.valueType);
    return { kind: "record", at: () => entry };
  }
  if (schema instanceof z.ZodObject) return keysOf(schema.shape, () => undefined);
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map(shapeOf);
    return options.some(({ kind }) => kind === "plain") ? plain : (options.find(({ kind }) => kind === "list") ?? text);
  }
  const isText = schema instanceof z.ZodType && (schema.type === "string" || schema.type === "enum");
  return isText ? text : plain;
}

function keysOf(
  schemas: Readonly<Record<string, z.core.$ZodType>>,
  others: (key: string, beside: Beside) => ValueShape | undefined,
): ValueShape & { kind: "keys" } {
  const shapes = new Map(
    Object.entries(schemas).map(([key, schema]) => [key, names.has(key) ? asName(shapeOf(schema)) : shapeOf(schema)]),
  );
  return { kind: "keys", at: (key, beside) => shapes.get(key) ?? others(key, beside) };
}

export const datasetShape = shapeOf(SeedDataset);
export const vocabularyShape = shapeOf(SeedVocabulary);
export const documentsShape = shapeOf(SeedDocuments);
export const rivalsShape = shapeOf(SeedRivals);

/** A type stands in capitals; every other key of an entity is a property. */
export const isType = (key: string) => /^[A-Z][A-Z0-9_]*$/.test(key);

/** Of a file of entities: label, id, entity. */
export function entitiesShape(vocabulary: Pick<SeedVocabulary, "labels" | "relationships" | "measures">): ValueShape {
  const figures: ValueShape = { kind: "list", item: figureShape(vocabulary.measures) };
  const relationships = new Map(
    Object.entries(vocabulary.relationships).map(([type, { properties }]): [string, ValueShape] => [
      type,
      { kind: "list", item: keysOf(SeedRelationship.shape, propertyShape(properties)) },
    ]),
  );
  const anyRelationship: ValueShape = { kind: "list", item: shapeOf(SeedRelationship) };
  const entitiesOf = (properties: Properties): ValueShape => {
    const property = propertyShape(properties);
    const entity = keysOf({ ...SeedEntity.shape }, (key, beside) =>
      isType(key) ? (relationships.get(key) ?? anyRelationship) : property(key, beside),
    );
    const withFigures: ValueShape = {
      kind: "keys",
      at: (key, beside) => (key === "figures" ? figures : entity.at(key, beside)),
    };
    return { kind: "record", at: () => withFigures };
  };
  const labels = new Map(
    Object.entries(vocabulary.labels).map(([label, { properties }]) => [label, entitiesOf(properties)]),
  );
  const anyLabel = entitiesOf(undefined);
  return { kind: "record", at: (label) => labels.get(label) ?? anyLabel };
}

type Properties = Readonly<Record<string, Pick<PropertyForm, "form">>> | undefined;

function propertyShape(properties: Properties = {}): (key: string, beside: Beside) => ValueShape | undefined {
  return (key) => {
    const form = own(properties, key)?.form;
    if (form === undefined) return undefined;
    if (form === "text") return shapeOf(SeedText);
    return form === "string" || form === "date" || form === "choice" ? text : plain;
  };
}

/** A figure's value is a date where its measure measures dates. */
function figureShape(measures: SeedVocabulary["measures"]): ValueShape {
  const figure = keysOf(SeedObservation.shape, () => undefined);
  return {
    kind: "keys",
    at(key, beside) {
      if (key !== "value") return figure.at(key, beside);
      const measure = beside("measure");
      return measure !== undefined && own(measures, measure)?.form === "date" ? text : plain;
    },
  };
}
