/** A page of the one-file page in one language: its words, its drawing, and what is known of each node and relationship. */
import type { Composed } from "../../page.ts";
import { type Scene, evidencesOf } from "../../scene.ts";
import { clean } from "../clean.ts";
import { writeSvg, xmlId } from "../svg.ts";

export const svgOf = ({ scene, sheet }: Composed): string =>
  writeSvg(scene, sheet, true).replace(/^<\?xml.*?\?>\s*/, "");

/** `svg` is its drawing, null where that stands in the page already. */
export function edition({ scene }: Composed, svg: string | null) {
  const addresses = new Map(scene.text.sources.map(({ id, url }) => [id, url]));
  return {
    title: clean(scene.text.title),
    text: clean(scene.text.standfirst),
    svg,
    nodes: scene.nodes.map(({ node, name, label }) => ({
      id: node.id,
      element: xmlId("node", node.id),
      name: clean(name.text),
      label: clean(label),
      found: clean(searchedText(node.properties, name.text)),
    })),
    lines: scene.lines.flatMap((line) =>
      evidencesOf(line).map(({ id, evidence }) => ({
        id,
        element: xmlId("relationship", line.relationship.id),
        start: line.relationship.start,
        end: line.relationship.end,
        sentence: clean(evidence.sentence),
        details: clean(evidence.details),
        citations: evidence.citations.map(({ document, text }) => ({
          text: clean(text),
          address: addresses.get(document) ?? null,
        })),
      })),
    ),
  };
}

/** All names of a node, in every script. */
function searchedText(properties: Scene["nodes"][number]["node"]["properties"], name: string): string {
  const others = ["nameEn", "nameZhHant", "nameZhHans", "aliases"].flatMap((key) => properties[key] ?? []);
  return [name, ...others].join("\n").toLowerCase();
}
