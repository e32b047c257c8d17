/** What was understood of a phrase, changed piece by piece before it is asked. */
import type { PhraseOffer, Understood } from "../schema/api.ts";
import { type GraphNode, nameOf } from "../schema/graph.ts";
import type { Language, LocalizedText } from "../schema/language.ts";

/** What a piece can be taken for. A period between two dates has both in `value`, with a comma. */
export interface Reading {
  readonly value: string;
  readonly caption: LocalizedText;
}

const inEachLanguage = (text: (language: Language) => string): LocalizedText => ({
  en: text("en"),
  "zh-Hant": text("zh-Hant"),
  "zh-Hans": text("zh-Hans"),
});

export const readingOf = (node: GraphNode): Reading => ({
  value: node.id,
  caption: inEachLanguage((language) => nameOf(node, language).text),
});

/** Several values as one reading: two ends of a period. */
export const joinedReading = (readings: readonly Reading[]): Reading => ({
  value: readings.map(({ value }) => value).join(","),
  caption: inEachLanguage((language) => readings.map(({ caption }) => caption[language]).join("–")),
});

/** What a piece means now. */
export const currentReading = ({ text, value = "", caption = inEachLanguage(() => text) }: Understood): Reading => ({
  value,
  caption,
});

const valuesOf = ({ form, value = "" }: Understood) => (form === "period" ? value.split(",") : [value]);

/**
 * The offer with the piece at `place` taken otherwise, or left out where `reading` is null. The headline of a question
 * stays as it was; an offer of which the piece fills no blank stays as it is.
 */
export function correct(offer: PhraseOffer, place: number, reading: Reading | null): PhraseOffer {
  const piece = offer.understood[place];
  if (piece?.parameter === undefined) return offer;
  const { parameter } = piece;
  const changed = reading === null ? [] : [{ ...piece, ...reading, others: othersOf(piece, reading) }];
  const understood = offer.understood.toSpliced(place, 1, ...changed);
  if (offer.kind === "path") return reading === null ? offer : { ...offer, [parameter]: reading.value, understood };
  const values = understood.filter((each) => each.parameter === parameter).flatMap(valuesOf);
  const { [parameter]: _, ...others } = offer.asked.parameters;
  const parameters = values.length === 0 ? others : { ...others, [parameter]: [...new Set(values)] };
  return { ...offer, asked: { ...offer.asked, parameters }, understood };
}

/** What the piece could still mean: what it meant before stays among it. */
function othersOf(piece: Understood, { value }: Reading): Reading[] {
  return [currentReading(piece), ...piece.others].filter((other) => other.value !== value);
}
