/** An answer as a table: the columns that its question declares, or those that any claims can be shown in. */
import type { AnswerTable, CellDates, CellFigure, TableCell, TableColumn } from "../../schema/table.ts";
import { CellDates as CellDatesForm } from "../../schema/table.ts";
import { Certainty } from "../../schema/fact.ts";
import type { Properties } from "../../schema/graph.ts";
import type { ColumnForm } from "../../schema/question.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { captions } from "./captions.ts";
import { type Claim, type FoundRow, type Part, propertiesOf, unique } from "./rows.ts";

/** The names under which a query returns a claim and its ends, where its question declares no columns. */
const usual = { claim: ["relationship", "observation"], subject: "startNode", object: "endNode" };

/** Columns that suit any claims: of whom, what, with whom or how much, when, how certain, where read. */
export function usualColumns(rows: readonly FoundRow[], vocabulary: Vocabulary): ColumnForm[] {
  const claims = rows.flatMap((row) => row.claims);
  const relationships = claims.flatMap((claim) => (claim.kind === "relationship" ? [claim.relationship] : []));
  const hasFigures = relationships.length < claims.length;
  const hasDetails = relationships.some(({ type, properties }) =>
    Object.keys(vocabulary.relationships[type]?.properties ?? {}).some((name) => namesIn(properties, name)),
  );
  return [
    { caption: captions.subject, kind: "node", of: usual.subject },
    { caption: captions.claim, kind: "claim", of: usual.claim },
    ...(relationships.length > 0 || !hasFigures
      ? [{ caption: captions.object, kind: "node" as const, of: usual.object }]
      : []),
    ...(hasFigures ? [{ caption: captions.figure, kind: "figure" as const, of: usual.claim }] : []),
    ...(hasDetails ? [{ caption: captions.details, kind: "details" as const, of: usual.claim }] : []),
    { caption: captions.date, kind: "date", of: usual.claim },
    { caption: captions.certainty, kind: "certainty", of: usual.claim },
    { caption: captions.sources, kind: "sources", of: usual.claim },
  ];
}

const namesIn = (properties: Properties, name: string) =>
  properties[name] !== undefined || properties[`${name}En`] !== undefined || properties[`${name}ZhHant`] !== undefined;

/** Each row once, if it has anything in these columns; of those past `most` only their number. */
export function makeTable(rows: readonly FoundRow[], forms: readonly ColumnForm[], most: number): AnswerTable {
  const columns = forms.map((form): TableColumn => ({ id: idOf(form), caption: form.caption, kind: form.kind }));
  const all = new Map<string, AnswerTable["rows"][number]>();
  const taken = new Set<string>();
  for (const row of rows) {
    const cells = forms.map((form) => cellOf[form.kind](partOf(row, form)));
    if (cells.every((cell) => cell === null)) continue;
    const claims = row.claims.map(({ id }) => id);
    const key = JSON.stringify(cells);
    const id = claims.length > 0 ? claims.join(" ") : row.nodes.map((node) => node.id).join(" ");
    if (!all.has(key)) all.set(key, { id: taken.has(id) ? `${id} ${all.size}` : id, claims, cells });
    taken.add(id);
  }
  const shown = [...all.values()].slice(0, most);
  return { columns, rows: shown, more: all.size - shown.length };
}

const idOf = ({ kind, of }: ColumnForm) => [of].flat().join("-") + (kind === "node" ? "" : `.${kind}`);

function partOf(row: FoundRow, { of }: ColumnForm): Part {
  const parts = [of].flat().flatMap((name) => row.parts.get(name) ?? []);
  const scalar = parts.find((part) => part.scalar !== undefined)?.scalar;
  const texts = parts.flatMap((part) => part.texts ?? []);
  return {
    ...(texts.length === 0 ? {} : { texts }),
    nodes: parts.flatMap(({ nodes }) => nodes),
    claims: unique(parts.flatMap(({ claims }) => claims)),
    ...(scalar === undefined ? {} : { scalar }),
  };
}

