/** Answers of the HTTP API. Requests are described beside their routes; every answer is parsed again by the client. */
import { z } from "zod";
import { OverlapAnswer } from "./careers.ts";
import { Certainty } from "./fact.ts";
import { GraphNode, GraphPath, GraphRelationship, Properties, Subgraph } from "./graph.ts";
import { LocalizedText } from "./language.ts";
import { Drawing, QuestionGroup, QuestionParameter } from "./question.ts";
import { QueryProblemKind, TextPosition } from "./query-problem.ts";
import { AnswerTable } from "./table.ts";

export { type ColumnName, columnNames } from "./column-names.ts";

export { Vocabulary } from "./vocabulary.ts";

/** How many entities one request for a subgraph names at most: in its address, or in its body. */
export const mostIds = { asked: 500, posted: 12_000 } as const;

/** A question with its blanks filled. */
export const AskedQuestion = z.object({
  question: z.string(),
  parameters: z.record(z.string(), z.array(z.string())),
  headline: LocalizedText,
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

export const DatasetSummary = z.object({
  id: z.string(),
  title: LocalizedText,
  description: LocalizedText,
  /** Changes whenever the data does. */
  version: z.string(),
  counts: z.object({
    entities: z.int(),
    relationships: z.int(),
    observations: z.int(),
    documents: z.int(),
    labels: z.record(z.string(), z.int()),
    types: z.record(z.string(), z.int()),
  }),
  firstQuestion: AskedQuestion,
  questions: z.array(AskedQuestion),
  /** Whether the documents' text is at hand, so that a citation can show its passage. */
  passages: z.boolean(),
  /** Whether any relationship has a date, so that there is a time to look at. */
  dated: z.boolean(),
  /** Whether any claims cannot both hold. */
  disputed: z.boolean(),
});
export type DatasetSummary = z.infer<typeof DatasetSummary>;

/** The columns of an answer drawn so; each holds node ids. */
export const Columns = z.object({
  elsewhere: z.array(z.string()),
  origins: z.array(z.string()),
  people: z.array(z.string()),
  destinations: z.array(z.string()),
  ties: z.array(z.string()),
});
export type Columns = z.infer<typeof Columns>;

/** A figure of an entity: `properties` carries measure, value or text, unit, currency, period, and what every claim carries. */
export const Observation = z.object({ id: z.string(), entity: z.string(), properties: Properties });
export type Observation = z.infer<typeof Observation>;

/** Figures of several entities that are a number or a date. */
export const FigureList = z.object({ observations: z.array(Observation) });
export type FigureList = z.infer<typeof FigureList>;

export const Answer = z.object({
  ...AskedQuestion.shape,
  standfirst: LocalizedText,
  /** What the colors of its usual look mean, in a sentence; left out where there is nothing to say. */
  colors: LocalizedText.optional(),
  drawing: Drawing,
  subgraph: Subgraph,
  /** Only where `drawing` is `columns`. */
  columns: Columns.optional(),
  /** Person → the origins they came from; only where `drawing` is `columns`. */
  origins: z.record(z.string(), z.array(z.string())).optional(),
  figures: z.record(z.string(), z.number()),
  /** The same answer as rows, each with what it rests on. */
  table: AnswerTable,
  /** The figures that the table shows. */
  observations: z.array(Observation),
  /** The documents cited by any claim of the answer. */
  documents: z.array(GraphNode),
  /** Entities that were asked about and of which nothing is known here that answers; not a "no". */
  unanswered: z.array(z.string()),
});
export type Answer = z.infer<typeof Answer>;

/** An answer in a sentence, over what is not known to have begun after a time; null where that cannot be told. */
export const AnswerWords = z.object({ standfirst: LocalizedText.nullable() });
export type AnswerWords = z.infer<typeof AnswerWords>;

/** A blank with what may fill it in this data set. */
export const Blank = z.object({
  ...QuestionParameter.shape,
  optional: z.boolean(),
  /** For entities: the labels that they may have; none where any will do. */
  labels: z.array(z.string()),
  /** For all else: the values that occur, with their words; for periods, the years. */
  values: z.array(z.object({ value: z.string(), caption: LocalizedText })),
});
export type Blank = z.infer<typeof Blank>;

export const QuestionSummary = z.object({
  id: z.string(),
  /** The title with the captions of its blanks in their places. */
  title: LocalizedText,
  group: QuestionGroup,
  parameters: z.record(z.string(), Blank),
  drawing: Drawing,
});
export type QuestionSummary = z.infer<typeof QuestionSummary>;

/** A piece of a phrase, and what it was taken to mean: the question itself, or what fills one of its blanks. */
export const Understood = z.object({
  text: z.string(),
  form: z.enum(["question", "entity", "label", "measure", "certainty", "choice", "period"]),
  parameter: z.string().optional(),
  value: z.string().optional(),
  caption: LocalizedText.optional(),
  /** What else it could mean. */
  others: z.array(z.object({ value: z.string(), caption: LocalizedText })),
});
export type Understood = z.infer<typeof Understood>;

export const PhraseOffer = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("question"),
    asked: AskedQuestion,
    understood: z.array(Understood),
    /** What carries meaning in the phrase and nothing of this question accounts for, as it was typed. */
    missed: z.array(z.string()),
  }),
  /** The way from one entity to another. */
  z.object({ kind: z.literal("path"), from: z.string(), to: z.string(), understood: z.array(Understood) }),
]);
export type PhraseOffer = z.infer<typeof PhraseOffer>;

