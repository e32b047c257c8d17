/** Turns checked facts into rows: what each node and relationship has in the database. */
import type { SeedDocument, SeedEntity, SeedObservation, SeedRelationship } from "../../schema/fact.ts";
import { observationId, relationshipId } from "../../schema/fact.ts";
import type { Properties } from "../../schema/graph.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { searchProperty } from "../search/keys.ts";
import { claimProperties, withoutMissing, type ClaimContext } from "./compile-claim.ts";
import { beginningsOf, laterOf, noEarlierThan, toldBeginning } from "./beginnings.ts";
import { localized, ownProperties } from "./compile-text.ts";
import type { Facts, WrittenEntity } from "./read.ts";
import { seedsOrigin } from "./reserved.ts";
import { rivalsOf } from "./rivals.ts";

export interface EntityRow {
  readonly id: string;
  /** Its label beside Entity. */
  readonly label: string;
  /** All but `id` and `degree`, which the loader adds. */
  readonly properties: Properties;
}

export interface RelationshipRow {
  readonly id: string;
  readonly type: string;
  readonly start: string;
  readonly end: string;
  readonly properties: Properties;
}

export interface ObservationRow {
  readonly id: string;
  /** The entity that it is a figure of. */
  readonly entity: string;
  readonly properties: Properties;
}

export interface Rows {
  readonly entities: readonly EntityRow[];
  readonly relationships: readonly RelationshipRow[];
  readonly observations: readonly ObservationRow[];
}

/** Rows in the order of their ids, so that a fact that only moves to another file changes nothing. */
export function compile(facts: Facts, vocabulary: Vocabulary): Rows {
  const documents = new Map(Array.from(facts.documents, ([id, { value }]) => [id, value]));
  const beginnings = beginningsOf(facts.entities, vocabulary);
  const context: ClaimContext = { documents, rivals: rivalsOf(facts.rivals.map(({ value }) => value)) };
  return {
    entities: [
      ...Array.from(documents, ([id, document]) => documentRow(id, document)),
      ...facts.entities.map((entity) => entityRow(entity, vocabulary)),
    ].sort(byId),
    relationships: facts.entities
      .flatMap((entity) =>
        entity.relationships.map(({ type, value }) => {
          const beginning = laterOf(beginnings.get(entity.id), beginnings.get(value.to));
          return relationshipRow(entity.id, type, value, beginning, vocabulary, context);
        }),
      )
      .sort(byId),
    observations: facts.entities
      .flatMap((entity) => entity.figures.map(({ value }) => observationRow(entity.id, value, context)))
      .sort(byId),
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function entityRow(entity: WrittenEntity, vocabulary: Vocabulary): EntityRow {
  const { id, label, value, relationships } = entity;
  const form = vocabulary.labels[label];
  const tickers = relationships
    .filter(({ type }) => vocabulary.relationships[type]?.role === "listing")
    .map(({ value: claim }) => claim["ticker"]);
  const properties = named(value, {
    ...ownProperties(value, form?.properties),
    tickers: some([...new Set(tickers.filter((ticker) => typeof ticker === "string"))]),
    beganIn: toldBeginning(entity, vocabulary),
  });
  return { id, label, properties: { ...properties, search: searchProperty(properties, form?.family === "people") } };
}

function documentRow(id: string, document: SeedDocument): EntityRow {
  const { title, publisher, language, characters, published, url, writtenAfter } = document;
  const printed = language === "zh-Hant" || language === "zh-Hans" ? { [language]: title } : {};
  const names = {
    ...printed,
    en: document.en,
    "zh-Hant": document["zh-Hant"] ?? printed["zh-Hant"],
    "zh-Hans": document["zh-Hans"] ?? printed["zh-Hans"],
  };
  const known = Object.values(names).includes(title);
  const properties = named(
    { ...names, aliases: known ? undefined : [title] },
    { title, publisher, language, characters, published: published ?? undefined, url: url ?? undefined, writtenAfter },
  );
  return { id, label: "Document", properties: { ...properties, search: searchProperty(properties, false) } };
}

/** The properties that every entity has, with its label's own. */
function named(
  names: Pick<SeedEntity, "en" | "zh-Hant" | "zh-Hans" | "aliases" | "short">,
  own: Record<string, unknown>,
): Properties {
  const { en, "zh-Hant": traditional, "zh-Hans": simplified, short = {}, aliases } = names;
  return withoutMissing({
    ...localized("name", { en, "zh-Hant": traditional, "zh-Hans": simplified }),
    ...localized("short", short),
    aliases: some(aliases),
    ...own,
    origin: seedsOrigin,
  });
}

/** An empty list is left out: the engines have no word for what it is a list of. */
function some(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

function relationshipRow(
  start: string,
  type: string,
  claim: SeedRelationship,
  beginning: number | undefined,
  vocabulary: Vocabulary,
  context: ClaimContext,
): RelationshipRow {
  const id = relationshipId(start, type, claim.to, claim.key);
  const own = ownProperties(claim, vocabulary.relationships[type]?.properties);
  const said = claimProperties(id, claim, context);
  return {
    id,
    type,
    start,
    end: claim.to,
    properties: withoutMissing({ ...own, ...said, noEarlier: noEarlierThan(beginning, said) }),
  };
}

function observationRow(entity: string, figure: SeedObservation, context: ClaimContext): ObservationRow {
  const { measure, value, text, unit, currency, qualifier, asOf } = figure;
  const id = observationId(entity, measure, figure.key);
  const properties = withoutMissing({
    measure,
    // One name, one kind of value: a date is not a number.
    ...(typeof value === "string" ? { date: value } : { value }),
    ...localized("text", text ?? {}),
    unit,
    currency,
    qualifier,
    asOf,
    ...claimProperties(id, figure, context),
  });
  return { id, entity, properties };
}
