/** What each route answers, on both engines. */
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import {
  CommonGround,
  DatasetSummary,
  DocumentDetail,
  DocumentList,
  EntityDetail,
  FigureList,
  Health,
  NeighborCounts,
  Neighbors,
  Passage,
  Paths,
  QuestionSummary,
  SearchAnswer,
} from "../../schema/api.ts";
import { Subgraph } from "../../schema/graph.ts";
import { Vocabulary } from "../../schema/vocabulary.ts";
import { describeEachEngine } from "../support/engines.ts";
import { type App, articles, get, serveGuild } from "./support.ts";

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

const relationshipsOf = (ties: readonly { relationship: string }[]) => ties.map(({ relationship }) => relationship);

describeEachEngine("routes", (engine) => {
  let app: App;
  beforeAll(async () => {
    app = await serveGuild(engine.database, { articles });
  });

  it("/api/dataset says what there is, and offers the questions with their headlines", async () => {
    const summary = await get(app, "/api/dataset", DatasetSummary);
    expect(summary).toMatchObject({
      id: "guild",
      title: { en: "A guild for tests" },
      passages: true,
      dated: true,
      version: expect.stringMatching(/^\w{16}$/),
    });
    expect(summary.counts).toMatchObject({
      entities: 44,
      relationships: 49,
      observations: 3,
      documents: 2,
      labels: { Person: 4, Chip: 31 },
      types: { DEVELOPED: 31 },
    });
    expect(summary.firstQuestion).toEqual({
      question: "alumni-of",
      parameters: { companies: ["alpha", "beta"] },
      headline: { en: "Who left Alpha and Beta?", "zh-Hant": "誰離開了甲與乙？", "zh-Hans": "谁离开了甲与乙？" },
    });
    expect(summary.questions.map(({ headline }) => headline.en)).toEqual([
      "Where has Ann worked and studied, and with whom?",
      "What has Gamma made, and what is it built on?",
      "Who studied at Academy?",
      "Where do the sources disagree?",
    ]);
  });

  it("/api/vocabulary is the data set's", async () => {
    const vocabulary = await get(app, "/api/vocabulary", Vocabulary);
    expect(Object.keys(vocabulary.labels)).toEqual(["Person", "Company", "Chip", "School", "Exchange", "Document"]);
  });

  it("/api/questions lists our own and the data set's", async () => {
    const questions = await get(app, "/api/questions", z.array(QuestionSummary));
    expect(ids(questions)).toEqual(expect.arrayContaining(["alumni-of", "career-of", "same-school"]));
    expect(questions.find(({ id }) => id === "alumni-of")).toMatchObject({
      drawing: "columns",
      parameters: { companies: { form: "entities", families: ["orgs"] } },
    });
  });

  it("/api/search finds by any name, and only the labels asked for", async () => {
    const { query, hits } = await get(app, "/api/search?q=annie", SearchAnswer);
    expect(query).toBe("annie");
    expect(hits.map(({ node, match, matched }) => [node.id, match, matched])).toEqual([["ann", "exact", "Annie"]]);
    expect((await get(app, "/api/search?q=a&labels=School", SearchAnswer)).hits.map(({ node }) => node.id)).toEqual([
      "academy",
    ]);
    expect((await get(app, "/api/search?q=chip&limit=3", SearchAnswer)).hits).toHaveLength(3);
    expect((await get(app, "/api/search?q=xyzzy", SearchAnswer)).hits).toEqual([]);
  });

  it("/api/nodes/:id has claims in order of time, figures, rivals and the documents cited", async () => {
    const ann = await get(app, "/api/nodes/ann", EntityDetail);
    expect(ann.node).toEqual({
      id: "ann",
      labels: ["Entity", "Person"],
      properties: expect.objectContaining({ nameEn: "Ann", nameZhHant: "安", aliases: ["Annie"] }),
    });
    expect(ann.node.properties).not.toHaveProperty("search");
    expect(ann.claims.map(({ relationship, neighbor }) => [relationship.type, neighbor.id])).toEqual([
      ["WORKED_AT", "alpha"],
      ["FOUNDED", "gamma"],
      ["RECRUITED", "bob"],
      ["STUDIED_AT", "academy"],
    ]);
    expect(ann.claims[2]?.relationship.properties).toMatchObject({ certainty: "reported", citations: ["notes#50-60"] });
    expect(ann.more).toBe(false);
    expect(ann.observations).toEqual([]);
    expect(ann.rivals.relationships.map(({ relationship, neighbor }) => [relationship.id, neighbor.id])).toEqual([
      ["cy.founded.gamma", "cy"],
    ]);
    expect(ids(ann.rivals.observations)).toEqual(["gamma.figure.founding-date.late"]);
    expect(ids(ann.documents)).toEqual(["letters", "notes"]);
  });

  it("/api/nodes/:id does not repeat among the rivals what stands among its own claims", async () => {
    const gamma = await get(app, "/api/nodes/gamma", EntityDetail);
    expect(gamma.rivals).toEqual({ relationships: [], observations: [] });
    expect(gamma.observations.map(({ id, entity }) => [id, entity])).toEqual([
      ["gamma.figure.founding-date.early", "gamma"],
      ["gamma.figure.founding-date.late", "gamma"],
      ["gamma.figure.revenue", "gamma"],
    ]);
  });

  it("/api/nodes/:id/neighbors gives pages that join without a gap, and says how many there are", async () => {
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: Neighbors = await get(
        app,
        `/api/nodes/gamma/neighbors?limit=10${cursor && `&cursor=${cursor}`}`,
        Neighbors,
      );
      expect(page.total).toBe(36);
      const known = new Set(ids(page.subgraph.nodes));
      expect(page.subgraph.relationships.every(({ start, end }) => known.has(start) && known.has(end))).toBe(true);
      seen.push(...ids(page.subgraph.nodes).filter((id) => id !== "gamma"));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(36);
    expect(new Set(seen).size).toBe(36);
  });

  it("/api/nodes/:id/neighbors filters by types, direction and labels", async () => {
    const ask = async (query: string) =>
      ids((await get(app, `/api/nodes/gamma/neighbors?${query}`, Neighbors)).subgraph.nodes).slice(1);
    expect((await ask("types=WORKED_AT,FOUNDED")).sort()).toEqual(["ann", "bob", "cy", "dan"]);
    expect((await ask("types=FOUNDED&direction=in")).sort()).toEqual(["ann", "cy"]);
    expect(await ask("types=FOUNDED&direction=out")).toEqual([]);
    expect(await ask("labels=Exchange,Company")).toEqual(["delta", "exchange"]);
  });

  it("/api/nodes/:id/neighbors and its counts leave out kinds alike", async () => {
    const without = "withoutKinds=DEVELOPED.out.Chip.stated";
    const { total, counts } = await get(app, `/api/nodes/gamma/neighbor-counts?${without}`, NeighborCounts);
    expect(counts.map(({ type }) => type)).not.toContain("DEVELOPED");
    expect(total).toBe(6);
    const page = await get(app, `/api/nodes/gamma/neighbors?limit=100&${without}`, Neighbors);
    expect([page.total, page.subgraph.nodes.length]).toEqual([6, 7]);
  });

  it("/api/nodes/:id/neighbor-counts previews an expansion", async () => {
    const { total, counts } = await get(app, "/api/nodes/gamma/neighbor-counts", NeighborCounts);
    expect(total).toBe(36);
    expect(counts[0]).toEqual({
      type: "DEVELOPED",
      direction: "out",
      label: "Chip",
      certainty: "stated",
      neighbors: 30,
      relationships: 30,
    });
    expect((await get(app, "/api/nodes/epsilon/neighbor-counts", NeighborCounts)).total).toBe(1);
    expect(await get(app, "/api/nodes/notes/neighbor-counts", NeighborCounts)).toEqual({ total: 0, counts: [] });
  });

  it("/api/subgraph passes over what is not there", async () => {
    const subgraph = await get(app, "/api/subgraph?ids=ann,gamma,nobody,ann", Subgraph);
    expect(ids(subgraph.nodes)).toEqual(["ann", "gamma"]);
    expect(ids(subgraph.relationships)).toEqual(["ann.founded.gamma"]);
    expect(await get(app, "/api/subgraph?ids=nobody", Subgraph)).toEqual({ nodes: [], relationships: [] });
  });

  it("/api/subgraph takes 500 ids", async () => {
    const many = Array.from({ length: 499 }, (_, index) => `a-name-as-long-as-names-of-entities-become-${index}`);
    expect(ids((await get(app, `/api/subgraph?ids=${many.join(",")},ann`, Subgraph)).nodes)).toEqual(["ann"]);
  });

  it("/api/figures gives the numbers and dates of several, and passes over what has none", async () => {
    const { observations } = await get(app, "/api/figures?ids=gamma,ann,nobody", FigureList);
    expect(new Set(observations.map(({ entity }) => entity))).toEqual(new Set(["gamma"]));
    for (const { properties } of observations) expect(properties["value"] ?? properties["date"]).toBeDefined();
    expect(await get(app, "/api/figures?ids=nobody", FigureList)).toEqual({ observations: [] });
  });

  it("/api/common-ground gives shared neighbors with what joins them, and shared documents", async () => {
    const ground = await get(app, "/api/common-ground?ids=ann,cy,nobody", CommonGround);
    expect(ground.ids).toEqual(["ann", "cy"]);
    expect(ground.neighbors.map(({ node, sharedBy, ties }) => [node.id, sharedBy, relationshipsOf(ties)])).toEqual([
      ["alpha", 2, ["ann.worked-at.alpha", "cy.worked-at.alpha"]],
      ["gamma", 2, ["ann.founded.gamma", "cy.founded.gamma"]],
    ]);
    expect(ground.documents.map(({ node, sharedBy }) => [node.id, sharedBy])).toEqual([
      ["notes", 2],
      ["letters", 2],
    ]);
    expect(ground.more).toBe(false);
  });

  it("/api/common-ground says that two share nothing, and wants two", async () => {
    const nothing = await get(app, "/api/common-ground?ids=academy,exchange", CommonGround);
    expect(nothing).toMatchObject({ neighbors: [], more: false });
    expect(nothing.relationships).toBeGreaterThan(0);
    const response = await app.request("/api/common-ground?ids=ann,nobody");
    expect([response.status, (await response.json()) as unknown]).toEqual([
      400,
      expect.objectContaining({ detail: expect.stringContaining("at least two") }),
    ]);
  });

  it("/api/paths gives the shortest, and what lies on them", async () => {
    const found = await get(app, "/api/paths?from=ann&to=epsilon", Paths);
    expect(found.paths.map(({ nodes }) => nodes)).toEqual([
      ["ann", "gamma", "cy", "epsilon"],
      ["ann", "alpha", "cy", "epsilon"],
    ]);
    expect(found.paths.map(({ meetings }) => meetings)).toEqual([[], [{ node: "alpha", answer: "unknown" }]]);
    expect(found).toMatchObject({ maxLength: 6, more: false });
    expect((await get(app, "/api/paths?from=ann&to=epsilon&types=WORKED_AT&limit=1", Paths)).paths).toHaveLength(1);
    expect((await get(app, "/api/paths?from=ann&to=epsilon&maxLength=2", Paths)).paths).toEqual([]);
  });

  it("/api/documents counts the claims that cite each", async () => {
    const { documents } = await get(app, "/api/documents", DocumentList);
    expect(documents.map(({ node, claims }) => [node.id, claims])).toEqual([
      ["letters", 3],
      ["notes", 50],
    ]);
  });

  it("/api/documents/:id tells its claims in its own order", async () => {
    const letters = await get(app, "/api/documents/letters", DocumentDetail);
    expect(ids(letters.relationships)).toEqual(["ann.founded.gamma", "cy.founded.gamma"]);
    expect(ids(letters.observations)).toEqual(["gamma.figure.founding-date.late"]);
    expect(ids(letters.nodes)).toEqual(["ann", "cy", "gamma"]);
  });

  it("/api/documents/:id/passages counts in code points", async () => {
    const passage = await get(app, "/api/documents/notes/passages?start=15&end=22", Passage);
    expect(passage).toMatchObject({
      document: "notes",
      start: 15,
      end: 22,
      before: "Line 00 第00行 𠮷\n",
      text: "Line 01",
    });
    expect(passage.after.startsWith(" 第01行 𠮷\nLine 02")).toBe(true);
    expect(Array.from(passage.after)).toHaveLength(80);
  });

  it("/api/health and /api/ready answer, and are never kept", async () => {
    for (const path of ["/api/health", "/api/ready"]) {
      expect(await get(app, path, Health)).toEqual({ status: "ok" });
      const { headers } = await app.request(path);
      expect([headers.get("ETag"), headers.get("Cache-Control")]).toEqual([null, "no-store"]);
    }
  });
});