const listed = <T>(items: readonly T[], cell: (items: T[]) => TableCell): TableCell | null =>
  items.length === 0 ? null : cell([...items]);

/** What a cell of each kind shows of its part; null where that is not known. */
const cellOf: Readonly<Record<ColumnForm["kind"], (part: Part) => TableCell | null>> = {
  node: ({ nodes }) => listed([...new Set(nodes.map(({ id }) => id))], (ids) => ({ kind: "node", nodes: ids })),
  claim: ({ claims }) => listed(idsOf(claims), (ids) => ({ kind: "claim", claims: ids })),
  details: ({ claims }) =>
    listed(idsOf(claims.filter(({ kind }) => kind === "relationship")), (ids) => ({ kind: "details", claims: ids })),
  figure: ({ claims }) =>
    listed(
      claims.flatMap((claim) => (claim.kind === "observation" ? [figureOf(claim)] : [])),
      (figures) => ({ kind: "figure", figures }),
    ),
  date: ({ claims }) => listed(claims.flatMap(datesOf), (dates) => ({ kind: "date", dates })),
  certainty: ({ claims }) => listed(claims, (all) => ({ kind: "certainty", ...certaintyOf(all) })),
  sources: ({ claims, texts }) => {
    const cited = texts ?? claims.flatMap((claim) => textsOf(propertiesOf(claim)["citations"]));
    return listed([...new Set(cited)], (citations) => ({ kind: "sources", citations }));
  },
  text: ({ scalar }) => (scalar === undefined ? null : { kind: "text", text: sameInAll(String(scalar)) }),
  number: ({ scalar }) => (typeof scalar === "number" ? { kind: "number", number: scalar } : null),
};

const idsOf = (claims: readonly Claim[]) => claims.map(({ id }) => id);

const sameInAll = (text: string) => ({ en: text, "zh-Hant": text, "zh-Hans": text });

export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === "string");

function figureOf({ observation: { id, properties } }: Extract<Claim, { kind: "observation" }>): CellFigure {
  const { measure, value, date, unit, currency, qualifier, textEn, textZhHant, textZhHans } = properties;
  const given = typeof value === "number" || typeof value === "string" ? value : date;
  const text = withTexts({ en: textEn, "zh-Hant": textZhHant, "zh-Hans": textZhHans });
  return {
    claim: id,
    measure: typeof measure === "string" ? measure : "",
    ...(typeof given === "number" || typeof given === "string" ? { value: given } : {}),
    ...(Object.keys(text).length === 0 ? {} : { text }),
    ...withTexts({ unit, currency, qualifier }),
  };
}

function withTexts<Name extends string>(values: Record<Name, unknown>): Partial<Record<Name, string>> {
  const entries = Object.entries(values).filter(([, value]) => typeof value === "string" && value !== "");
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}

function datesOf(claim: Claim): CellDates[] {
  const { start, end, ongoing, asOf, inferred } = propertiesOf(claim);
  if (start === undefined && end === undefined && ongoing === undefined && asOf === undefined) return [];
  const given = Object.entries({ start, end, ongoing, asOf, inferred }).filter(([, value]) => value !== undefined);
  return [CellDatesForm.parse({ claim: claim.id, ...Object.fromEntries(given) })];
}

/** The weakest of what the row rests on, since the whole is no surer than that. */
function certaintyOf(claims: readonly Claim[]): Omit<Extract<TableCell, { kind: "certainty" }>, "kind"> {
  const order = Certainty.options;
  const all = claims.map((claim) => Certainty.safeParse(propertiesOf(claim)["certainty"]).data ?? "stated");
  const certainty = all.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? "stated";
  const saidBy = [...new Set(claims.flatMap((claim) => textsOf(propertiesOf(claim)["saidBy"])))];
  return {
    certainty,
    ...(claims.some((claim) => propertiesOf(claim)["reported"] === true) ? { reported: true as const } : {}),
    ...(saidBy.length === 0 ? {} : { saidBy }),
  };
}
