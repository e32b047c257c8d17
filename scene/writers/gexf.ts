/** GEXF 1.3 and 1.2 with positions, colors and dates, for Gephi. */
import { daysOf } from "../../schema/date.ts";
import { PartialDate } from "../../schema/date.ts";
import type { Properties, PropertyValue } from "../../schema/graph.ts";
import type { Scene, SceneLine, SceneNode } from "../scene.ts";
import { tag, xmlText } from "./clean.ts";
import { type Column, type ColumnType, channels, columnsOf, plainText } from "./table.ts";

export type GexfVersion = "1.3" | "1.2";

const namespaces = {
  "1.3": { xmlns: "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz" },
  "1.2": { xmlns: "http://www.gexf.net/1.2draft", "xmlns:viz": "http://www.gexf.net/1.2draft/viz" },
} as const;

/** Lists are texts, as not every reader knows GEXF's own. */
const types: Readonly<Record<ColumnType, string>> = {
  boolean: "boolean",
  integer: "long",
  double: "double",
  string: "string",
  strings: "string",
  numbers: "string",
};

/** Properties under names that the format does not use itself; dates as given are told apart from the whole days. */
const attributesOf = (properties: Properties): Properties =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name === "start" ? "from" : name === "end" ? "until" : name,
      value,
    ]),
  );

const day = (date: number) => String(date).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");

/** Whole days around a partial date: the first that it can mean, or the last. */
function widened({ start, end }: Properties): { start?: string; end?: string } {
  const known = (date: PropertyValue | undefined) => PartialDate.safeParse(date).data;
  const [from, to] = [known(start), known(end)];
  return {
    ...(from === undefined ? {} : { start: day(daysOf(from).earliest) }),
    ...(to === undefined ? {} : { end: day(daysOf(to).latest) }),
  };
}

export function writeGexf(scene: Scene, version: GexfVersion): string {
  const nodeRows = scene.nodes.map(({ node, label }) => ({
    ...attributesOf(node.properties),
    labels: node.labels,
    kind: label,
  }));
  const lineRows = scene.lines.map(({ relationship, evidence }) => ({
    ...attributesOf(relationship.properties),
    type: relationship.type,
    sentence: evidence.sentence,
  }));
  const [nodeColumns, lineColumns] = [columnsOf(nodeRows), columnsOf(lineRows)];
  const time = version === "1.3" ? { timerepresentation: "interval" } : {};
  const graph = { defaultedgetype: "directed", mode: "dynamic", timeformat: "date", ...time };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag(
    "gexf",
    { ...namespaces[version], version },
    tag(
      "meta",
      { lastmodifieddate: scene.about.date.length === 10 ? scene.about.date : undefined },
      tag("creator", {}, "Alumnigraph"),
      tag("description", {}, xmlText(scene.text.title)),
    ),
    tag(
      "graph",
      graph,
      declare("node", nodeColumns),
      declare("edge", lineColumns),
      tag(
        "nodes",
        {},
        scene.nodes.map((node, i) => writeNode(node, nodeRows[i] ?? {}, nodeColumns)),
      ),
      tag(
        "edges",
        {},
        scene.lines.map((line, i) => writeEdge(line, lineRows[i] ?? {}, lineColumns, version)),
      ),
    ),
  )}\n`;
}

const declare = (kind: "node" | "edge", columns: readonly Column[]): string =>
  tag(
    "attributes",
    { class: kind, mode: "static" },
    ...columns.map(({ name, type }, i) => tag("attribute", { id: String(i), title: name, type: types[type] })),
  );

const values = (row: Properties, columns: readonly Column[]): string =>
  tag(
    "attvalues",
    {},
    ...columns.flatMap(({ name }, i) => {
      const value = row[name];
      return value === undefined ? [] : [tag("attvalue", { for: String(i), value: plainText(value) })];
    }),
  );

const color = (hex: string): string => {
  const { r, g, b } = channels(hex);
  return tag("viz:color", { r, g, b });
};

function writeNode(
  { node, name, at, radius, color: paint }: SceneNode,
  row: Properties,
  columns: readonly Column[],
): string {
  return tag(
    "node",
    { id: node.id, label: name.text },
    values(row, columns),
    tag("viz:size", { value: radius }),
    tag("viz:position", { x: at.x, y: -at.y, z: 0 }),
    color(paint),
  );
}

/** Gephi merges parallel relationships, and overwrites what they say, unless each type is a kind of its own. */
function writeEdge(line: SceneLine, row: Properties, columns: readonly Column[], version: GexfVersion): string {
  const { id, type, start, end, properties } = line.relationship;
  const kind = version === "1.3" ? { kind: type } : {};
  return tag(
    "edge",
    { id, source: start, target: end, type: "directed", label: type, weight: 1, ...kind, ...widened(properties) },
    values(row, columns),
    tag("viz:thickness", { value: line.width }),
    color(line.color),
  );
}
