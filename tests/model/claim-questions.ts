/** What the questions about claims should answer: each keeps those claims that it asks for, and draws them. */
import type { Row } from "../../server/database/database.ts";
import type { ModelNode, ModelRelationship } from "./graph.ts";
import type { Answer, Given } from "./model.ts";
import {
  byKeys,
  degreeOf,
  distinct,
  entitiesOf,
  entityOf,
  figure,
  node,
  relationship,
  text,
  texts,
  type View,
} from "./view.ts";

/** A relationship with its ends, as a network is drawn. */
export const drawn = (view: View, claim: ModelRelationship): Row => ({
  id: claim.id,
  relationship: relationship(claim),
  startNode: node(entityOf(view, claim.start)),
  endNode: node(entityOf(view, claim.end)),
});

const timeOf = ({ properties }: Pick<ModelRelationship, "properties">) =>
  properties["startEarliest"] ?? properties["endEarliest"] ?? 99_999_999;

export const inTime = (view: View, claims: readonly ModelRelationship[]): Row[] =>
  claims.map((claim) => ({ time: timeOf(claim), ...drawn(view, claim) })).sort(byKeys("time", "id"));

const bounds = ["startEarliest", "startLatest", "endEarliest", "endLatest", "ongoing", "noEarlier"];

/** A claim by its ids, with what it is counted and ordered by, and `more` of its properties. */
function brief(
  { id, properties }: Pick<ModelRelationship, "id" | "properties">,
  ends: { type: string | null; startId: string; endId: string | null },
  more: readonly string[],
): Row {
  return {
    id,
    ...ends,
    time: timeOf({ properties }),
    dated: properties["start"] !== undefined || properties["end"] !== undefined,
    citations: properties["citations"] ?? null,
    ...Object.fromEntries(more.map((name) => [name, properties[name] ?? null])),
  };
}

const brieflyDrawn = (claim: ModelRelationship, more: readonly string[]): Row =>
  brief(claim, { type: claim.type, startId: claim.start, endId: claim.end }, more);

type Keep = (claim: ModelRelationship, given: Given, view: View) => boolean;

/** The claims that are kept, in order of time. */
const claimsThat =
  (...keep: Keep[]): Answer =>
  (view, given) =>
    inTime(
      view,
      view.claims.filter((claim) => keep.every((each) => each(claim, given, view))),
    );

/** The same, by their ids. */
const brieflyThat =
  (more: readonly string[], ...keep: Keep[]): Answer =>
  (view, given) =>
    view.claims
      .filter((claim) => keep.every((each) => each(claim, given, view)))
      .map((claim) => brieflyDrawn(claim, more));

const ofRoles =
  (...roles: string[]): Keep =>
  ({ type }, given) =>
    roles.some((role) => texts(given[role]).includes(type));
const at =
  (name: string): Keep =>
  ({ end }, given) =>
    texts(given[name]).includes(end);
const touching =
  (name: string): Keep =>
  ({ start, end }, given) =>
    texts(given[name]).some((id) => id === start || id === end);
/** A blank that was left open lets everything through. */
const orOpen =
  (name: string, keep: Keep): Keep =>
  (claim, given, view) =>
    texts(given[name]).length === 0 || keep(claim, given, view);

const leads: Keep = ({ properties: { titleEn, titleZhHant } }, given) =>
  texts(given["leadingWords"]).some(
    (each) =>
      (typeof titleEn === "string" && titleEn.toLowerCase().includes(each)) ||
      (typeof titleZhHant === "string" && titleZhHant.includes(each)),
  );

const onExchange: Keep = ({ end }, given, view) => {
  const asked = texts(given["exchanges"]);
  const wholes = (id: string) =>
    view
      .from(id)
      .filter(({ type }) => texts(given["membershipTypes"]).includes(type))
      .map((part) => part.end);
  return [end, ...wholes(end), ...wholes(end).flatMap(wholes)].some((id) => asked.includes(id));
};

