import { beforeAll, describe, expect, it } from "vitest";
import type { EntityDetail } from "../../schema/api.ts";
import type { Vocabulary } from "../../client/store.ts";
import { briefOf, careerToldOf, documentsOf, namesShown, toldOf } from "../../client/facts/account.ts";
import { namesInWords, observationInWords, relationshipInWords } from "../../client/words/copy-words.ts";
import { readLaterStrings, readStrings } from "../../client/strings/strings.ts";
import { languages } from "../../schema/language.ts";
import { serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let vocabulary: Vocabulary;
let leonardo: EntityDetail;

beforeAll(async () => {
  await readStrings(...languages);
  await readLaterStrings();
  vocabulary = await api.getVocabulary();
  leonardo = await api.getNode("leonardo");
});

const withClaims = (
  change: (claim: EntityDetail["claims"][number]) => EntityDetail["claims"][number],
): EntityDetail => ({
  ...leonardo,
  claims: leonardo.claims.map(change),
});
const changed = (properties: Record<string, string | string[]>) =>
  withClaims((claim) => ({
    ...claim,
    relationship: { ...claim.relationship, properties: { ...claim.relationship.properties, ...properties } },
  }));

describe("what is known of an entity in brief", () => {
  it("names each neighbor once for each type, founding and career first", () => {
    const parts = briefOf(leonardo, vocabulary);
    const roles = parts.map(({ type }) => vocabulary.relationships[type]?.role);
    expect(roles.length).toBeGreaterThan(1);
    expect(roles.slice(0, 2)).toEqual(["founding", "career"]);
    for (const { nodes } of parts) expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
  });

  it("leaves out what is only reported, planned or an opinion", () => {
    expect(briefOf(changed({ certainty: "reported" }), vocabulary)).toEqual([]);
  });

  it("writes one name more rather than that there is one more", () => {
    expect([1, 3, 4, 5, 20].map(namesShown)).toEqual([1, 3, 4, 3, 3]);
  });

  it("counts the facts of each document by how surely it says them", () => {
    const found = documentsOf(leonardo);
    const facts = [...leonardo.claims, ...leonardo.observations];
    expect(found.length).toBeGreaterThan(0);
    for (const { claims, certainties, document } of found) {
      expect(document).toBeDefined();
      expect([...certainties.values()].reduce((sum, count) => sum + count, 0)).toBe(claims);
      expect(claims).toBeLessThanOrEqual(facts.length);
    }
  });

  it("tells how much of a career is dated, bounded and sourced", () => {
    const career = careerToldOf(leonardo, vocabulary);
    expect(career).toMatchObject({ all: career?.all, sourced: career?.all });
    const none = careerToldOf(changed({ citations: [] }), vocabulary);
    expect(none?.sourced).toBe(0);
    const bare = withClaims((claim) => ({ ...claim, relationship: { ...claim.relationship, properties: {} } }));
    const undated = careerToldOf(bare, vocabulary);
    expect(undated).toMatchObject({ dated: 0, bounded: 0 });
    expect(undated?.undated).toHaveLength(undated?.all ?? -1);
    expect(toldOf(bare).undated).toHaveLength(leonardo.claims.length);
  });

  it("has no career for what never had a post", async () => {
    const place = leonardo.claims.find(({ neighbor }) => !neighbor.labels.includes("Painter"));
    const workshop = await api.getNode(place?.neighbor.id ?? "");
    expect(careerToldOf(workshop, vocabulary)).toBeNull();
  });
});

describe("what is copied", () => {
  const nodeOf = (id: string) =>
    [leonardo.node, ...leonardo.documents, ...leonardo.claims.map(({ neighbor }) => neighbor)].find(
      (each) => each.id === id,
    );

  it.each(languages)("is a claim with its date, its certainty and each place that says so, in %s", (language) => {
    for (const { relationship } of leonardo.claims) {
      const words = relationshipInWords(relationship, { language, vocabulary, nodeOf });
      const citations = relationship.properties["citations"];
      for (const citation of Array.isArray(citations) ? citations : []) {
        const [, start = "", end = ""] = /#(\d+)-(\d+)$/.exec(String(citation)) ?? [];
        const numbers = words.replaceAll(/[,\s]/g, "");
        expect(numbers).toContain(start);
        expect(numbers).toContain(end);
      }
      expect(words).not.toMatch(/undefined|\{|\}|null/);
    }
  });

  it("says where nothing is cited", () => {
    const [claim] = changed({ citations: [] }).claims;
    if (claim === undefined) throw new Error("Leonardo has no claim.");
    expect(relationshipInWords(claim.relationship, { language: "en", vocabulary, nodeOf })).toMatch(/Sources: none\.$/);
  });

  it("is every name of an entity, the shown one first and none twice", () => {
    const node = {
      ...leonardo.node,
      properties: { id: "x", nameEn: "A", nameZhHant: "甲", nameZhHans: "甲", aliases: ["B"] },
    };
    expect(namesInWords(node, "en")).toBe("A (甲; B)");
    expect(namesInWords(node, "zh-Hans")).toBe("甲（A；B）");
  });

  it("is a figure with its measure", async () => {
    const [figure] = (await api.getNode("ghirlandaio-workshop")).observations;
    if (figure === undefined) throw new Error("ghirlandaio-workshop has no figure.");
    const measure = String(figure.properties["measure"]);
    const words = observationInWords(figure, { language: "en", vocabulary, nodeOf });
    expect(words).toContain(vocabulary.measures[measure]?.caption.en);
    expect(words).toContain("Sources: ");
  });
});
