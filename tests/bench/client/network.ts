/** A network to draw, the same in every run: clusters of points, a few hubs, and names. */
import { seededRandom } from "../../../scene/random.ts";
import type { GraphNode, GraphRelationship } from "../../../schema/graph.ts";

export interface PlacedNode {
  node: GraphNode;
  x: number;
  y: number;
}

export interface Network {
  nodes: PlacedNode[];
  relationships: GraphRelationship[];
}

const labels = ["Person", "Person", "Person", "Company", "Chip"] as const;
const types = ["WORKED_AT", "FOUNDED", "DEVELOPED", "COMPETES_WITH"] as const;
const certainties = ["stated", "stated", "stated", "reported", "planned"] as const;

/** Fills a stage of `width` × `height` pixels; an end is the likelier the earlier it stands, so that degrees have a long tail. */
export function generateNetwork(count: number, lines: number, width: number, height: number): Network {
  const random = seededRandom(count);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const around = () => (random() + random() + random()) / 3 - 0.5;
  const centers = Array.from({ length: 12 }, () => ({ x: 0.15 + 0.7 * random(), y: 0.15 + 0.7 * random() }));
  const nodes = Array.from({ length: count }, (_, index) => {
    const center = pick(centers);
    const node = { id: `n${index}`, labels: ["Entity", pick(labels)], properties: { nameEn: `Name ${index}` } };
    return { node, x: width * (center.x + 0.3 * around()), y: height * (center.y + 0.3 * around()) };
  });
  const relationships = Array.from({ length: lines }, (_, index) => {
    const start = Math.floor(random() * count);
    const end = Math.floor(random() ** 2 * count);
    const properties = { certainty: pick(certainties) };
    return {
      id: `r${index}`,
      type: pick(types),
      start: `n${start}`,
      end: `n${end === start ? (end + 1) % count : end}`,
      properties,
    };
  });
  return { nodes, relationships };
}
