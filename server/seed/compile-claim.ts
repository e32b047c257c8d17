/** What relationships and observations have in common: sources, certainty, dates and their bounds, rivals. */
import { boundsOf, daysOf, type PartialDate } from "../../schema/date.ts";
import {
  parseCitation,
  type Citation,
  type SeedDocument,
  type SeedObservation,
  type SeedRelationship,
} from "../../schema/fact.ts";
import { Properties } from "../../schema/graph.ts";
import { seedsOrigin } from "./reserved.ts";
import type { Rivalry } from "./rivals.ts";

export interface ClaimContext {
  readonly documents: ReadonlyMap<string, SeedDocument>;
  readonly rivals: ReadonlyMap<string, Rivalry>;
}

export function claimProperties(
  id: string,
  claim: SeedRelationship | SeedObservation,
  { documents, rivals }: ClaimContext,
): Record<string, unknown> {
  const { sources = [], certainty = "stated", reported, saidBy, start, end, ongoing, inferred } = claim;
  return {
    // The engines have no word for what an empty list is a list of.
    citations: sources.length === 0 ? undefined : sources,
    certainty,
    reported,
    saidBy,
    start,
    end,
    ongoing,
    inferred,
    ...boundsOf({ start, end, ongoing }, latestWriting(sources, documents)),
    ...rivals.get(id),
    origin: seedsOrigin,
  };
}

/** What several documents tell as ongoing still held when the latest of them was written. */
function latestWriting(
  sources: readonly Citation[],
  documents: ReadonlyMap<string, SeedDocument>,
): PartialDate | undefined {
  return sources
    .map((citation) => documents.get(parseCitation(citation).document)?.writtenAfter)
    .filter((date) => date !== undefined)
    .sort((a, b) => daysOf(b).earliest - daysOf(a).earliest)[0];
}

/** The properties that have a value, in the form that the database takes. */
export function withoutMissing(values: Readonly<Record<string, unknown>>): Properties {
  return Properties.parse(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
}
