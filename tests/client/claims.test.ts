import { describe, expect, it } from "vitest";
import {
  comparableSeries,
  countAll,
  disagreements,
  groupClaims,
  longestList,
  openGroups,
  summarize,
} from "../../client/facts/claim-lists.ts";
import { citationsOf, citedDocuments, claimId, inOrderOfTime } from "../../client/facts/claims.ts";
import type { EntityDetail, NeighborCount, Observation, RelationshipClaim } from "../../schema/api.ts";
import type { Properties } from "../../schema/graph.ts";

const node = (id: string) => ({ id, labels: ["Entity", "Person"], properties: {} });
const claim = (id: string, properties: Properties = {}, type = "WORKED_AT"): RelationshipClaim => ({
  relationship: { id, type, start: "ada", end: id, properties },
  neighbor: node(id),
});
const figure = (id: string, properties: Properties): Observation => ({ id, entity: "ada", properties });
const detailOf = (parts: Partial<EntityDetail>): EntityDetail => ({
  node: node("ada"),
  claims: [],
  more: false,
  observations: [],
  rivals: { relationships: [], observations: [] },
  documents: [],
  ...parts,
});
const idsOf = (claims: readonly RelationshipClaim[]) => claims.map(({ relationship }) => relationship.id);

describe("claims", () => {
  it("have one source where several passages of one document say them", () => {
    const citations = citationsOf({ citations: ["letters#1-5", "letters#20-25", "deeds#1-5"] });
    expect(citations).toHaveLength(3);
    expect(citedDocuments(citations)).toEqual(["letters", "deeds"]);
  });

  it("stand in order of time, the undated last", () => {
    const claims = [
      claim("undated"),
      claim("later", { startEarliest: 20200101 }),
      claim("until", { endEarliest: 19990101 }),
      claim("first", { startEarliest: 19920401 }),
    ];
    expect(idsOf(inOrderOfTime(claims, {}))).toEqual(["first", "until", "later", "undated"]);
  });

  it("without dates come the strongest first, by the weight or the only number of their type", () => {
    const caption = { en: "n", "zh-Hant": "n", "zh-Hans": "n" };
    const number = { form: "number" as const, caption };
    const claims = [
      claim("weak", { weight: 2, since: 9 }, "NEAR"),
      claim("untold", {}, "NEAR"),
      claim("strong", { weight: 31, since: 1 }, "NEAR"),
      claim("dated", { startEarliest: 19990101, weight: 1 }, "NEAR"),
    ];
    const ordered = (properties: Record<string, typeof number>) =>
      idsOf(inOrderOfTime(claims, { NEAR: { properties } }));
    expect(ordered({ weight: number, since: number })).toEqual(["dated", "strong", "weak", "untold"]);
    expect(ordered({ since: number })).toEqual(["dated", "weak", "strong", "untold"]);
    expect(ordered({ since: number, place: number })).toEqual(["dated", "weak", "untold", "strong"]);
  });

  describe("of a hub whose claims are not all listed", () => {
    const counted = (
      label: string,
      direction: "in" | "out",
      relationships: number,
      type = "WORKED_AT",
    ): NeighborCount => ({
      type,
      direction,
      label,
      certainty: "stated",
      neighbors: relationships,
      relationships,
    });
    const counts = [counted("Person", "in", 900), counted("Person", "out", 30), counted("City", "out", 70, "LIES_IN")];
    const group = { type: "WORKED_AT", outgoing: false, claims: [claim("a")] };

    it("are counted by type and direction", () => {
      expect(countAll(group, counts, 1000, true)).toBe(900);
    });

    it("are counted by type alone where the direction says nothing", () => {
      expect(countAll(group, counts, 1000, false)).toBe(930);
    });

    it("are not counted where a neighbor is of two kinds", () => {
      expect(countAll(group, [...counts, counted("Founder", "in", 900)], 1000, true)).toBeUndefined();
    });
  });

  it("are grouped by type and direction once there are more than fit one list", () => {
    const few = Array.from({ length: longestList }, (_, index) => claim(`c${index}`));
    expect(groupClaims(few, "ada")).toBeNull();
    const incoming: RelationshipClaim = {
      relationship: { id: "in", type: "WORKED_AT", start: "bob", end: "ada", properties: {} },
      neighbor: node("bob"),
    };
    const groups = groupClaims([...few, incoming, claim("f", {}, "FOUNDED")], "ada");
    expect(groups?.map(({ type, outgoing, claims }) => [type, outgoing, claims.length])).toEqual([
      ["WORKED_AT", true, longestList],
      ["WORKED_AT", false, 1],
      ["FOUNDED", true, 1],
    ]);
  });

  it("are one group where their type holds both ways", () => {
    const outgoing = Array.from({ length: longestList }, (_, index) => claim(`c${index}`));
    const incoming: RelationshipClaim = {
      relationship: { id: "in", type: "WORKED_AT", start: "bob", end: "ada", properties: {} },
      neighbor: node("bob"),
    };
    const groups = groupClaims([...outgoing, incoming], "ada", () => false);
    expect(groups?.map(({ type, claims }) => [type, claims.length])).toEqual([["WORKED_AT", longestList + 1]]);
  });

  it("of many kinds begin folded but for the first, and open where they are soon read", () => {
    const many = ["A", "B", "C"].flatMap((type) =>
      Array.from({ length: 10 }, (_, i) => claim(`${type}${i}`, {}, type)),
    );
    const groups = groupClaims([claim("one", {}, "ONE"), ...many], "ada") ?? [];
    expect([...openGroups(groups)].map(({ type }) => type)).toEqual(["A"]);
    expect([...openGroups(groups, 20)].map(({ type }) => type)).toEqual(["ONE", "A", "B", "C"]);
    expect([...openGroups(groups, 4)].map(({ type }) => type)).toEqual(["A"]);
  });

  it("are counted with their dates and documents", () => {
    const detail = detailOf({
      claims: [claim("a", { start: "2006", citations: ["x#1-2", "y#3-4"] }), claim("b", { citations: ["x#5-6"] })],
      observations: [figure("f", { asOf: "2025", citations: ["x#7-8"] }), figure("g", { citations: ["z#1-2"] })],
    });
    expect(summarize(detail)).toEqual({ facts: 4, dated: 2, documents: 3 });
  });

  it("say where they were read", () => {
    expect(citationsOf({ citations: ["some-paper#120-164"] })).toEqual([
      { document: "some-paper", start: 120, end: 164 },
    ]);
    expect(citationsOf({})).toEqual([]);
  });
});

