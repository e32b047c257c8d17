import { beforeEach, describe, expect, it } from "vitest";
import { claimId } from "../../client/facts/claims.ts";
import { disagreementsIn, wordsOf } from "../../client/facts/disagreement-list.ts";
import { claimsOf, concerned, disputed } from "../../client/facts/disagreements.ts";
import { disputedInView } from "../../client/facts/disputed-in-view.ts";
import type { Explorer } from "../../client/explorer.ts";
import { selectionOf } from "../../client/store.ts";
import { visibleNodes, visibleRelationships } from "../../client/view/visibility.ts";
import { languages } from "../../schema/language.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();

async function answered() {
  await explorer.listDisagreements();
  const { disagreements } = state();
  if (disagreements === null) throw new Error("The server did not say.");
  return disagreements;
}

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
});

describe("what the sources disagree on", () => {
  it.each(languages)("has every disputed claim beside a rival, under topics in %s", async (language) => {
    const answer = await answered();
    const groups = disagreementsIn(answer, language);
    for (const { claims } of groups) expect(claims.length).toBeGreaterThan(1);
    const listed = new Set(groups.flatMap(({ claims }) => claims.map(claimId)));
    const all = [...answer.subgraph.relationships, ...answer.observations].map(({ id }) => id);
    expect([...listed].toSorted()).toEqual(all.toSorted());
  });

  it("is the same number of points in every language", async () => {
    const answer = await answered();
    const counts = languages.map((language) => disagreementsIn(answer, language).length);
    expect(new Set(counts).size).toBe(1);
  });

  it("parts a claim's topics where it has several, and finds each by names in any language", async () => {
    const answer = await answered();
    const told = { rivalTopicEn: "One; Two", rivalTopicZhHant: "一；二", rivalTopicZhHans: "一；二" };
    const observation = (id: string, topics: object) => ({
      id,
      entity: "leonardo",
      properties: { id, rivals: ["a", "b", "c"], ...topics },
    });
    const made = {
      ...answer,
      subgraph: { ...answer.subgraph, relationships: [] },
      observations: [
        observation("a", told),
        observation("b", { rivalTopicEn: "One", rivalTopicZhHant: "一" }),
        observation("c", { rivalTopicEn: "Two", rivalTopicZhHant: "二" }),
      ],
    };
    for (const language of languages)
      expect(
        disagreementsIn(made, language)
          .map(({ claims }) => claims.map(claimId).join())
          .toSorted(),
      ).toEqual(["a,b", "a,c"]);
    expect(disagreementsIn(made, "en").map((group) => wordsOf(group, made))).toEqual([
      expect.stringContaining("一"),
      expect.stringContaining("二"),
    ]);
  });

  it("marks the ends of disputed relationships and what disputed figures are of, and nothing else", async () => {
    const answer = await answered();
    const { nodes, relationships } = disputed(answer);
    expect([...relationships].toSorted()).toEqual(answer.subgraph.relationships.map(({ id }) => id).toSorted());
    const ends = answer.subgraph.relationships.flatMap(({ start, end }) => [start, end]);
    expect(new Set(nodes)).toEqual(new Set([...ends, ...answer.observations.map(({ entity }) => entity)]));
  });

  it("comes on screen in one step, its claims selected", async () => {
    const answer = await answered();
    await explorer.openFreeView();
    const group = disagreementsIn(answer, "en")[0];
    if (group === undefined) throw new Error("The data set has no disagreement.");
    const { nodes, relationships } = concerned(group.claims);
    await explorer.showClaims(nodes, relationships);
    expect(explorer.graph.nodes().toSorted()).toEqual(nodes.toSorted());
    expect([...(selectionOf(state())?.ids ?? [])].toSorted()).toEqual(
      (relationships.length > 0 ? relationships : nodes).toSorted(),
    );
    explorer.undo();
    expect(explorer.graph.order).toBe(0);
  });
});

describe("what carries a mark of dispute", () => {
  const marked = () => disputedInView(state(), explorer.graph);
  const shown = async () => {
    const answer = await answered();
    const all = concerned(claimsOf(answer));
    await explorer.showClaims(all.nodes, all.relationships);
    return disputed(answer);
  };

  it("is every disputed name and line that is drawn, and no other", async () => {
    const all = await shown();
    const { nodes, lines } = marked();
    const drawn = visibleRelationships(state(), explorer.graph);
    expect(nodes).toEqual([...all.nodes].filter((id) => visibleNodes(state(), explorer.graph).has(id)));
    expect([...lines.keys()].toSorted()).toEqual([...all.relationships].filter((id) => drawn.has(id)).toSorted());
    expect(nodes.length).toBeGreaterThan(0);
    expect(explorer.graph.order).toBeGreaterThan(nodes.length);
  });

  it("follows what filters and a hand hide", async () => {
    await shown();
    const before = marked();
    const name = before.nodes[0] as string;
    explorer.hideNode(name);
    expect(marked().nodes).toEqual(before.nodes.filter((id) => id !== name));
    explorer.setLeastDegree(9999);
    expect(marked()).toEqual({ nodes: [], lines: new Map() });
  });
});
