/** Checks what zod cannot: that facts fit the vocabulary, that what they point to exists, that no two say they are one. */
import { observationId, relationshipId, type SeedEntity } from "../../schema/fact.ts";
import { languages } from "../../schema/language.ts";
import { own, type Vocabulary } from "../../schema/vocabulary.ts";
import { checkClaim } from "./check-claim.ts";
import { checkFigure } from "./check-figure.ts";
import { checkProperties } from "./check-properties.ts";
import { checkVocabulary } from "./check-vocabulary.ts";
import { meant } from "./nearest.ts";
import type { Place } from "./place.ts";
import type { Problems } from "./problems.ts";
import type { Facts, WrittenEntity } from "./read.ts";
import { claimKeys, entityKeys } from "./reserved.ts";

export function checkFacts(facts: Facts, problems: Problems): void {
  if (facts.vocabulary === undefined) return;
  const vocabulary = facts.vocabulary.value;
  checkVocabulary(facts.vocabulary, problems);
  if (facts.entities.length + facts.documents.size === 0 && facts.whole) {
    problems.add(
      facts.vocabulary.at(),
      "there is no entity in the folder",
      `${notRead(facts.passedOver)}Write a file beside this one, such as people.yaml, with label, id and en: under one another; README.md has an example.`,
    );
  }
  for (const entity of facts.entities) {
    checkLabel(entity, vocabulary, problems);
    checkShort(entity, problems);
  }
  const claims = new Map<string, () => Place>();
  for (const entity of facts.entities) checkClaimsOf(entity, facts, vocabulary, claims, problems);
  checkRivals(facts, claims, problems);
}

function notRead(files: readonly string[]): string {
  if (files.length === 0) return "";
  const shown = files.slice(0, 3).join(", ") + (files.length > 3 ? " …" : "");
  return `${shown} ${files.length === 1 ? "was" : "were"} not read: only files that end in .yaml or .yml are, outside questions/. `;
}

function checkLabel(entity: WrittenEntity, vocabulary: Vocabulary, problems: Problems): void {
  const form = own(vocabulary.labels, entity.label);
  if (entity.label === "Document") {
    problems.add(
      entity.at(),
      `${entity.id} is written as a Document outside documents.yaml`,
      "Move it to documents.yaml.",
    );
  } else if (form === undefined) {
    problems.add(
      entity.at(),
      `the label ${entity.label} of ${entity.id} is unknown`,
      `${meant(entity.label, Object.keys(vocabulary.labels))}Correct it, or add it under labels in vocabulary.yaml.`,
    );
  } else {
    checkProperties(
      ownProperties(entity.value),
      form.properties ?? {},
      entity,
      `${entity.label} ${entity.id}`,
      problems,
      Object.keys(vocabulary.relationships),
    );
  }
}

/** A short form that is no shorter is a slip. */
function checkShort({ value, at }: WrittenEntity, problems: Problems): void {
  for (const language of languages) {
    const [short, name] = [value.short?.[language], value[language]];
    if (short === undefined || (name !== undefined && short.length < name.length)) continue;
    problems.add(
      at("short", language),
      name === undefined
        ? `there is a short form in ${language}, and no name`
        : `the short form ${JSON.stringify(short)} is no shorter than the name`,
      name === undefined ? `Write ${language}: with the full name, or take the short form out.` : "Take it out.",
    );
  }
}

function ownProperties(entity: SeedEntity): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entity).filter(([key]) => !entityKeys.has(key)));
}

function checkClaimsOf(
  entity: WrittenEntity,
  facts: Facts,
  vocabulary: Vocabulary,
  claims: Map<string, () => Place>,
  problems: Problems,
): void {
  const once = (id: string, place: () => Place) => {
    const other = claims.get(id)?.();
    if (other === undefined) claims.set(id, place);
    else
      problems.add(
        place(),
        `two claims would get the id ${id}; the other stands in ${other.file}:${other.line}`,
        "Give each a key:, a short word or a number that tells them apart, never a date or a value; or join them.",
      );
  };
  for (const claim of entity.relationships) {
    once(relationshipId(entity.id, claim.type, claim.value.to, claim.value.key), () => claim.at());
    checkClaim(claim, facts, problems);
    checkEnds(entity, claim, facts, vocabulary, claims, problems);
  }
  for (const figure of entity.figures) {
    once(observationId(entity.id, figure.value.measure, figure.value.key), () => figure.at());
    checkClaim(figure, facts, problems);
    checkFigure(figure, vocabulary, problems);
  }
}

type Relationship = WrittenEntity["relationships"][number];

function checkEnds(
  entity: WrittenEntity,
  claim: Relationship,
  facts: Facts,
  vocabulary: Vocabulary,
  claims: ReadonlyMap<string, () => Place>,
  problems: Problems,
): void {
  const { type, value } = claim;
  const form = own(vocabulary.relationships, type);
  if (form === undefined) {
    problems.add(
      claim.at(),
      `the relationship type ${type} is unknown`,
      `${meant(type, Object.keys(vocabulary.relationships))}Correct it, or add it under relationships in vocabulary.yaml.`,
    );
    return;
  }
  checkProperties(claimProperties(value), form.properties ?? {}, claim, `${type} of ${entity.id}`, problems);
  const fits = (labels: readonly string[], label: string) =>
    labels.includes(label) || own(vocabulary.labels, label) === undefined;
  if (!fits(form.start, entity.label)) {
    problems.add(
      claim.at(),
      `${type} does not start at a ${entity.label} (${entity.id})`,
      `It starts at ${form.start.join(", ")}: move it to the other entity, or widen its start in vocabulary.yaml.`,
    );
  }
  const end = facts.ids.get(value.to);
  if (end === undefined) {
    if (!facts.complete) return;
    problems.add(
      claim.at("to"),
      `there is no entity ${value.to}`,
      `${meant(value.to, facts.ids.keys())}Correct the id, or write the entity.`,
    );
  } else if (!fits(form.end, end.label)) {
    problems.add(
      claim.at("to"),
      `${type} does not end at a ${end.label} (${value.to})`,
      `It ends at ${form.end.join(", ")}: name another entity, or widen its end in vocabulary.yaml.`,
    );
  } else if (value.to === entity.id) {
    problems.add(
      claim.at("to"),
      `${type} leads from ${entity.id} to itself`,
      "Name the entity at its other end, or leave the relationship out: a line has two ends.",
    );
  } else if (!form.directed) {
    const back = claims.get(relationshipId(value.to, type, entity.id, value.key))?.();
    if (back !== undefined) {
      problems.add(
        claim.at(),
        `${type} holds both ways and stands already under ${value.to}, at ${back.file}:${back.line}`,
        "Join the two under one of them, with the sources of both; or give each a key.",
      );
    }
  }
}

function claimProperties(claim: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(claim).filter(([key]) => !claimKeys.has(key)));
}

function checkRivals(facts: Facts, claims: ReadonlyMap<string, () => Place>, problems: Problems): void {
  for (const rivals of facts.rivals) {
    rivals.value.claims.forEach((id, index) => {
      if (!facts.whole || claims.has(id)) return;
      problems.add(
        rivals.at("claims", index),
        `there is no claim ${id}`,
        `${meant(id, claims.keys())}A claim's id is start.type.end or entity.figure.measure, with its key after a dot where it has one.`,
      );
    });
  }
}
