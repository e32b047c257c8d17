/** GraphML as the format's own schema and a reader of yEd's files have it. */
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type GraphmlFlavour, writeGraphml } from "../../scene/writers/graphml.ts";
import { fileOf, missingModule, readWith } from "../support/readers.ts";
import { alumniScene, hostileIds, hostileNames, hostileScene } from "./scenes.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const schemas = process.env["GRAPHML_SCHEMA"] ?? "";
const missing =
  missingModule("lxml") ??
  (existsSync(join(schemas, "graphml.xsd"))
    ? null
    : "GraphML's schema is not here: set GRAPHML_SCHEMA to a folder with graphml.xsd and xlink.xsd, as .ci/run does");

/** What a flavour adds to the format, by the format's own way of extension. */
const extensions: Readonly<Record<GraphmlFlavour, string>> = {
  plain: "",
  yed: `
<xs:attributeGroup name="key.extra.attrib"><xs:attributeGroup ref="key.extra.attrib"/><xs:attribute name="yfiles.type" type="xs:NMTOKEN"/></xs:attributeGroup>
<xs:complexType name="data-extension.type" mixed="true"><xs:complexContent><xs:extension base="data-extension.type">
<xs:sequence><xs:any namespace="http://www.yworks.com/xml/graphml" processContents="lax" minOccurs="0"/></xs:sequence>
</xs:extension></xs:complexContent></xs:complexType>`,
  apoc: `
<xs:attributeGroup name="key.extra.attrib"><xs:attributeGroup ref="key.extra.attrib"/><xs:attribute name="attr.list" type="xs:NMTOKEN"/></xs:attributeGroup>
<xs:attributeGroup name="node.extra.attrib"><xs:attributeGroup ref="node.extra.attrib"/><xs:attribute name="labels" type="xs:string" use="required"/></xs:attributeGroup>
<xs:attributeGroup name="edge.extra.attrib"><xs:attributeGroup ref="edge.extra.attrib"/><xs:attribute name="label" type="xs:string" use="required"/></xs:attributeGroup>`,
};

function schemaOf(flavour: GraphmlFlavour): string {
  const folder = temporaryFolder("graphml");
  for (const file of ["graphml.xsd", "xlink.xsd"]) copyFileSync(join(schemas, file), join(folder, file));
  const names = 'xmlns="http://graphml.graphdrawing.org/xmlns" targetNamespace="http://graphml.graphdrawing.org/xmlns"';
  const redefined = `<xs:redefine schemaLocation="graphml.xsd">${extensions[flavour]}</xs:redefine>`;
  const path = join(folder, "flavour.xsd");
  writeFileSync(path, `<xs:schema ${names} xmlns:xs="http://www.w3.org/2001/XMLSchema">${redefined}</xs:schema>`);
  return path;
}

describe.skipIf(missing !== null)(`GraphML's schema${missing ? ` (${missing})` : ""}`, () => {
  const validate = (schema: string) => `
from lxml import etree
schema = etree.XMLSchema(etree.parse(${JSON.stringify(schema)}))
schema.validate(etree.parse(path))
print(json.dumps([str(e.message) for e in schema.error_log]))`;

  it.each(["plain", "yed", "apoc"] satisfies GraphmlFlavour[])("accepts the %s flavour", async (flavour) => {
    const script = validate(schemaOf(flavour));
    for (const scene of [await alumniScene(), hostileScene()])
      expect(readWith(script, fileOf("a.graphml", writeGraphml(scene, flavour)))).toEqual([]);
  });

  it("refuses what is no GraphML", () => {
    const wrong = writeGraphml(hostileScene(), "plain").replaceAll("<edge ", "<arc ").replaceAll("</edge>", "</arc>");
    expect(readWith(validate(schemaOf("plain")), fileOf("a.graphml", wrong))).not.toEqual([]);
  });
});

const reader = missingModule("graphml2svg");

describe.skipIf(reader !== null)(`graphml2svg, which draws yEd's files${reader ? ` (${reader})` : ""}`, () => {
  interface Read {
    nodes: Record<string, { text: string; at: [number, number]; size: [number, number] }>;
    edges: [string, string][];
  }
  const script = `
from graphml2svg import Graph
g = Graph(path, path + '.svg')
g.run()
node = lambda n: {'text': n.text, 'at': [n.geometry.x, n.geometry.y], 'size': [n.geometry.width, n.geometry.height]}
print(json.dumps({'nodes': {k: node(n) for k, n in g.nodes.items()}, 'edges': [[e.source.id, e.target.id] for e in g.edges.values()]}, default=str))`;

  it("finds every node and relationship, each node as large and where it is on screen", async () => {
    const scene = await alumniScene();
    const read = readWith(script, fileOf("a.graphml", writeGraphml(scene, "yed"))) as Read;
    expect(read.edges).toHaveLength(scene.lines.length);
    const [first] = scene.nodes;
    for (const { node, at, radius, name } of scene.nodes) {
      const found = read.nodes[node.id];
      expect(found?.text).toBe(name.text);
      // It moves the whole drawing, so places are told from each other.
      const [x = 0, y = 0] = found?.at ?? [];
      const [x0 = 0, y0 = 0] = read.nodes[first?.node.id ?? ""]?.at ?? [];
      const [width = 0, height = 0] = found?.size ?? [];
      const [width0 = 0, height0 = 0] = read.nodes[first?.node.id ?? ""]?.size ?? [];
      expect(x + width / 2 - x0 - width0 / 2).toBeCloseTo(at.x - (first?.at.x ?? 0), 0);
      expect(y + height / 2 - y0 - height0 / 2).toBeCloseTo(at.y - (first?.at.y ?? 0), 0);
      expect(height).toBeLessThanOrEqual(2 * radius + 0.1);
    }
  });

  it("reads hostile names as they are", () => {
    const read = readWith(script, fileOf("a.graphml", writeGraphml(hostileScene(), "yed"))) as Read;
    const plain = (text = "") => text.replace(/\s+/g, " ").trim();
    expect(hostileIds.map((id) => plain(read.nodes[id]?.text))).toEqual(hostileNames.map((name) => plain(name)));
  });
});
