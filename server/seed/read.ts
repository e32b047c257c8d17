/** Reads a data set's folder into checked pieces, each with the place where it was written. */
import type { z } from "zod";
import { Id, SeedDocument, SeedEntity, SeedObservation, SeedRelationship, SeedRivals } from "../../schema/fact.ts";
import { SeedDataset, SeedVocabulary } from "../../schema/seed-dataset.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { completeVocabulary, type Ends } from "./complete-vocabulary.ts";
import { findFiles, type ReadProgress, remedies } from "./files.ts";
import type { Problems } from "./problems.ts";
import { isRecord } from "./as-written.ts";
import type { Path, Place, Source } from "./place.ts";
import { ofEveryObject } from "./reserved.ts";
import { isType } from "./shapes.ts";

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
  /** Completed where it leaves something out. */
  readonly vocabulary?: Written<Vocabulary>;
  /** Whether documents.yaml holds any, so that each claim has to say where it was read. */
  readonly hasDocuments: boolean;
  readonly documents: ReadonlyMap<string, Written<SeedDocument>>;
  readonly rivals: readonly Written<SeedRivals[number]>[];
  readonly entities: readonly WrittenEntity[];
  /** Every id that something claims to be, readable or not; a place is looked for only when it is asked for. */
  readonly ids: ReadonlyMap<string, { readonly label: string; readonly place: () => Place }>;
  /** Files of the folder that nothing reads. */
  readonly passedOver: readonly string[];
  /** False when a file could not be parsed, so that a missing entity proves nothing. */
  readonly complete: boolean;
  /** False when anything could not be read, so that a missing claim proves nothing. */
  readonly whole: boolean;
}

export async function readFacts(
  folder: string,
  problems: Problems,
  report?: (progress: ReadProgress) => void,
): Promise<Facts> {
  const files = await findFiles(folder, problems, report);
  const readOwn = async <T>(name: "dataset.yaml" | "vocabulary.yaml", schema: z.ZodType<T>) => {
    const source = await files.own(name);
    if (source?.data === null) {
      problems.add(source.placeOf([]), "this file is empty", remedies[name]);
      return undefined;
    }
    return source && readPiece(schema, source, [], source.data, problems);
  };
  const written = await readOwn("vocabulary.yaml", SeedVocabulary);

  const ids = new Map<string, { label: string; place: () => Place }>();
  const claimId = (id: string, label: string, place: () => Place) => {
    const other = ids.get(id);
    if (other === undefined) {
      ids.set(id, { label, place });
      return;
    }
    const { file, line } = other.place();
    problems.add(
      place(),
      `the id ${id} stands already in ${file}:${line}`,
      "Join the two entries, or give one of them another id.",
    );
  };

  const documents = new Map<string, Written<SeedDocument>>();
  const documentsSource = await files.own("documents.yaml");
  for (const { source, path, id, raw } of documentsSource
    ? children(documentsSource, [], documentsSource.data, problems)
    : []) {
    claimId(id, "Document", () => source.placeOf(path));
    const piece = readPiece(SeedDocument, source, path, raw, problems);
    if (piece) documents.set(id, piece);
  }

  const entities: WrittenEntity[] = [];
  for await (const source of files.entities(written?.value ?? { labels: {}, relationships: {}, measures: {} })) {
    for (const { path, id: label, raw } of children(source, [], source.data, problems, false)) {
      for (const child of children(source, path, raw, problems)) {
        if (child.raw !== null && !isRecord(child.raw)) {
          problems.add(
            source.placeOf(child.path),
            `${child.id} of ${label} is no entity, which has its names and relationships under it`,
            "Write label, id and entity under one another, each a name and a colon.",
          );
          continue;
        }
        claimId(child.id, label, () => source.placeOf(child.path));
        entities.push(readEntity(source, child.path, label, child.id, child.raw, problems));
      }
    }
  }

  const dataset = await readOwn("dataset.yaml", SeedDataset);
  const rivals = readRivals(await files.own("rivals.yaml"), problems);
  return {
    dataset,
    vocabulary: written && { ...written, value: completeVocabulary(written.value, endsOf(entities, ids)) },
    hasDocuments: Object.keys(documentsSource?.data ?? {}).length > 0,
    documents,
    rivals,
    entities,
    ids,
    passedOver: files.passedOver,
    complete: files.isComplete(),
    whole: problems.found.length === 0,
  };
}

/** Where the relationships of each type start and end. */
function endsOf(entities: readonly WrittenEntity[], ids: Facts["ids"]): Ends {
  const ends = new Map<string, { start: Set<string>; end: Set<string> }>();
  for (const { label, relationships } of entities) {
    for (const { type, value } of relationships) {
      let of = ends.get(type);
      if (of === undefined) ends.set(type, (of = { start: new Set(), end: new Set() }));
      of.start.add(label);
      const end = ids.get(value.to)?.label;
      if (end !== undefined) of.end.add(end);
    }
  }
  return ends;
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
    at: (...within: Path) => source.placeOf([...path, ...within]),
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
  return source === undefined ? [] : readList(SeedRivals.element, source, [], source.data ?? [], problems);
}

function readList<T>(schema: z.ZodType<T>, source: Source, path: Path, raw: unknown, problems: Problems): Written<T>[] {
  const isOfEnds = schema === (SeedRelationship as z.ZodType);
  if (!Array.isArray(raw)) {
    problems.add(
      source.placeOf(path),
      `${String(path.at(-1) ?? source.file)} is not a list`,
      `Write each item after a hyphen, under it${isOfEnds ? `, as in - to: ${typeof raw === "string" ? raw : "some-id"}` : ""}.`,
    );
    return [];
  }
  return raw.flatMap((item: unknown, index) => {
    const at = [...path, index];
    if (!isOfEnds || typeof item !== "string") return readPiece(schema, source, at, item, problems) ?? [];
    problems.add(source.placeOf(at), `"${item}" does not say what it is of the relationship`, `Write { to: ${item} }.`);
    return [];
  });
}

function readPiece<T>(
  schema: z.ZodType<T>,
  source: Source,
  path: Path,
  raw: unknown,
  problems: Problems,
): Written<T> | undefined {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, at: (...within) => source.placeOf([...path, ...within]) };
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
      source.placeOf(path),
      `${String(path.at(-1) ?? source.file)} holds no entries by name`,
      "Write label, id and entity under one another, each a name and a colon.",
    );
    return [];
  }
  return Object.entries(data).flatMap(([id, raw]) => {
    if (named && ofEveryObject.has(id)) {
      problems.add(
        source.placeOf([...path, id]),
        `the id ${id} is the program's own`,
        `Write ${id}-1, or another one.`,
      );
      return [];
    }
    const issues = named ? Id.safeParse(id).error?.issues : undefined;
    if (issues === undefined) return { source, path: [...path, id], id, raw };
    problems.addIssues(source, [...path, id], id, issues);
    return [];
  });
}
