/** What a reader should know before a view is published: claims that are uncited, only heard, held, disputed or undated. */
import type { GraphRelationship } from "../schema/graph.ts";

/** A sign on a line; what is reported, planned or an opinion shows by its pattern. */
export type Mark = "uncited" | "disputed" | "undated";
export const signs: Readonly<Record<Mark, string>> = { uncited: "?", disputed: "≠", undated: "" };

export const concerns = ["uncited", "reported", "opinion", "disputed", "undated"] as const;
export type Concern = (typeof concerns)[number];

/** What nothing in a data set has: it is said once, and not of each claim. */
export type Untold = Extract<Concern, "uncited" | "undated">;

export interface Review extends Record<Concern, string[]> {
  /** Uncited claims about a person: not exported unless asked for. */
  refused: string[];
  untold: readonly Untold[];
}

const isFilled = (value: unknown) => (Array.isArray(value) ? value.length > 0 : typeof value === "string");

function concernsOf({ properties }: GraphRelationship, untold: readonly Untold[]): Concern[] {
  const { citations, certainty, reported, rivals, start, end, ongoing } = properties;
  const found: Concern[] = [];
  if (!isFilled(citations)) found.push("uncited");
  if (certainty === "reported" || reported === true) found.push("reported");
  if (certainty === "opinion") found.push("opinion");
  if (isFilled(rivals)) found.push("disputed");
  if (!isFilled(start) && !isFilled(end) && ongoing !== true) found.push("undated");
  return found.filter((concern) => !untold.some((each) => each === concern));
}

export const marksOf = (relationship: GraphRelationship, untold: readonly Untold[]): Mark[] =>
  concernsOf(relationship, untold).filter((concern) => concern !== "reported" && concern !== "opinion");

/** More signs than these would cover the drawing that they are about. */
const mostSigns = 400;

/** How many signs the lines of a drawing would carry where they are too many to be drawn; null where they are drawn. */
export function signsLeftOut(lines: readonly { readonly marks: readonly Mark[] }[]): number | null {
  const count = lines.reduce((sum, { marks }) => sum + marks.length, 0);
  return count > mostSigns ? count : null;
}

/** Looks at every relationship; `isPerson` tells whether a node is a person. */
export function reviewOf(
  relationships: readonly GraphRelationship[],
  { isPerson, untold }: { readonly isPerson: (id: string) => boolean; readonly untold: readonly Untold[] },
): Review {
  const review: Review = { uncited: [], reported: [], opinion: [], disputed: [], undated: [], refused: [], untold };
  for (const relationship of relationships) {
    const { id, start, end } = relationship;
    for (const concern of concernsOf(relationship, untold)) review[concern].push(id);
    if (review.uncited.at(-1) === id && (isPerson(start) || isPerson(end))) review.refused.push(id);
  }
  return review;
}
