/** Where names stand by years whose beginning is told by a figure, as the server sends it. */
import { expect, it } from "vitest";
import { isLayoutOffered } from "../../client/panels/arrangement/reasons.ts";
import { guidesOf } from "../../client/view/graph.ts";
import type { Explorer } from "../../client/explorer.ts";
import { folderOf } from "../support/temporary-folder.ts";
import { makeExplorer, serveFolder } from "./support.ts";

const company = (id: string, founded: string, others = "") =>
  `  ${id}: { en: ${id}, figures: [{ measure: founded, value: "${founded}" }]${others} }\n`;
const serve = (companies: string, funds = "") =>
  serveFolder(
    folderOf({
      "dataset.yaml": "id: funds\ntitle: Funds\n",
      "vocabulary.yaml":
        "labels: { Company: Company, Fund: Fund }\nrelationships: { FUNDED: { role: money } }\nmeasures: { founded: { form: date, begins: true } }\n",
      "names.yaml": `Company:\n${companies}${funds}`,
    }),
  );
const dated = serve(
  company("firm", "2018-03") + company("later", "2012"),
  `Fund:\n  fund: { en: fund, FUNDED: [{ to: firm, start: "2020" }, { to: later, start: "2022" }] }\n`,
);
const undated = serve(company("firm", "2018", ", FUNDED: [{ to: later }]") + company("later", "2020"));

function yearOf({ graph }: Explorer, id: string): number {
  const guides = guidesOf(graph);
  if (guides?.kind !== "timeline") throw new Error("Years have guides.");
  return Math.round(guides.first + (graph.getNodeAttribute(id, "x") - guides.x) / guides.perYear);
}

it("a company stands at its founding, though the first fact that is drawn is a later one", async () => {
  const explorer = makeExplorer(dated.api);
  await explorer.start();
  await explorer.setLayout("timeline");
  expect(["firm", "later", "fund"].map((id) => yearOf(explorer, id))).toEqual([2018, 2012, 2020]);
});

it("a newcomer stands at its founding too", async () => {
  const explorer = makeExplorer(dated.api);
  await explorer.openFreeView();
  await explorer.addNode("fund");
  await explorer.setLayout("timeline");
  await explorer.expandNode("fund");
  expect(["firm", "later"].map((id) => yearOf(explorer, id))).toEqual([2018, 2012]);
});

it("names stand by their foundings where no relationship has a date", async () => {
  const explorer = makeExplorer(undated.api);
  await explorer.start();
  expect(isLayoutOffered(explorer.store.getState(), "timeline")).toBe(true);
  await explorer.setLayout("timeline");
  expect(["firm", "later"].map((id) => yearOf(explorer, id))).toEqual([2018, 2020]);
});
