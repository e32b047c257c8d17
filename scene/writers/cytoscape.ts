/** Cytoscape's JSON, read by Cytoscape, cytoscape.js and NetworkX. */
import type { Scene } from "../scene.ts";

export function writeCytoscape(scene: Scene): string {
  const nodes = scene.nodes.map(({ node, name, label, at, radius, color, shape }) => ({
    data: {
      ...node.properties,
      id: node.id,
      // NetworkX names nodes by it.
      value: node.id,
      name: name.text,
      shared_name: name.text,
      labels: node.labels,
      kind: label,
      color,
      shape,
      size: 2 * radius,
    },
    position: { x: at.x, y: at.y },
  }));
  const edges = scene.lines.map(({ relationship: { id, type, start, end, properties }, evidence, color, width }) => ({
    data: {
      ...properties,
      // An interval's own words would be taken for the ends of the edge.
      from: properties["start"],
      until: properties["end"],
      start: undefined,
      end: undefined,
      id,
      key: id,
      source: start,
      target: end,
      type,
      interaction: type,
      shared_interaction: type,
      name: evidence.sentence,
      color,
      width,
    },
  }));
  const about = { name: scene.text.title, shared_name: scene.text.title };
  return `${JSON.stringify({ data: about, directed: true, multigraph: true, elements: { nodes, edges } }, null, 1)}\n`;
}
