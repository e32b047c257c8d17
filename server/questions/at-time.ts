/** An answer in a sentence as of a time: over the rows of which nothing is known to have begun later. */
import type { AnswerWords } from "../../schema/api.ts";
import { type Period, datedOf, daysOfPeriod, isShownThen, presenceOf } from "../../schema/as-of.ts";
import type { GraphRelationship, Properties } from "../../schema/graph.ts";
import { languages } from "../../schema/language.ts";
import { typesWithRole, type Vocabulary } from "../../schema/vocabulary.ts";
import type { GraphDatabase, Row } from "../database/database.ts";
import { getObservations, getRelationships, getSubgraph } from "../queries/index.ts";
import { readAnswer, tell } from "./ask.ts";
import type { Asked } from "./asked.ts";
import { type Brief, findBriefly, judgeBriefly, judgedBy } from "./brief.ts";
import { drawColumns, drawnOf, readColumnRows } from "./columns.ts";
import type { FilledQuestion, GivenParameters } from "./fill.ts";
import { drawNetwork } from "./network.ts";
import { boundsIn, inPeriod } from "./period.ts";
import { type FoundRow, propertiesOf, readRows } from "./rows.ts";
import { blanksOf } from "./wording.ts";

/** A time that is looked at; `undated` says whether what has no date takes part. */
export interface LookedAt {
  period: Period;
  undated: boolean;
}

/** Of more people than these it is not worked out. */
const mostPeople = 500;

/** Figures of columns that the rows do not tell. */
const besideRows = new Set(["elsewhere", "ties", "tiesNotDrawn", "peopleNotDrawn"]);

/** The sentence; null where what is drawn of the answer does not tell its figures. */
export async function wordAnswer(
  asked: Asked,
  id: string,
  given: GivenParameters,
  time: LookedAt,
): Promise<AnswerWords> {
  const { filled, rows } = await readAnswer(asked, id, given);
  const isShown = showing(time);
  const standfirst =
    filled.question.drawing === "columns"
      ? await wordColumns(asked, filled, rows, isShown)
      : filled.question.brief
        ? await wordBriefly(asked, filled, rows, isShown)
        : wordNetwork(filled, rows, asked.dataset.vocabulary, isShown);
  return { standfirst };
}

const idsOf = ({ claims }: FoundRow): string[] => claims.map(({ id }) => id);

type Showing = (properties: Properties) => boolean;

function showing({ period, undated }: LookedAt): Showing {
  const days = daysOfPeriod(period);
  const today = Number(new Date().toISOString().slice(0, 10).replaceAll("-", ""));
  return (properties) => {
    const dated = { ...datedOf(properties), ...boundsIn(properties) };
    return isShownThen(presenceOf(dated, days, today), undated);
  };
}

function wordNetwork(filled: FilledQuestion, answered: readonly Row[], vocabulary: Vocabulary, isShown: Showing) {
  const { question, entities, period } = filled;
  const all = readRows(answered);
  const { falling } = period === null ? { falling: all } : inPeriod(all, period, question.falls);
  const shown = falling.filter(({ claims }) =>
    claims.length === 0 ? isShown({}) : claims.every((claim) => isShown(propertiesOf(claim))),
  );
  const asked = Object.values(entities).flat();
  const options = { most: question.most, keepOrder: question.columns !== undefined };
  const { figures, names } = drawNetwork(shown, vocabulary, asked, options);
  const drawn = new Set(drawNetwork(falling, vocabulary, asked, options).rows.flatMap(idsOf));
  const notDrawn = new Set(shown.flatMap(idsOf).filter((id) => !drawn.has(id))).size;
  return tell(filled, shown.length > 0, { ...figures, notDrawn, undecided: 0, ...filled.figures }, names, {
    unanswered: [],
  });
}

/** Of more claims than these the dates are not fetched. */
const mostFetched = 5000;

/** The claims are asked for their times; where those are too many, rows in brief tell their dates if their query returns them. */
async function wordBriefly(
  { database, dataset: { vocabulary } }: Asked,
  filled: FilledQuestion,
  answered: readonly Row[],
  isShown: Showing,
) {
  const all = answered.map((row) => ({ row, brief: row as unknown as Brief }));
  const fetched = await fetchTimes(
    database,
    all.map(({ brief }) => brief),
  );
  const timesOf = fetched ?? (filled.question.cypher.includes("AS endEarliest") ? judgedBy : null);
  if (timesOf === null) return null;
  const shown = all.filter(({ brief }) => isShown(timesOf(brief))).map(({ row }) => row);
  const drawn = new Set(judgeBriefly(filled, answered).shown.map(({ id }) => id));
  const { figures, falling } = await findBriefly(database, filled, shown, vocabulary, drawn);
  return tell(filled, falling > 0, { ...figures, undecided: 0, ...filled.figures }, {}, { unanswered: [] });
}

/** What of each claim tells its time; null where that is too much to fetch, or where there are rows that are no claims. */
async function fetchTimes(
  database: GraphDatabase,
  briefs: readonly Brief[],
): Promise<((brief: Brief) => Properties) | null> {
  if (briefs.length > mostFetched || briefs.some(({ startId }) => typeof startId !== "string")) return null;
  const figures = briefs.filter(({ type }) => typeof type !== "string");
  const [relationships, observations] = await Promise.all([
    getRelationships(
      database,
      briefs.filter(({ type }) => typeof type === "string").map(({ id, startId }) => ({ id, start: startId ?? "" })),
    ),
    getObservations(
      database,
      figures.map(({ id }) => id),
    ),
  ]);
  const known = new Map([...relationships, ...observations].map(({ id, properties }) => [id, properties]));
  return ({ id }) => known.get(id) ?? {};
}

async function wordColumns(
  { database, dataset: { vocabulary } }: Asked,
  filled: FilledQuestion,
  answered: readonly Row[],
  isShown: Showing,
) {
  const used = languages.flatMap((language) => blanksOf(filled.question.standfirst[language], language));
  const rows = readColumnRows(answered);
  const people = new Set(rows.map(({ person }) => person));
  if (people.size > mostPeople || used.some((blank) => besideRows.has(blank))) return null;
  const asked = Object.values(filled.entities).flatMap((nodes) => nodes.map((node) => node.id));
  const { relationships } = await getSubgraph(database, [
    ...people,
    ...rows.flatMap((row) => [row.origin, row.destination]),
  ]);
  const between = new Map<string, GraphRelationship[]>();
  for (const each of relationships.filter(({ properties }) => isShown(properties))) {
    const key = `${each.start} ${each.end}`;
    between.set(key, [...(between.get(key) ?? []), each]);
  }
  const [careers, foundings] = [typesWithRole(vocabulary, "career"), typesWithRole(vocabulary, "founding")];
  const shown = rows.flatMap(({ origin, person, destination }) => {
    const jobs = (between.get(`${person} ${origin}`) ?? []).filter(({ type }) => careers.includes(type));
    const ties = between.get(`${person} ${destination}`) ?? [];
    const founded = ties.some(({ type }) => foundings.includes(type));
    const works = ties.some(({ type, properties }) => careers.includes(type) && properties["ongoing"] === true);
    return jobs.length > 0 && (founded || works) ? [{ origin, person, destination, founded }] : [];
  });
  const { figures, words } = await drawColumns(database, shown, vocabulary, asked);
  const drawn = new Set(drawnOf([...people]));
  const peopleNotDrawn = new Set(shown.map(({ person }) => person).filter((id) => !drawn.has(id))).size;
  const all = { ...figures, peopleNotDrawn, ...filled.figures };
  return tell(filled, shown.length > 0, all, words, { unanswered: [] });
}
