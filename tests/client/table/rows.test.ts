import { beforeEach, describe, expect, it } from "vitest";
import type { Explorer } from "../../../client/explorer.ts";
import { selectionOf } from "../../../client/store.ts";
import { answerColumns } from "../../../client/table/answer-columns.ts";
import { rowsOf, targetsOf } from "../../../client/table/answer-selection.ts";
import { type Wording, nodeColumns, relationshipColumns } from "../../../client/table/columns.ts";
import { nodeRows, relationshipRows } from "../../../client/table/rows.ts";
import { languages } from "../../../schema/language.ts";
import { makeExplorer, serveFlorence } from "../support.ts";

const { api } = serveFlorence();
let explorer: Explorer;
const state = () => explorer.store.getState();

beforeEach(async () => {
  explorer = makeExplorer(api);
  await explorer.start();
  await explorer.listDocuments();
});

function wording(language: Wording["language"]): Wording {
  const { vocabulary, documents } = state();
  if (vocabulary === null) throw new Error("The vocabulary was not read.");
  return {
    language,
    vocabulary,
    nodeOf: (id) => (explorer.graph.hasNode(id) ? explorer.graph.getNodeAttribute(id, "node") : documents?.[id]),
  };
}

describe("the table of the view", () => {
  it("has a row for each node and relationship that is not hidden or filtered away", () => {
    const all = nodeRows(state(), explorer.graph);
    expect(all).toHaveLength(explorer.graph.order);
    explorer.hideNode("leonardo");
    expect(nodeRows(state(), explorer.graph).map(({ id }) => id)).not.toContain("leonardo");
    expect(relationshipRows(state(), explorer.graph).some(({ start }) => start === "leonardo")).toBe(false);
    explorer.toggleFilter("labels", "Painter");
    explorer.toggleFilter("labels", "Painter");
    expect(nodeRows(state(), explorer.graph).some(({ node }) => node.labels.includes("Painter"))).toBe(false);
  });

  it.each(languages)("names ends, documents and certainty in %s", (language) => {
    const rows = relationshipRows(state(), explorer.graph);
    const columns = relationshipColumns(rows, wording(language));
    for (const row of rows) {
      for (const id of ["start", "type", "end", "certainty", "sources"])
        expect([row.id, id, columns.find((column) => column.id === id)?.cell(row)?.text ?? ""]).toEqual([
          row.id,
          id,
          expect.stringMatching(/\S/),
        ]);
    }
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
    expect(new Set(nodeColumns(nodeRows(state(), explorer.graph), wording(language)).map(({ id }) => id)).size).toBe(
      nodeColumns(nodeRows(state(), explorer.graph), wording(language)).length,
    );
  });
});

describe("the table of an answer", () => {
  it.each(languages)("has words in each cell that the answer fills, in %s", (language) => {
    const { answer } = state();
    if (answer === null) throw new Error("No question is open.");
    const columns = answerColumns(answer, wording(language));
    expect(answer.table.rows.length).toBeGreaterThan(1);
    const named = answer.table.rows.flatMap((row) =>
      columns.flatMap((column, index) =>
        row.cells[index]?.kind === "node" || row.cells[index]?.kind === "sources" ? [column.cell(row)] : [],
      ),
    );
    expect(named.length).toBeGreaterThan(answer.table.rows.length);
    for (const cell of named) expect(cell?.links).not.toHaveLength(0);
  });

  it("selects what a row rests on, and is selected by it", () => {
    const rows = state().answer?.table.rows ?? [];
    const row = rows[0];
    if (row === undefined) throw new Error("The table is empty.");
    const targets = targetsOf(row, explorer.graph);
    expect(targets.length).toBeGreaterThan(0);
    explorer.selectMany(
      "relationship",
      targets.map(({ id }) => id),
    );
    expect(rowsOf(rows, selectionOf(state())).selected).toContain(row.id);
    explorer.select(null);
    expect(rowsOf(rows, selectionOf(state())).selected.size).toBe(0);
  });
});