interface DrawnName {
  readonly id: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const drawnName = (entity: ModelNode) => ({ degree: degreeOf(entity), node: node(entity), relationship: null });
const drawnLine = (claim: ModelRelationship) => ({ degree: null, node: null, relationship: relationship(claim) });

/** A part of the graph: names, and of what starts or ends at each what is listed. */
function drawnPart(view: View, part: readonly DrawnName[]): Row[] {
  const known = part.filter(({ id }) => view.byId.has(id));
  return [
    ...known.map(({ id }) => drawnName(entityOf(view, id))),
    ...known.flatMap(({ id, from }) =>
      view
        .from(id)
        .filter((claim) => from.includes(claim.id))
        .map(drawnLine),
    ),
    ...known.flatMap(({ id, to }) =>
      view.claims.filter((claim) => claim.end === id && to.includes(claim.id)).map(drawnLine),
    ),
  ];
}

type KeepFigure = (observation: ModelNode, entity: string, given: Given) => boolean;

function figures(view: View, given: Given, keep: KeepFigure): { observation: ModelNode; entity: string }[] {
  return view.observations.flatMap((observation) =>
    view
      .figuredOf(observation.id)
      .filter((entity) => view.byId.has(entity) && keep(observation, entity, given))
      .map((entity) => ({ observation, entity })),
  );
}

/** Relationships and figures together. */
const bothThat =
  (keep: Keep, keepFigure: KeepFigure): Answer =>
  (view, given) => [
    ...view.claims
      .filter((claim) => keep(claim, given, view))
      .map((claim) => Object.assign(drawn(view, claim), { observation: null })),
    ...figures(view, given, keepFigure).map(({ observation, entity }) => ({
      id: observation.id,
      observation: figure(observation, entity),
      relationship: null,
      startNode: node(entityOf(view, entity)),
      endNode: null,
    })),
  ];

const bothBrieflyThat =
  (keep: Keep, keepFigure: KeepFigure, more: readonly string[] = []): Answer =>
  (view, given) => [
    ...view.claims.filter((claim) => keep(claim, given, view)).map((claim) => brieflyDrawn(claim, more)),
    ...figures(view, given, keepFigure).map(({ observation, entity }) =>
      brief(observation, { type: null, startId: entity, endId: null }, more),
    ),
  ];

const figuresThat =
  (keep: KeepFigure): Answer =>
  (view, given) =>
    figures(view, given, keep)
      .map(({ observation, entity }) => ({
        id: observation.id,
        observation: figure(observation, entity),
        startNode: node(entityOf(view, entity)),
      }))
      .sort(byKeys("id"));

const isOf = (name: string, given: Given, entity: string) =>
  texts(given[name]).length === 0 || texts(given[name]).includes(entity);
const hasRivals = ({ properties }: Pick<ModelRelationship, "properties">) => texts(properties["rivals"]).length > 0;
const cites = ({ properties }: Pick<ModelRelationship, "properties">, given: Given) =>
  texts(properties["citations"]).some((citation) => citation.startsWith(`${text(given["document"])}#`));
const isDated = ({ properties }: Pick<ModelRelationship, "properties">) =>
  ["start", "end", "asOf", "date"].some((name) => properties[name] !== undefined);
const isSo = (value: unknown, wanted: unknown) => typeof value === "string" && texts(wanted).includes(value);

/** Cites nothing, or is not stated outright. */
const isDoubted = ({ properties }: Pick<ModelRelationship, "properties">) =>
  texts(properties["citations"]).length === 0 || (properties["certainty"] ?? "stated") !== "stated";
const lacksDate: Keep = (claim, given, view) =>
  claim.properties["start"] === undefined &&
  claim.properties["end"] === undefined &&
  ofRoles("careerTypes", "educationTypes", "foundingTypes", "moneyTypes", "listingTypes")(claim, given, view);

/** Not known to have begun before the period or after it. */
function mayBeginIn({ properties }: ModelRelationship, given: Given): boolean {
  const { startEarliest = 0, startLatest, endLatest, endEarliest } = properties;
  const latest = startLatest ?? endLatest ?? endEarliest ?? 99_999_999;
  return Number(startEarliest) <= Number(given["periodLast"]) && Number(latest) >= Number(given["periodFirst"]);
}

/** Former employees and what else they are joined to. */
function alumni(
  view: View,
  given: Given,
  keep: Keep,
): { former: string; person: string; jobs: ModelRelationship[]; tie: ModelRelationship }[] {
  const companies = [...new Set(texts(given["companies"]))];
  return entitiesOf(view, companies).flatMap((former) => {
    const jobs = view
      .around(former.id)
      .map(({ claim }) => claim)
      .filter((claim) => claim.end === former.id && ofRoles("careerTypes")(claim, given, view));
    const left = keep === leadsNow ? jobs.filter(({ properties }) => properties["ongoing"] !== true) : jobs;
    return [...new Set(left.map(({ start }) => start))].flatMap((person) => {
      const own = left.filter(({ start }) => start === person);
      return view
        .from(person)
        .filter((tie) => !companies.includes(tie.end) && keep(tie, given, view))
        .map((tie) => ({ former: former.id, person, jobs: own, tie }));
    });
  });
}

const leadsNow: Keep = (tie, given, view) => {
  const { makes } = given;
  const others = view.from(tie.end);
  const makesIt =
    makes === null ||
    others.some(
      (making) =>
        ofRoles("makingTypes")(making, given, view) && entityOf(view, making.end).labels.includes(text(makes)),
    );
  const belongs =
    texts(given["groups"]).length === 0 ||
    others.some(
      (belonging) => ofRoles("membershipTypes")(belonging, given, view) && at("groups")(belonging, given, view),
    );
  const wanted =
    ofRoles("foundingTypes")(tie, given, view) || (ofRoles("careerTypes")(tie, given, view) && leads(tie, given, view));
  return wanted && makesIt && belongs;
};

const isNotOlder = (tie: ModelRelationship, jobs: readonly ModelRelationship[]) => {
  const began = Math.min(...jobs.map(({ properties }) => Number(properties["startEarliest"] ?? 0)));
  return Number(tie.properties["startLatest"] ?? tie.properties["endLatest"] ?? 99_999_999) >= began;
};

const alumniRow = (view: View, { former, person, jobs, tie }: ReturnType<typeof alumni>[number]): Row => ({
  id: tie.id,
  origin: former,
  person: node(entityOf(view, person)),
  former: node(entityOf(view, former)),
  jobs: jobs.map(relationship),
  other: node(entityOf(view, tie.end)),
  relationship: relationship(tie),
});

function lineage(view: View, given: Given): Row[] {
  const thing = text(given["thing"]);
  const isLine = (claim: ModelRelationship) => ofRoles("lineageTypes")(claim, given, view);
  const walk = (up: boolean): ModelRelationship[] => {
    const found: ModelRelationship[] = [];
    let reached = new Set([thing]);
    for (let step = 0; step < 3; step++) {
      const lines = view.claims.filter((claim) => isLine(claim) && reached.has(up ? claim.start : claim.end));
      found.push(...lines);
      reached = new Set(lines.map((claim) => (up ? claim.end : claim.start)));
    }
    return found;
  };
  const makers = view.claims.filter((claim) => claim.end === thing && ofRoles("makingTypes")(claim, given, view));
  return distinct([...walk(true), ...walk(false), ...makers].map((claim) => drawn(view, claim)));
}

function members(view: View, given: Given): Row[] {
  return entitiesOf(view, [...new Set(texts(given["groups"]))])
    .flatMap((group) =>
      view.claims
        .filter((claim) => claim.end === group.id && ofRoles("membershipTypes")(claim, given, view))
        .flatMap((claim) => {
          const citations = texts(claim.properties["citations"]);
          const sources = new Set(citations.map((citation) => citation.split("#")[0] ?? ""));
          return entitiesOf(view, [...sources]).map((document) => ({
            whole: group.id,
            source: document.id,
            id: claim.id,
            group: node(group),
            document: node(document),
            member: node(entityOf(view, claim.start)),
            relationship: relationship(claim),
            citations: citations.filter((citation) => citation.split("#")[0] === document.id),
          }));
        }),
    )
    .sort(byKeys("whole", "source", "id"));
}

export const claimQuestions: Readonly<Record<string, Answer>> = {
  "questions/left-to-lead": (view, given) =>
    alumni(view, given, leadsNow)
      .filter(({ tie, jobs }) => isNotOlder(tie, jobs))
      .map((found) => Object.assign(alumniRow(view, found), { someone: found.person }))
      .sort(byKeys("origin", "someone", "id")),
  "questions/founded-by-alumni-of": (view, given) =>
    alumni(view, given, ofRoles("foundingTypes"))
      .map((found) => Object.assign(alumniRow(view, found), { founded: found.tie.end }))
      .sort(byKeys("founded", "id", "origin")),
  "questions/founders-from-each": (view, given) => {
    const companies = texts(given["companies"]);
    const found = alumni(view, given, ofRoles("foundingTypes"));
    const placesOf = (someone: string) =>
      new Set(found.filter(({ person }) => person === someone).map(({ former }) => former)).size;
    return found
      .filter(({ person }) => placesOf(person) === companies.length)
      .map((each) => Object.assign(alumniRow(view, each), { someone: each.person }))
      .sort(byKeys("someone", "id", "origin"));
  },
  "questions/worked-at-both": (view, given) => {
    const companies = texts(given["companies"]);
    const ties = view.claims.filter(
      (claim) => companies.includes(claim.end) && ofRoles("careerTypes", "foundingTypes")(claim, given, view),
    );
    const placesOf = (person: string) =>
      new Set(ties.filter(({ start }) => start === person).map(({ end }) => end)).size;
    return inTime(
      view,
      ties.filter(({ start }) => placesOf(start) === companies.length),
    )
      .map((row) => Object.assign(row, { someone: (row["startNode"] as { id: string }).id }))
      .sort(byKeys("someone", "time", "id"));
  },
  "questions/people-of": claimsThat(ofRoles("careerTypes", "foundingTypes", "contributionTypes"), at("organizations")),
  "questions/founders-of": claimsThat(ofRoles("foundingTypes"), at("organizations")),
  "questions/leaders-of": claimsThat(ofRoles("careerTypes"), at("organizations"), leads),
  "questions/studied-at": claimsThat(ofRoles("educationTypes"), at("schools")),
  "questions/worked-on": claimsThat(ofRoles("contributionTypes"), at("things")),
  "questions/partners-of": claimsThat(ofRoles("tradeTypes"), touching("companies")),
  "questions/belongs-to": claimsThat(ofRoles("membershipTypes"), touching("entities")),
  "questions/located-in": claimsThat(ofRoles("placeTypes"), at("places")),
  "questions/at-event": claimsThat(ofRoles("eventTypes"), at("events")),
  "questions/between": claimsThat(({ start }, given) => texts(given["entities"]).includes(start), at("entities")),
  "questions/restrictions": brieflyThat(bounds, ofRoles("restrictionTypes"), orOpen("entities", touching("entities"))),
  "questions/recommendations": brieflyThat(
    [],
    ofRoles("recommendationTypes"),
    orOpen("entities", touching("entities")),
  ),
  "questions/recruited-by": brieflyThat([], ofRoles("acquaintanceTypes"), orOpen("people", touching("people"))),
  "questions/investments": brieflyThat(
    bounds,
    ofRoles("moneyTypes"),
    orOpen("investors", ({ start }, given) => texts(given["investors"]).includes(start)),
    orOpen("companies", at("companies")),
  ),
  "questions/shared-investors": (view, given) => {
    const money = view.claims.filter(
      (claim) => ofRoles("moneyTypes")(claim, given, view) && orOpen("companies", at("companies"))(claim, given, view),
    );
    const endsOf = (investor: string) => new Set(money.filter(({ start }) => start === investor).map(({ end }) => end));
    return money.filter(({ start }) => endsOf(start).size > 1).map((claim) => brieflyDrawn(claim, []));
  },
  "questions/listings": brieflyThat(
    bounds,
    ofRoles("listingTypes"),
    orOpen("companies", ({ start }, given) => texts(given["companies"]).includes(start)),
    orOpen("stages", ({ properties }, given) => isSo(properties["status"], given["stages"])),
    orOpen("exchanges", onExchange),
  ),
  "questions/makers-of": brieflyThat([], ofRoles("makingTypes"), ({ end }, given, view) =>
    entityOf(view, end).labels.includes(text(given["kind"])),
  ),
  "questions/members-of": members,
  "questions/lineage-of": lineage,
  "questions/figures-of": figuresThat((_, entity, given) => texts(given["entities"]).includes(entity)),
  "questions/figures-by-measure": figuresThat(
    ({ properties }, entity, given) => properties["measure"] === given["measure"] && isOf("entities", given, entity),
  ),
  "questions/claims-of": bothBrieflyThat(cites, (observation, _, given) => cites(observation, given)),
  "questions/claims-by-certainty": bothBrieflyThat(
    (claim, given, view) =>
      isSo(claim.properties["certainty"], given["certainty"]) &&
      orOpen("entities", touching("entities"))(claim, given, view),
    ({ properties }, entity, given) =>
      isSo(properties["certainty"], given["certainty"]) && isOf("entities", given, entity),
  ),
  "questions/to-be-checked": bothBrieflyThat(
    (claim, given, view) =>
      (isDoubted(claim) || lacksDate(claim, given, view)) &&
      orOpen("entities", touching("entities"))(claim, given, view),
    (observation, entity, given) => isDoubted(observation) && isOf("entities", given, entity),
  ),
  "questions/disagreements": bothBrieflyThat(
    (claim, given, view) => hasRivals(claim) && orOpen("entities", touching("entities"))(claim, given, view),
    (observation, entity, given) => hasRivals(observation) && isOf("entities", given, entity),
  ),
  "questions/said-by": bothBrieflyThat(
    ({ properties }, given) => isSo(properties["saidBy"], given["speakers"]),
    ({ properties }, _, given) => isSo(properties["saidBy"], given["speakers"]),
    ["saidBy"],
  ),
  "questions/known-of": bothThat(touching("entities"), (_, entity, given) => texts(given["entities"]).includes(entity)),
  "questions/happened-in": (view, given) => [
    ...view.claims
      .filter(({ properties }) => properties["start"] !== undefined || properties["end"] !== undefined)
      .filter((claim) => mayBeginIn(claim, given))
      .map((claim) => Object.assign(brieflyDrawn(claim, bounds), { date: null })),
    ...figures(view, given, isDated).map(({ observation, entity }) =>
      Object.assign(brief(observation, { type: null, startId: entity, endId: null }, bounds), {
        date: observation.properties["date"] ?? observation.properties["asOf"] ?? null,
      }),
    ),
  ],
  "questions/around": (view, given) => {
    const asked = text(given["entity"]);
    if (!view.byId.has(asked)) return [];
    const near = distinct(view.around(asked).map(({ other }) => ({ id: other.id })))
      .filter(({ id }) => id !== asked)
      .map(({ id }) => ({ id, degree: distinct(view.around(id).map(({ other }) => ({ id: other.id }))).length }))
      .sort(byKeys("-degree", "id"));
    const all = new Set([...near.slice(0, 40).map(({ id }) => id), asked]);
    return [...all]
      .flatMap((id) => view.from(id).filter(({ end }) => all.has(end)))
      .map((claim) =>
        Object.assign(drawn(view, claim), {
          neighborsInAll: near.length,
          furtherInAll: Math.max(0, near.length - 40),
        }),
      );
  },
  "questions/everything": (view, given) => {
    const core = given["core"] as DrawnName[];
    if (core.length > 0) return drawnPart(view, core);
    const isDrawn = (entity: ModelNode) => !entity.labels.includes("Document");
    const claims = view.claims.filter(({ start, end }) => [start, end].every((id) => isDrawn(entityOf(view, id))));
    return [...view.entities.filter(isDrawn).map(drawnName), ...claims.map(drawnLine)];
  },
  "questions/best-connected": (view, given) => drawnPart(view, given["backbone"] as DrawnName[]),
  "questions/all-of": (view, given) =>
    view.entities
      .filter(({ labels }) => labels.includes(text(given["kind"])))
      .map(({ id, properties }) => ({ id, degree: properties["degree"] ?? null })),
};