describe("disagreements", () => {
  const detail = detailOf({
    claims: [claim("a", { rivals: ["b"], rivalTopicEn: "who came first" }), claim("c")],
    observations: [figure("f", { rivals: ["g"], rivalTopicEn: "how many" })],
    rivals: { relationships: [claim("b", { rivals: ["a"] })], observations: [figure("g", { rivals: ["f"] })] },
  });

  it("bring rivals together, of this entity and of others, with what they are about", () => {
    const found = disagreements(detail, "en").map(({ topic, claims }) => [topic?.text, claims.map(claimId)]);
    expect(found).toEqual([
      ["who came first", ["a", "b"]],
      ["how many", ["f", "g"]],
    ]);
  });

  it("can be narrowed to those of one claim", () => {
    expect(disagreements(detail, "en", "b")).toHaveLength(1);
    expect(disagreements(detail, "en", "c")).toEqual([]);
  });

  it("follow rivals of rivals, and need two that are at hand", () => {
    const chain = detailOf({
      claims: [claim("a", { rivals: ["b"] }), claim("b", { rivals: ["a", "d"] }), claim("d", { rivals: ["b"] })],
    });
    expect(disagreements(chain, "en").map(({ claims }) => claims.map(claimId))).toEqual([["a", "b", "d"]]);
    expect(disagreements(detailOf({ claims: [claim("a", { rivals: ["gone"] })] }), "en")).toEqual([]);
  });
});

describe("comparable figures", () => {
  it("are at least two dated numbers of one measure, unit, currency and scope, in order of time", () => {
    const series = comparableSeries([
      figure("late", { measure: "revenue", value: 2, currency: "CNY", start: "2024", startEarliest: 20240101 }),
      figure("early", { measure: "revenue", value: 1, currency: "CNY", start: "2023", startEarliest: 20230101 }),
      figure("dollars", { measure: "revenue", value: 3, currency: "USD", asOf: "2024" }),
      figure("part", { measure: "revenue", value: 3, currency: "CNY", asOf: "2024", textEn: "from games alone" }),
      figure("undated", { measure: "revenue", value: 4, currency: "CNY" }),
      figure("words", { measure: "revenue", textEn: "a lot" }),
      figure("people", { measure: "headcount", value: 9, asOf: "2024" }),
    ]);
    expect(series.map(({ measure, observations }) => [measure, observations.map(({ id }) => id)])).toEqual([
      ["revenue", ["early", "late"]],
    ]);
  });
});
