/** Reads a data set's folder into checked pieces, each with the place where it was written. */
import type { z } from "zod";
import {
  Id,
  SeedDataset,
  SeedDocument,
  SeedEntity,
  SeedObservation,
  SeedRelationship,
  SeedRivals,
} from "../../schema/fact.ts";
import { Vocabulary } from "../../schema/vocabulary.ts";
import { keepAsWritten } from "./as-written.ts";
import { readFiles } from "./files.ts";
import type { Problems } from "./problems.ts";
import { dataOf, placeOf, type Path, type Place, type Source } from "./source.ts";

/** A piece of a file, and how to find the place of anything within it. */
export interface Written<T> {
  readonly value: T;
  readonly at: (...path: Path) => Place;
}

export interface WrittenClaim<T> extends Written<T> {
  /** A relationship's type; `undefined` for a figure. */
  readonly type?: string;
}

export interface WrittenEntity extends Written<SeedEntity> {
  readonly id: string;
  readonly label: string;
  readonly relationships: readonly (WrittenClaim<SeedRelationship> & { readonly type: string })[];
  readonly figures: readonly Written<SeedObservation>[];
}

/** What was written, as far as it could be read. */
export interface Facts {
  readonly dataset?: Written<SeedDataset>;
  readonly vocabulary?: Written<Vocabulary>;
  readonly documents: ReadonlyMap<string, Written<SeedDocument>>;
  readonly rivals: readonly Written<SeedRivals[number]>[];
  readonly entities: readonly WrittenEntity[];
  /** Every id that something claims to be, readable or not. */
  readonly ids: ReadonlyMap<string, { readonly label: string; readonly place: Place }>;
  /** False when a file could not be parsed, so that a missing entity proves nothing. */
  readonly complete: boolean;
  /** False when anything could not be read, so that a missing claim proves nothing. */
  readonly whole: boolean;
}

/** A type stands in capitals; every other key of an entity is a property. */
export const isType = (key: string) => /^[A-Z][A-Z0-9_]*$/.test(key);

export async function readFacts(folder: string, problems: Problems): Promise<Facts> {
  const { own, entities: sources, complete } = await readFiles(folder, problems);
  const vocabularySource = own["vocabulary.yaml"];
  const vocabulary =
    vocabularySource && readPiece(Vocabulary, vocabularySource, [], dataOf(vocabularySource), problems);
  for (const source of [own["dataset.yaml"], own["documents.yaml"], own["rivals.yaml"], ...sources]) {
    if (source) keepAsWritten(source, vocabulary?.value);
  }

  const ids = new Map<string, { label: string; place: Place }>();
  const claimId = (id: string, label: string, place: Place) => {
    const other = ids.get(id);
    if (other === undefined) ids.set(id, { label, place });
    else
      problems.add(
        place,
        `the id ${id} stands already in ${other.place.file}:${other.place.line}`,
        "Join the two entries, or give one of them another id.",
      );
  };

  const documents = new Map<string, Written<SeedDocument>>();
  const documentsSource = own["documents.yaml"];
  for (const { source, path, id, raw } of documentsSource
    ? children(documentsSource, [], dataOf(documentsSource), problems)
    : []) {
    claimId(id, "Document", placeOf(source, path));
    const piece = readPiece(SeedDocument, source, path, raw, problems);
    if (piece) documents.set(id, piece);
  }

  const entities: WrittenEntity[] = [];
  for (const source of sources) {
    for (const { path, id: label, raw } of children(source, [], dataOf(source), problems, false)) {
      for (const child of children(source, path, raw, problems)) {
        claimId(child.id, label, placeOf(source, child.path));
        entities.push(readEntity(source, child.path, label, child.id, child.raw, problems));
      }
    }
  }

  const dataset =
    own["dataset.yaml"] && readPiece(SeedDataset, own["dataset.yaml"], [], dataOf(own["dataset.yaml"]), problems);
  const rivals = readRivals(own["rivals.yaml"], problems);
  return { dataset, vocabulary, documents, rivals, entities, ids, complete, whole: problems.found.length === 0 };
}

function readEntity(
  source: Source,
  path: Path,
  label: string,
  id: string,
  raw: unknown,
  problems: Problems,
): WrittenEntity {
  const entries = isRecord(raw) ? Object.entries(raw) : [];
  const plain = isRecord(raw) ? Object.fromEntries(entries.filter(([key]) => key !== "figures" && !isType(key))) : raw;
  const entity = readPiece(SeedEntity, source, path, plain, problems) ?? {
    value: { en: id },
    at: (...within: Path) => placeOf(source, [...path, ...within]),
  };

  const relationships = entries
    .filter(([key]) => isType(key))
    .flatMap(([type, list]) =>
      readList(SeedRelationship, source, [...path, type], list, problems).map(({ value, at }) => ({ type, value, at })),
    );
  const figures =
    isRecord(raw) && raw["figures"] !== undefined
      ? readList(SeedObservation, source, [...path, "figures"], raw["figures"], problems)
      : [];
  return { ...entity, id, label, relationships, figures };
}

function readRivals(source: Source | undefined, problems: Problems): Written<SeedRivals[number]>[] {
  return source === undefined ? [] : readList(SeedRivals.element, source, [], dataOf(source) ?? [], problems);
}

function readList<T>(schema: z.ZodType<T>, source: Source, path: Path, raw: unknown, problems: Problems): Written<T>[] {
  if (!Array.isArray(raw)) {
    problems.add(
      placeOf(source, path),
      `${String(path.at(-1) ?? source.file)} is not a list`,
      "Write each item after a hyphen, under it.",
    );
    return [];
  }
  return raw.flatMap((item: unknown, index) => readPiece(schema, source, [...path, index], item, problems) ?? []);
}

function readPiece<T>(
  schema: z.ZodType<T>,
  source: Source,
  path: Path,
  raw: unknown,
  problems: Problems,
): Written<T> | undefined {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, at: (...within) => placeOf(source, [...path, ...within]) };
  problems.addIssues(source, path, raw, parsed.error.issues);
  return undefined;
}

interface Child {
  readonly source: Source;
  readonly path: Path;
  readonly id: string;
  readonly raw: unknown;
}

/** The entries by name that stand at a path; names that are no ids are told and left out. */
function children(source: Source, path: Path, raw: unknown, problems: Problems, named = true): Child[] {
  const data = raw ?? {};
  if (!isRecord(data)) {
    problems.add(
      placeOf(source, path),
      `${String(path.at(-1) ?? source.file)} holds no entries by name`,
      "Write label, id and entity under one another, each a name and a colon.",
    );
    return [];
  }
  return Object.entries(data).flatMap(([id, raw]) => {
    const issues = named ? Id.safeParse(id).error?.issues : undefined;
    if (issues === undefined) return { source, path: [...path, id], id, raw };
    problems.addIssues(source, [...path, id], id, issues);
    return [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