/** What a phrase may ask, the best understood first; nothing where too little is understood. */
export const PhraseAnswer = z.object({ query: z.string(), offers: z.array(PhraseOffer) });
export type PhraseAnswer = z.infer<typeof PhraseAnswer>;

/** `exact` before `prefix` before `inside`. */
export const MatchKind = z.enum(["exact", "prefix", "inside"]);
export const SearchHit = z.object({
  node: GraphNode,
  match: MatchKind,
  /** The name, alias, ticker or romanization that matched, as it is written. */
  matched: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;
export const SearchAnswer = z.object({ query: z.string(), hits: z.array(SearchHit) });

export const RelationshipClaim = z.object({ relationship: GraphRelationship, neighbor: GraphNode });
export type RelationshipClaim = z.infer<typeof RelationshipClaim>;

/** One entity with what is claimed of it. Past `limit` claims `more` is true and the neighbors route pages on. */
export const EntityDetail = z.object({
  node: GraphNode,
  claims: z.array(RelationshipClaim),
  more: z.boolean(),
  observations: z.array(Observation),
  /** Claims that cannot hold together with one of these and belong to other entities. */
  rivals: z.object({ relationships: z.array(RelationshipClaim), observations: z.array(Observation) }),
  /** The documents cited by any of these claims. */
  documents: z.array(GraphNode),
});
export type EntityDetail = z.infer<typeof EntityDetail>;

export const Neighbors = z.object({
  subgraph: Subgraph,
  /** Distinct neighbors that fit the filters. */
  total: z.int(),
  /** Give it back as `cursor` for the next page; null on the last. */
  nextCursor: z.string().nullable(),
});
export type Neighbors = z.infer<typeof Neighbors>;

export const Direction = z.enum(["out", "in", "both"]);
export type Direction = z.infer<typeof Direction>;

export const NeighborCount = z.object({
  type: z.string(),
  direction: z.enum(["out", "in"]),
  label: z.string(),
  certainty: Certainty,
  /** Distinct neighbors. */
  neighbors: z.int(),
  relationships: z.int(),
});
export type NeighborCount = z.infer<typeof NeighborCount>;

/** What tells kinds of neighbors apart, as one word without a comma: `WORKED_AT.in.Person.stated`. */
export const kindOf = ({
  type,
  direction,
  label,
  certainty,
}: Pick<NeighborCount, "type" | "direction" | "label" | "certainty">): string =>
  [type, direction, label, certainty].join(".");

export const NeighborCounts = z.object({ total: z.int(), counts: z.array(NeighborCount) });
export type NeighborCounts = z.infer<typeof NeighborCounts>;

/** What joins a shared neighbor to one of those that share it; `out` where the relationship starts at that one. */
export const Tie = z.object({
  of: z.string(),
  type: z.string(),
  direction: z.enum(["out", "in"]),
  relationship: z.string(),
});
export type Tie = z.infer<typeof Tie>;

/** What several entities share; empty where nothing is shared that is known here. */
export const CommonGround = z.object({
  /** The entities that were compared. */
  ids: z.array(z.string()),
  /** How many relationships of theirs were looked at. */
  relationships: z.int(),
  /** Neighbors of at least two of them, those that most share first, and among these the least connected. */
  neighbors: z.array(z.object({ node: GraphNode, degree: z.int(), sharedBy: z.int(), ties: z.array(Tie) })),
  /** True when there are more neighbors than are given. */
  more: z.boolean(),
  /** Documents that say something of at least two of them. */
  documents: z.array(z.object({ node: GraphNode, sharedBy: z.int(), claims: z.int() })),
});
export type CommonGround = z.infer<typeof CommonGround>;

/** A path with what it is ranked by: its weakest certainty, and whether people whom it joins were together in time. */
export const RankedPath = GraphPath.extend({
  certainty: Certainty,
  /** A year on it comes from a document's context. */
  inferred: z.boolean(),
  /** Where it passes from one person to another at an organization: whether they were there at the same time. */
  meetings: z.array(z.object({ node: z.string(), answer: OverlapAnswer })),
});
export type RankedPath = z.infer<typeof RankedPath>;

export const Paths = z.object({
  /** The best first, up to a limit; empty when there is none within `maxLength`. */
  paths: z.array(RankedPath),
  /** Every claim between neighbors on a path, with what they join. */
  subgraph: Subgraph,
  documents: z.array(GraphNode),
  maxLength: z.int(),
  /** True when there are more than are given. */
  more: z.boolean(),
  /** Paths of up to this length were looked for; less than `maxLength` with nothing found: more would have to be read than one search may. */
  searched: z.int(),
});
export type Paths = z.infer<typeof Paths>;

/** What connects several entities: shortest paths that hold them together, each between two of them. */
export const Connection = z.object({
  paths: z.array(RankedPath),
  subgraph: Subgraph,
  documents: z.array(GraphNode),
  /** Those of the entities that no path joins to the first. */
  unreached: z.array(z.string()),
  maxLength: z.int(),
  /** As in `Paths`; the least among those that found nothing. */
  searched: z.int(),
});
export type Connection = z.infer<typeof Connection>;

export const DocumentList = z.object({
  documents: z.array(z.object({ node: GraphNode, claims: z.int() })),
});

/** What a document says: relationships with both ends among `nodes`, and figures. */
export const DocumentDetail = z.object({
  node: GraphNode,
  nodes: z.array(GraphNode),
  relationships: z.array(GraphRelationship),
  observations: z.array(Observation),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

/** A passage of a document whose text is at hand, with some text on either side. */
export const Passage = z.object({
  document: z.string(),
  start: z.int(),
  end: z.int(),
  before: z.string(),
  text: z.string(),
  after: z.string(),
});
export type Passage = z.infer<typeof Passage>;

export const Health = z.object({ status: z.literal("ok") });

/** application/problem+json (RFC 9457) with a remedy. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  remedy: z.string(),
  /** Of a person's own query: why it was refused, and where in its text the reason stands. */
  kind: QueryProblemKind.optional(),
  position: TextPosition.optional(),
  instance: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
