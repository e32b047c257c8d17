/** The edge programs for thousands of lines: straight, two triangles each, without docks and arrows; one has patterns. */
import { EdgeProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { EdgeAttributes, NodeAttributes } from "../../view/graph.ts";
import type { Pattern } from "../../../scene/lines.ts";
import { type EdgeLook, createEdgeProgram, patterns } from "./edge.ts";
import { lineFragmentShader } from "./edge-shaders.ts";
import { straightVertexShader } from "./straight-shaders.ts";
import { NoProgram, ofOurs } from "./picking.ts";
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
      FRAGMENT_SHADER_SOURCE: lineFragmentShader,
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

const plain = (shader: string) => `#define PLAIN\n${shader}`;

class PlainEdges extends StraightEdges {
  override getDefinition() {
    return {
      ...super.getDefinition(),
      VERTEX_SHADER_SOURCE: plain(straightVertexShader),
      FRAGMENT_SHADER_SOURCE: plain(lineFragmentShader),
    };
  }
}

/** The program that draws lines in so many segments. */
const edgeProgram = (segments: number): EdgeProgramType<NodeAttributes, EdgeAttributes> =>
  segments === 1 ? StraightEdges : createEdgeProgram(segments);

/** What a line is drawn by: solid ones among thousands by the cheaper program, except those that lie above others. */
export const programOf = ({ pattern, zIndex }: { pattern: Pattern; zIndex: number }, segments: number) =>
  segments === 1 && pattern === "solid" && zIndex <= 1 ? "plain" : "ribbon";

/** The programs for lines in so many segments, in the order in which they are drawn. */
export const edgePrograms = (segments: number) => ({
  plain: segments === 1 ? PlainEdges : NoProgram,
  ribbon: edgeProgram(segments),
});
