/** Our graph files in Gephi itself, as its toolkit. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeGexf } from "../../scene/writers/gexf.ts";
import { writeGraphml } from "../../scene/writers/graphml.ts";
import { fileOf, missingProgram } from "../support/readers.ts";
import { hostileIds, hostileNames, hostileScene } from "./scenes.ts";

const folder = join(import.meta.dirname, "../support/gephi");
/** The toolkit's jars, as Maven fetches them by tests/support/gephi/pom.xml. */
const jars = process.env["GEPHI_JARS"] ?? "";
const install = "mvn -f tests/support/gephi/pom.xml dependency:copy-dependencies -DoutputDirectory=FOLDER";
const missing =
  missingProgram("java", "openjdk-17-jdk-headless") ??
  (existsSync(jars) ? null : `Gephi's toolkit is not here: ${install}, then set GEPHI_JARS`);

interface Read {
  nodes: [id: string, label: string, x: number, y: number][];
  edges: [id: string, source: string, target: string, kind: string | null][];
}

function opened(name: string, content: string): Read {
  const program = ["-cp", join(jars, "*"), join(folder, "ReadGraph.java"), fileOf(name, content)];
  const printed = execFileSync("java", program, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 120_000,
  });
  return JSON.parse(printed) as Read;
}

const asXml = (text: string) => text.replace(/\r/g, "\n");

describe.skipIf(missing !== null)(`Gephi${missing ? ` (${missing})` : ""}`, { timeout: 180_000 }, () => {
  const scene = hostileScene();

  it("keeps every node and parallel relationship of GEXF apart, with names, kinds and places", () => {
    const { nodes, edges } = opened("a.gexf", writeGexf(scene, "1.3"));
    expect(nodes.map(([id, label]) => [id, asXml(label)])).toEqual(
      hostileIds.map((id, i) => [id, asXml(hostileNames[i] ?? "")]),
    );
    expect(edges.map(([id, source, target, kind]) => [id, source, target, kind]).toSorted()).toEqual(
      scene.lines.map(({ relationship: { id, start, end, type } }) => [id, start, end, type]).toSorted(),
    );
    // It brings them to a scale of its own, and counts upward as we do there: the second node stays above the third.
    const [, [, , x1, y1] = [0, 0, 0, 0], [, , x2, y2] = [0, 0, 0, 0]] = nodes;
    const [, one, two] = scene.nodes.toSorted((a, b) => hostileIds.indexOf(a.node.id) - hostileIds.indexOf(b.node.id));
    expect([Math.sign(x1 - x2), Math.sign(y1 - y2)]).toEqual([
      Math.sign((one?.at.x ?? 0) - (two?.at.x ?? 0)),
      -Math.sign((one?.at.y ?? 0) - (two?.at.y ?? 0)),
    ]);
  });

  it("reads every name of GraphML, and merges its parallel relationships as the dialog says", () => {
    const { nodes, edges } = opened("a.graphml", writeGraphml(scene, "plain"));
    expect(nodes.map(([, label]) => asXml(label))).toEqual(hostileNames.map(asXml));
    expect(edges).toHaveLength(hostileIds.length);
  });
});
