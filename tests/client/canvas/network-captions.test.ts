import { describe, expect, it } from "vitest";
import { createAppearance } from "../../../client/canvas/appearance.ts";
import { lineWords } from "../../../client/canvas/line-captions.ts";
import { mostLines, networkLines, noteOf } from "../../../client/canvas/network-captions.ts";
import { createGraph, mergeSubgraph } from "../../../client/view/graph.ts";
import type { ExplorerState } from "../../../client/store.ts";
import type { Answer } from "../../../schema/api.ts";
import type { Properties } from "../../../schema/graph.ts";
import { vocabulary } from "./support/alumni.ts";
import { openView, question, select } from "./support/view.ts";

const node = (id: string, label: string) => ({ id, labels: ["Entity", label], properties: { nameEn: id } });
const line = (id: string, type: string, start: string, end: string, properties: Properties = {}) => ({
  id,
  type,
  start,
  end,
  properties,
});

/** A view of one listing, a maker with two posts of one person, and a name that stands alone. */
function smallView(figures: Record<string, number> = {}) {
  const answer: Answer = {
    question: "any",
    parameters: {},
    headline: { en: "Any", "zh-Hant": "任", "zh-Hans": "任" },
    standfirst: { en: "Any", "zh-Hant": "任", "zh-Hans": "任" },
    drawing: "network",
    subgraph: {
      nodes: [node("maker", "Company"), node("exchange", "Exchange"), node("ada", "Person"), node("chip", "Chip")],
      relationships: [
        line("listing", "LISTED_ON", "maker", "exchange", { status: "listed", start: "2025-12-05", ongoing: true }),
        line("first", "WORKED_AT", "ada", "maker", { titleEn: "Engineer", start: "2006", rivals: ["second"] }),
        line("second", "WORKED_AT", "ada", "maker", { titleEn: "President", rivals: ["first"] }),
      ],
    },
    figures,
    table: { columns: [], rows: [], more: 0 },
    observations: [],
    documents: [],
    unanswered: [],
  };
  const graph = createGraph();
  mergeSubgraph(graph, answer.subgraph);
  graph.updateEachNodeAttributes((_id, attributes) => ({ ...attributes, placed: true }));
  const listing = vocabulary.relationships["LISTED_ON"];
  const job = vocabulary.relationships["WORKED_AT"];
  const words = (en: string) => ({ en, "zh-Hant": en, "zh-Hans": en });
  const state: ExplorerState = {
    ...question,
    layout: "organic",
    answer,
    vocabulary: {
      ...vocabulary,
      relationships: {
        ...(listing && {
          LISTED_ON: {
            ...listing,
            properties: {
              status: { form: "choice", caption: words("Stage"), choices: { listed: words("went public") } },
            },
          },
        }),
        ...(job && { WORKED_AT: { ...job, properties: { title: { form: "text", caption: words("Title") } } } }),
      },
    },
  };
  return { state, graph };
}

describe("words on the lines of a small network", () => {
  it("stand on every line, and never between columns or where there are many", async () => {
    const { state, graph } = smallView();
    expect(networkLines(state, createAppearance(state, graph))).toEqual(["first", "listing", "second"]);
    const columns = await openView();
    expect(networkLines(question, createAppearance(question, columns))).toBeNull();
    const organic = { ...question, layout: "organic" as const };
    expect(createAppearance(organic, columns).relationships.size).toBeGreaterThan(mostLines);
    expect(networkLines(organic, createAppearance(organic, columns))).toBeNull();
  });

  it("are those of what is selected while it stands out", () => {
    const { state, graph } = smallView();
    const chosen = { ...state, ...select("exchange") };
    expect(networkLines(chosen, createAppearance(chosen, graph))).toEqual(["listing"]);
  });

  it("tell a listing's stage and day, and which post where there are several", () => {
    const { state, graph } = smallView();
    expect(lineWords(state, graph, "listing")).toMatchObject({ text: "went public", rest: " 2025-12-05" });
    expect(lineWords(state, graph, "second")).toMatchObject({ text: "President" });
  });

  it("mark what is disputed", () => {
    const { state, graph } = smallView();
    expect(lineWords(state, graph, "first")).toMatchObject({ rest: " from 2006 · disputed", disputed: true });
    expect(lineWords(state, graph, "listing").disputed).toBe(false);
  });

  it("say of a name that stands alone among disagreements that its figures differ", () => {
    const { state, graph } = smallView({ alone: 2 });
    expect(noteOf(state, graph, "chip")).toBeNull();
    graph.dropEdge("listing");
    const { answer } = state;
    const disputes = answer && {
      ...answer,
      subgraph: { ...answer.subgraph, relationships: answer.subgraph.relationships.slice(1) },
    };
    expect(noteOf({ ...state, answer: disputes }, graph, "chip")).toBe("figures differ");
    expect(noteOf({ ...state, answer: disputes }, graph, "ada")).toBeNull();
  });
});
