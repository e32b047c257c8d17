/** The columns of an open answer's table, its cells put into the reader's words. Pure. */
import type { Answer } from "../../schema/api.ts";
import { daysOf } from "../../schema/date.ts";
import { Certainty, parseCitation } from "../../schema/fact.ts";
import type { Properties } from "../../schema/graph.ts";
import { type Language, type LocalizedText, languages } from "../../schema/language.ts";
import type { CellDates, TableCell, TableColumn, TableRow } from "../../schema/table.ts";
import { formatDate, formatInterval, formatNumber } from "../strings/format.ts";
import { say } from "../strings/strings.ts";
import { wordDetails } from "../words/details.ts";
import { wordObservation } from "../words/wording.ts";
import { type Wording, linksCell, listMark } from "./columns.ts";
import type { Cell, Column } from "./model.ts";

type CellOf<Kind extends TableCell["kind"]> = Extract<TableCell, { kind: Kind }>;

/** What the cells point at: the answer's own relationships and figures. */
interface Context extends Wording {
  claims: ReadonlyMap<string, { type: string | null; properties: Properties }>;
  observations: ReadonlyMap<string, Answer["observations"][number]>;
}

/** The wording with the nodes and documents that the answer brings. */
function contextOf(answer: Answer, wording: Wording): Context {
  const nodes = new Map([...answer.documents, ...answer.subgraph.nodes].map((node) => [node.id, node]));
  const relationships = answer.subgraph.relationships.map(
    ({ id, type, properties }) => [id, { type, properties }] as const,
  );
  const figures = answer.observations.map(({ id, properties }) => [id, { type: null, properties }] as const);
  return {
    ...wording,
    nodeOf: (id) => nodes.get(id) ?? wording.nodeOf(id),
    claims: new Map<string, { type: string | null; properties: Properties }>([...relationships, ...figures]),
    observations: new Map(answer.observations.map((observation) => [observation.id, observation])),
  };
}

const inBest = (text: Partial<LocalizedText>, language: Language): { text: string; language: Language } | null => {
  const best = [language, ...languages].find((each) => text[each] !== undefined);
  return best === undefined ? null : { text: text[best] ?? "", language: best };
};

/** Words that several claims share are said once. */
function together(parts: readonly (string | null | undefined)[], language: Language): Cell | null {
  const said = [...new Set(parts.filter((part) => part !== null && part !== undefined && part !== ""))];
  return said.length === 0 ? null : { text: said.join(listMark[language]) };
}

function claimCell({ claims }: CellOf<"claim">, { language, vocabulary, claims: known }: Context): Cell | null {
  return together(
    claims.map((id) => {
      const { type = null, properties = {} } = known.get(id) ?? {};
      if (type !== null) return vocabulary.relationships[type]?.caption[language] ?? type;
      const { measure } = properties;
      return typeof measure === "string" ? (vocabulary.measures[measure]?.caption[language] ?? measure) : null;
    }),
    language,
  );
}

function detailsCell({ claims }: CellOf<"details">, { language, vocabulary, claims: known }: Context): Cell | null {
  return together(
    claims.flatMap((id) => {
      const { type = null, properties = {} } = known.get(id) ?? {};
      const forms = type === null ? undefined : vocabulary.relationships[type]?.properties;
      return wordDetails(forms, properties, language);
    }),
    language,
  );
}

function figureCell({ figures }: CellOf<"figure">, { language, vocabulary, observations }: Context): Cell | null {
  const words = figures.map(({ claim }) => {
    const observation = observations.get(claim);
    return observation === undefined ? null : wordObservation(observation, vocabulary, language);
  });
  const cell = together(
    words.map((each) => each?.text),
    language,
  );
  const [only, ...more] = figures;
  if (cell === null || only === undefined || more.length > 0) return cell;
  const { value } = only;
  if (typeof value === "number") return { ...cell, plain: value, order: value };
  return words[0] === null || words[0] === undefined ? cell : { ...cell, language: words[0].language };
}

const plainDates = ({ start, end, ongoing, asOf }: CellDates) =>
  asOf ?? (start === end ? (start ?? "") : `${start ?? ""}/${end ?? (ongoing ? ".." : "")}`);

const beginOf = ({ start, end, asOf }: CellDates): number => {
  const first = start ?? end ?? asOf;
  return first === undefined ? Infinity : daysOf(first).earliest;
};

function dateCell({ dates }: CellOf<"date">, { language }: Context): Cell | null {
  const words = dates.map((date) =>
    date.asOf === undefined ? formatInterval(date, language) : formatDate(date.asOf, language),
  );
  const cell = together(words, language);
  if (cell === null) return null;
  return {
    ...cell,
    plain: [...new Set(dates.map(plainDates))].join(" "),
    order: dates.reduce((first, date) => Math.min(first, beginOf(date)), Infinity),
  };
}

function certaintyCell({ certainty, reported, saidBy = [] }: CellOf<"certainty">, wording: Context): Cell {
  const { language, nodeOf } = wording;
  const word = say(language, reported && certainty === "planned" ? "table.reportedPlan" : `certainty.${certainty}`);
  const named = linksCell(saidBy, { ...wording, nodeOf })?.text;
  const who = named === undefined ? "" : say(language, "table.according", { name: named });
  return { text: word + who, order: Certainty.options.indexOf(certainty) };
}

function sourcesCell({ citations }: CellOf<"sources">, wording: Context): Cell | null {
  return linksCell([...new Set(citations.map((citation) => parseCitation(citation).document))], wording);
}

function cellOf(cell: TableCell, context: Context): Cell | null {
  const { language } = context;
  switch (cell.kind) {
    case "node":
      return linksCell(cell.nodes, context);
    case "claim":
      return claimCell(cell, context);
    case "details":
      return detailsCell(cell, context);
    case "figure":
      return figureCell(cell, context);
    case "date":
      return dateCell(cell, context);
    case "certainty":
      return certaintyCell(cell, context);
    case "sources":
      return sourcesCell(cell, context);
    case "text":
      return inBest(cell.text, language);
    case "number":
      break;
  }
  return { text: formatNumber(cell.number, language), plain: cell.number, order: cell.number };
}

const widths: Partial<Record<TableColumn["kind"], number>> = {
  node: 170,
  claim: 150,
  details: 200,
  sources: 240,
  date: 150,
  certainty: 120,
  number: 90,
};

export function answerColumns(answer: Answer, wording: Wording): Column<TableRow>[] {
  const context = contextOf(answer, wording);
  return answer.table.columns.map(({ id, caption, kind }, index) => ({
    id,
    caption: caption[wording.language],
    width: widths[kind] ?? 150,
    isNumeric: kind === "number",
    cell: (row) => {
      const cell = row.cells[index];
      return cell === null || cell === undefined ? null : cellOf(cell, context);
    },
  }));
}
