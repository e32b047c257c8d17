/** What the console's answers look like once they are drawn. */
import { expect, it } from "vitest";
import { linkOf } from "../../client/explorer/linked-view.ts";
import type { Subgraph } from "../../schema/graph.ts";
import { answerConsole, makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();

async function drawn(how: "add" | "replace", take: (known: Subgraph) => Subgraph) {
  const explorer = makeExplorer(api);
  await explorer.start();
  const known = await api.getSubgraph(["leonardo", "verrocchio-workshop", "baptism-of-christ"]);
  answerConsole(explorer, take(known));
  await explorer.showCypherGraph(how);
  return { explorer, known };
}

const namesAlone = ({ nodes }: Subgraph): Subgraph => ({ nodes, relationships: [] });

it("an answer's names come with every relationship between them", async () => {
  const { explorer, known } = await drawn("replace", namesAlone);
  expect(known.relationships.length).toBeGreaterThan(2);
  expect(explorer.graph.edges().toSorted()).toEqual(known.relationships.map(({ id }) => id).toSorted());
});

it("added, they are joined to what is on screen too", async () => {
  const { explorer } = await drawn("add", namesAlone);
  const all = await api.getSubgraph(explorer.graph.nodes());
  const joining = all.relationships.filter(({ start, end }) => [start, end].includes("baptism-of-christ"));
  expect(joining.length).toBeGreaterThan(0);
  for (const { id } of joining) expect(explorer.graph.hasEdge(id)).toBe(true);
});

it("a link of the drawing has the same lines", async () => {
  const { explorer } = await drawn("replace", (known) => ({
    ...known,
    relationships: known.relationships.slice(0, 1),
  }));
  const other = makeExplorer(api);
  await other.start(linkOf(explorer));
  expect(other.graph.edges().toSorted()).toEqual(explorer.graph.edges().toSorted());
});
