/** GraphML in three flavours: plain, for yEd, and for APOC's import into Neo4j. */
import type { Properties, PropertyValue } from "../../schema/graph.ts";
import type { Pattern } from "../lines.ts";
import type { Scene, SceneLine, SceneNode } from "../scene.ts";
import { formOf, isHollow } from "../shapes.ts";
import { tag, xmlText } from "./clean.ts";
import { type Column, type ColumnType, channels, columnsOf, plainText } from "./table.ts";

export type GraphmlFlavour = "plain" | "yed" | "apoc";

const types: Readonly<Record<ColumnType, string>> = {
  boolean: "boolean",
  integer: "long",
  double: "double",
  string: "string",
  strings: "string",
  numbers: "string",
};

const isList = ({ type }: Column) => type === "strings" || type === "numbers";

/** APOC reads a list as JSON; elsewhere it is one text. */
function declare(kind: "node" | "edge", columns: readonly Column[], flavour: GraphmlFlavour): string[] {
  return columns.map((column, i) =>
    tag("key", {
      id: `${kind[0]}${i}`,
      for: kind,
      "attr.name": column.name,
      "attr.type": flavour === "apoc" && column.type === "numbers" ? "double" : types[column.type],
      "attr.list": flavour === "apoc" && isList(column) ? (column.type === "numbers" ? "double" : "string") : undefined,
    }),
  );
}

function data(kind: "node" | "edge", row: Properties, columns: readonly Column[], flavour: GraphmlFlavour): string[] {
  const written = (value: PropertyValue) =>
    flavour === "apoc" && Array.isArray(value) ? JSON.stringify(value) : plainText(value);
  return columns.flatMap(({ name }, i) => {
    const value = row[name];
    return value === undefined ? [] : [tag("data", { key: `${kind[0]}${i}` }, xmlText(written(value)))];
  });
}

function nodeRow({ node, name, label, at, radius, color }: SceneNode, flavour: GraphmlFlavour): Properties {
  if (flavour === "apoc") return { ...node.properties, id: node.id };
  const about = { ...node.properties, labels: node.labels, kind: label };
  // Beside yEd's own geometry NetworkX would take these for it.
  if (flavour === "yed") return about;
  return { ...about, label: name.text, x: at.x, y: -at.y, size: radius, ...channels(color) };
}

function lineRow({ relationship, evidence, width, color }: SceneLine, flavour: GraphmlFlavour): Properties {
  const { id, type, properties } = relationship;
  if (flavour === "apoc") return { ...properties, id };
  const about = { ...properties, type, sentence: evidence.sentence };
  return flavour === "yed" ? about : { ...about, label: type, weight: 1, width, ...channels(color) };
}

export function writeGraphml(scene: Scene, flavour: GraphmlFlavour): string {
  const nodeRows = scene.nodes.map((node) => nodeRow(node, flavour));
  const lineRows = scene.lines.map((line) => lineRow(line, flavour));
  const [nodeColumns, lineColumns] = [columnsOf(nodeRows), columnsOf(lineRows)];
  const yed = flavour === "yed";
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag(
    "graphml",
    {
      xmlns: "http://graphml.graphdrawing.org/xmlns",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "xmlns:y": yed ? "http://www.yworks.com/xml/graphml" : undefined,
      "xsi:schemaLocation": `http://graphml.graphdrawing.org/xmlns ${
        yed
          ? "http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd"
          : "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
      }`,
    },
    ...declare("node", nodeColumns, flavour),
    ...declare("edge", lineColumns, flavour),
    ...(yed
      ? [
          tag("key", { id: "graphics", for: "node", "yfiles.type": "nodegraphics" }),
          tag("key", { id: "lines", for: "edge", "yfiles.type": "edgegraphics" }),
        ]
      : []),
    tag(
      "graph",
      { id: "G", edgedefault: "directed" },
      scene.nodes.map((node, i) =>
        tag(
          "node",
          {
            id: node.node.id,
            labels: flavour === "apoc" ? node.node.labels.map((label) => `:${label}`).join("") : undefined,
          },
          ...data("node", nodeRows[i] ?? {}, nodeColumns, flavour),
          yed ? yedNode(node) : "",
        ),
      ),
      scene.lines.map((line, i) => {
        const { id, start, end, type } = line.relationship;
        return tag(
          "edge",
          { id, source: start, target: end, label: flavour === "apoc" ? type : undefined },
          ...data("edge", lineRows[i] ?? {}, lineColumns, flavour),
          yed ? yedLine(line) : "",
        );
      }),
    ),
  )}\n`;
}

const yedShapes: Readonly<Record<string, string>> = {
  circle: "ellipse",
  square: "rectangle",
  triangle: "triangle",
  "triangle-down": "triangle2",
  diamond: "diamond",
  bar: "rectangle",
  hexagon: "hexagon",
  cross: "octagon",
};

/** Every attribute that yEd itself writes, as readers of its files ask for them. */
const yedLabel = {
  alignment: "center",
  autoSizePolicy: "content",
  fontFamily: "Dialog",
  fontSize: 12,
  fontStyle: "plain",
  hasBackgroundColor: "false",
  hasLineColor: "false",
  modelName: "sides",
  modelPosition: "e",
  textColor: "#000000",
  visible: "true",
} as const;

function yedNode({ at, radius, shape, color, name }: SceneNode): string {
  const [width, height] = shape.startsWith("bar") ? [2.3 * radius, radius] : [2 * radius, 2 * radius];
  return tag(
    "data",
    { key: "graphics" },
    tag(
      "y:ShapeNode",
      {},
      tag("y:Geometry", { x: at.x - width / 2, y: at.y - height / 2, width, height }),
      tag("y:Fill", { color: isHollow(shape) ? "#FFFFFF" : color, transparent: "false" }),
      tag("y:BorderStyle", { color, raised: "false", type: "line", width: 1.5 }),
      tag("y:NodeLabel", yedLabel, xmlText(name.text)),
      tag("y:Shape", { type: yedShapes[formOf(shape)] ?? "ellipse" }),
    ),
  );
}

const yedPatterns: Readonly<Record<Pattern, string>> = {
  solid: "line",
  dashed: "dashed",
  dotted: "dotted",
  "dash-dot": "dashed_dotted",
  double: "dotted",
  "double-dashed": "dotted",
};

function yedLine({ color, width, pattern, arrow, relationship }: SceneLine): string {
  return tag(
    "data",
    { key: "lines" },
    tag(
      "y:PolyLineEdge",
      {},
      // From the middle of one node to that of the other.
      tag("y:Path", { sx: 0, sy: 0, tx: 0, ty: 0 }),
      tag("y:LineStyle", { color, width, type: yedPatterns[pattern] }),
      tag("y:Arrows", { source: "none", target: arrow ? "standard" : "none" }),
      tag("y:EdgeLabel", { visible: "false" }, xmlText(relationship.type)),
      tag("y:BendStyle", { smoothed: "false" }),
    ),
  );
}
