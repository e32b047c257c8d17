/** Questions and their answers, on both engines. */
import { beforeAll, expect, it } from "vitest";
import { Answer } from "../../schema/api.ts";
import { describeEachEngine } from "../support/engines.ts";
import { type App, get, serveGuild } from "./support.ts";

describeEachEngine("answers", (engine) => {
  let app: App;
  beforeAll(async () => {
    app = await serveGuild(engine.database);
  });
  const ask = (path: string) => get(app, `/api/questions/${path}`, Answer);

  it("the first view is the data set's first question, asked", async () => {
    expect(await get(app, "/api/first-view", Answer)).toEqual(await ask("alumni-of?companies=alpha,beta"));
  });

  it("the alumni stand between where they came from and where they went", async () => {
    const { columns, origins, drawing, figures } = await ask("alumni-of?companies=alpha,beta");
    expect(drawing).toBe("columns");
    expect(columns).toMatchObject({
      elsewhere: ["academy", "epsilon"],
      origins: ["alpha", "beta"],
      people: ["ann", "cy", "bob"],
      destinations: ["gamma", "delta"],
    });
    expect(origins).toEqual({ ann: ["alpha"], cy: ["alpha", "beta"], bob: ["beta"] });
    expect(figures).toMatchObject({ people: 3, destinations: 2, founders: 2, both: 1, origins: 2, elsewhere: 2 });
  });

  it("ties are shared among the destinations, are no documents, and stop at 24 with the rest counted", async () => {
    const { columns, figures, subgraph } = await ask("alumni-of?companies=alpha,beta");
    expect(columns?.ties).toHaveLength(24);
    expect(columns?.ties.slice(0, 2).sort()).toEqual(["chip-01", "delta-chip"]);
    expect(columns?.ties).toContain("delta-chip");
    expect(figures).toMatchObject({ ties: 24, tiesNotDrawn: 8 });
    const columnOf = new Set(Object.values(columns ?? {}).flat());
    expect(subgraph.nodes.map(({ id }) => id).sort()).toEqual([...columnOf].sort());
    expect(subgraph.nodes.some(({ labels }) => labels.includes("Document"))).toBe(false);
  });

  it("any job of a person at a destination is drawn, a past one too", async () => {
    const { subgraph } = await ask("alumni-of?companies=alpha,beta");
    const drawn = subgraph.relationships.map(({ id }) => id);
    expect(drawn).toEqual(
      expect.arrayContaining([
        "bob.worked-at.delta.earlier",
        "bob.worked-at.gamma",
        "ann.worked-at.alpha",
        "delta.competes-with.gamma",
        "ann.recruited.bob",
      ]),
    );
    expect(drawn).not.toContain("dan.worked-at.gamma");
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it("the standfirst names those who answer where they are few", async () => {
    const { standfirst } = await ask("worked-at-both?companies=alpha,beta");
    expect(standfirst.en).toBe("One person has been at every one of 2 organizations: Cy.");
    expect(standfirst["zh-Hant"]).toMatch(/^2 家都待過的有 1 人：.+。$/);
    const founders = await ask("founders-from-each?companies=alpha,beta");
    expect(founders.standfirst.en).toBe("One founder of 2 other organizations has worked at every one of these: Cy.");
  });

  it("the standfirst is the answer in figures, in three languages", async () => {
    const { headline, standfirst, colors } = await ask("alumni-of?companies=alpha,beta");
    expect(colors).toEqual({
      en: "Colour shows where each came from.",
      "zh-Hant": "顏色標示各人來自哪一家。",
      "zh-Hans": "颜色标示各人来自哪一家。",
    });
    expect(headline.en).toBe("Who left Alpha and Beta?");
    expect(standfirst).toEqual({
      en: "3 people who worked at Alpha or Beta founded or now work at 2 other companies; 2 of them are founders, one came from both.",
      "zh-Hant": "曾任職於甲或乙的 3 人，創辦或現任職於另外 2 家公司；其中 2 人是創辦人，1 人兩家都待過。",
      "zh-Hans": "曾在甲或乙任职的 3 人，创办或现任职于另外 2 家公司；其中 2 人是创始人，1 人两家都待过。",
    });
  });

  it("one company needs no colour, and its title is the question's own", async () => {
    const { headline, standfirst, colors } = await ask("alumni-of?companies=beta");
    expect(colors).toBeUndefined();
    expect(headline.en).toBe("Who worked at Beta, and founded or now works at another company?");
    expect(standfirst.en).toBe(
      "2 people who worked at Beta founded or now work at 2 other companies; one of them is a founder.",
    );
    expect(standfirst["zh-Hant"]).toBe("曾任職於乙的 2 人，創辦或現任職於另外 2 家公司；其中 1 人是創辦人。");
  });

  it("one person is spoken of as one", async () => {
    const { standfirst } = await ask("alumni-of?companies=epsilon");
    expect(standfirst.en).toBe(
      "One person who worked at Epsilon founded or now works at 2 other companies, and is a founder.",
    );
  });

  it("an answer with nothing in it says so, and still shows what was asked about", async () => {
    const nobody = await ask("alumni-of?companies=academy");
    expect(nobody.standfirst.en).toMatch(/^Nobody is known here to have worked at Academy/);
    expect(nobody.columns).toEqual({ elsewhere: [], origins: ["academy"], people: [], destinations: [], ties: [] });
    expect(nobody.subgraph.nodes.map(({ id }) => id)).toEqual(["academy"]);
  });

  it("a network has each relationship once, in order of time, with both its ends", async () => {
    const { drawing, columns, subgraph, standfirst, figures } = await ask("career-of?person=ann");
    expect([drawing, columns]).toEqual(["network", undefined]);
    expect(subgraph.relationships.map(({ id }) => id)).toEqual([
      "ann.worked-at.alpha",
      "ann.founded.gamma",
      "ann.recruited.bob",
      "ann.studied-at.academy",
    ]);
    expect(subgraph.nodes.map(({ id }) => id)).toEqual(["academy", "alpha", "ann", "bob", "gamma"]);
    expect(figures).toMatchObject({ relationships: 4, dated: 2, documents: 2, career: 1 });
    expect(standfirst.en).toBe(
      "Of Ann we know one post, one founding and one course of study, and one tie of recruiting or mentoring. 2 of these facts carry a date.",
    );
  });

  it("an entity that nothing is known of stands alone", async () => {
    const { subgraph, standfirst } = await ask("rivals-of?company=epsilon");
    expect(subgraph).toMatchObject({ nodes: [{ id: "epsilon" }], relationships: [] });
    expect(standfirst.en).toBe("No rival of Epsilon is known here.");
  });

  it("each question of ours and of the data set answers", async () => {
    expect((await ask("made-by?company=gamma")).standfirst.en).toBe(
      "Gamma made 30 things that our sources name; one line tells what they build on, follow or fit.",
    );
    expect((await ask("rivals-of?company=beta")).standfirst.en).toBe(
      "One claim sets Beta or what it made beside a rival, read in one document.",
    );
    expect((await ask("listings")).standfirst.en).toBe(
      "One company at one exchange: one filing or listing, one of them dated.",
    );
    expect((await ask("recruited-by")).standfirst["zh-Hant"]).toBe(
      "就資料所見，2 人之間有 1 條延攬、提攜、帶領或搭檔的關係。虛線表示據說。",
    );
    expect((await ask("investments")).standfirst.en).toBe("No investment or acquisition is known here.");
    expect((await ask("same-school?school=academy")).standfirst.en).toBe("One person studied at Academy.");
  });

  it("a table has a row for each claim, with its dates as given, its certainty and its sources", async () => {
    const { table, documents } = await ask("career-of?person=ann");
    expect(table.columns.map(({ kind }) => kind)).toEqual(["node", "claim", "node", "date", "certainty", "sources"]);
    expect(table.rows.map(({ claims }) => claims)).toEqual([
      ["ann.worked-at.alpha"],
      ["ann.founded.gamma"],
      ["ann.recruited.bob"],
      ["ann.studied-at.academy"],
    ]);
    expect(table.rows[0]?.cells).toEqual([
      { kind: "node", nodes: ["ann"] },
      { kind: "claim", claims: ["ann.worked-at.alpha"] },
      { kind: "node", nodes: ["alpha"] },
      { kind: "date", dates: [{ claim: "ann.worked-at.alpha", start: "2001", end: "2005" }] },
      { kind: "certainty", certainty: "stated" },
      { kind: "sources", citations: ["notes#10-20"] },
    ]);
    expect(table.rows[3]?.cells[3]).toBeNull();
    expect(documents.map(({ id }) => id)).toEqual(["letters", "notes"]);
  });

  it("a row of the alumni's table rests on both posts, and is no surer than the less sure", async () => {
    const { table } = await ask("alumni-of?companies=beta");
    expect(table.rows.map(({ claims }) => claims)).toEqual([
      ["bob.worked-at.beta", "bob.worked-at.gamma"],
      ["cy.worked-at.beta", "cy.founded.delta"],
      ["cy.worked-at.beta", "cy.founded.gamma"],
    ]);
    expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true);
  });

  it("a table of figures has their values with unit and day", async () => {
    const { table, observations } = await ask("disagreements");
    expect(observations.map(({ id }) => id)).toEqual(["gamma.figure.founding-date.late"]);
    const figures = table.columns.findIndex(({ kind }) => kind === "figure");
    expect(table.rows.flatMap(({ cells }) => cells[figures] ?? [])).toEqual([
      {
        kind: "figure",
        figures: [{ claim: "gamma.figure.founding-date.late", measure: "founding-date", value: "2007" }],
      },
    ]);
  });

  it("disagreements shows rival claims, and a rival figure as the entity it is about", async () => {
    const { subgraph, figures, standfirst } = await ask("disagreements");
    expect(subgraph.relationships.map(({ id }) => id)).toEqual(["ann.founded.gamma", "cy.founded.gamma"]);
    expect(figures).toMatchObject({ rivals: 3, alone: 1, nodes: 3 });
    expect(standfirst.en).toMatch(/^3 claims about 3 names cannot all hold\./);
  });
});
