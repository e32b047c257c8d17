/** Holds every citation of a data set against the articles' text. */
import { parseCitation } from "../../../schema/fact.ts";
import type { Dataset } from "../dataset.ts";
import type { Span } from "./article.ts";
import { holdsValue, isNamed, namesOf } from "./naming.ts";

/** Document id → its text, for the documents whose text is at hand. */
export type Articles = ReadonlyMap<string, string>;

export interface Findings {
  /** Citations that do not lie in their article: always wrong. */
  readonly outside: string[];
  /** Claims whose passages are longer than a clause or two. */
  readonly long: string[];
  /** Claims whose passages do not name an end, an entity or a value: for a person to look at. */
  readonly unnamed: string[];
  readonly spans: ReadonlyMap<string, Span[]>;
  readonly checked: number;
}

interface Claim {
  readonly id: string;
  readonly citations: readonly string[];
  /** What the passages together should name: a word for it, and whether they do. */
  readonly expectations: readonly { what: string; isMet: (passage: string) => boolean }[];
}

/** A passage longer than this is more than a sentence. */
const tight = 160;

export function verifyClaims(dataset: Dataset, articles: Articles): Findings {
  const spans = new Map<string, Span[]>(Array.from(articles.keys(), (id) => [id, []]));
  const findings = { outside: [] as string[], long: [] as string[], unnamed: [] as string[] };
  let checked = 0;
  for (const claim of claimsOf(dataset)) {
    const passages = claim.citations.flatMap((citation) => {
      const { document, start, end } = parseCitation(citation);
      const text = articles.get(document);
      if (text === undefined) return [];
      checked += 1;
      const characters = Array.from(text);
      if (end > characters.length) findings.outside.push(`${claim.id}: ${citation} ends after ${characters.length}`);
      if (end - start > tight) findings.long.push(`${claim.id}: ${citation} spans ${end - start} characters`);
      spans.get(document)?.push({ start, end });
      return [characters.slice(start, end).join("")];
    });
    if (passages.length < claim.citations.length) continue;
    const missing = claim.expectations.filter(({ isMet }) => !isMet(passages.join("\n"))).map(({ what }) => what);
    if (missing.length > 0)
      findings.unnamed.push(`${claim.id}: ${missing.join(" and ")} in ${claim.citations.join(" ")}`);
  }
  return { ...findings, spans, checked };
}

function claimsOf({ rows }: Dataset): Claim[] {
  const names = new Map(rows.entities.map(({ id, properties }) => [id, namesOf(properties)]));
  const named = (id: string) => ({ what: id, isMet: (passage: string) => isNamed(names.get(id) ?? [], passage) });
  const citationsOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  return [
    ...rows.relationships.map(({ id, start, end, properties }) => ({
      id,
      citations: citationsOf(properties["citations"]),
      expectations: [named(start), named(end)],
    })),
    ...rows.observations.map(({ id, entity, properties }) => ({
      id,
      citations: citationsOf(properties["citations"]),
      expectations: [
        named(entity),
        {
          what: `the value ${String(properties["value"])}`,
          isMet: (passage: string) => holdsValue(properties, passage),
        },
      ],
    })),
  ];
}
