/** The edge programs for thousands of lines: straight, two triangles each, without docks and arrows; one has patterns. */
import { EdgeProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { EdgeAttributes, NodeAttributes } from "../../view/graph.ts";
import type { Pattern } from "../../../scene/lines.ts";
import { type EdgeLook, createEdgeProgram, patterns } from "./edge.ts";
import { edgeFragmentShader } from "./edge-shaders.ts";
import {
  dashedFragmentShader,
  dashedVertexShader,
  plainFragmentShader,
  plainVertexShader,
  straightVertexShader,
} from "./straight-shaders.ts";
import { ofOurs } from "./picking.ts";
import { type ViewUniform, viewUniforms } from "./view-uniforms.ts";

/** (share of the way, side), as two triangles. */
const corners = [
  [0, 1],
  [0, -1],
  [1, 1],
  [1, 1],
  [0, -1],
  [1, -1],
];

export class StraightEdges extends ofOurs(EdgeProgram<ViewUniform, NodeAttributes, EdgeAttributes>) {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: corners.length,
      VERTEX_SHADER_SOURCE: straightVertexShader,
      FRAGMENT_SHADER_SOURCE: edgeFragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: viewUniforms,
      ATTRIBUTES: [
        { name: "a_source", size: 2, type: FLOAT },
        { name: "a_target", size: 2, type: FLOAT },
        { name: "a_ends", size: 2, type: FLOAT },
        { name: "a_line", size: 2, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: corners,
    };
  }

  override processVisibleItem(
    edgeIndex: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData & Partial<EdgeLook>,
  ): void {
    const { array } = this;
    let i = start;
    array[i++] = source.x;
    array[i++] = 1 - source.y; // see programs/node.ts
    array[i++] = target.x;
    array[i++] = 1 - target.y;
    array[i++] = source.size;
    array[i++] = target.size;
    array[i++] = data.size;
    array[i++] = patterns.indexOf(data.pattern ?? "solid");
    array[i++] = floatColor(data.color);
    array[i++] = edgeIndex;
  }
}

/** The straight program with shaders that know less, and so cost less. */
const cheaper = (vertex: string, fragment: string): EdgeProgramType<NodeAttributes, EdgeAttributes> =>
  class extends StraightEdges {
    override getDefinition() {
      return { ...super.getDefinition(), VERTEX_SHADER_SOURCE: vertex, FRAGMENT_SHADER_SOURCE: fragment };
    }
  };

const PlainEdges = cheaper(plainVertexShader, plainFragmentShader);
const DashedEdges = cheaper(dashedVertexShader, dashedFragmentShader);

/** The program that draws lines in so many segments. */
const edgeProgram = (segments: number): EdgeProgramType<NodeAttributes, EdgeAttributes> =>
  segments === 1 ? StraightEdges : createEdgeProgram(segments);

const cheapest: Partial<Record<Pattern, "plain" | "dashed">> = {
  solid: "plain",
  dashed: "dashed",
  dotted: "dashed",
  "dash-dot": "dashed",
};

/** What a line is drawn by: among thousands by the cheapest program that can, except those that lie above others. */
export const programOf = ({ pattern, zIndex }: { pattern: Pattern; zIndex: number }, segments: number) =>
  (segments === 1 && zIndex <= 1 ? cheapest[pattern] : undefined) ?? "ribbon";

/** The programs for lines in so many segments, in the order in which they are drawn. */
export const edgePrograms = (segments: number) => ({
  plain: PlainEdges,
  dashed: DashedEdges,
  ribbon: edgeProgram(segments),
});
