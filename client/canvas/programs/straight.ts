/** The edge program for thousands of lines: straight, two triangles each, with their patterns but without docks and arrows. */
import { EdgeProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import type { ProgramInfo } from "sigma/rendering";
import { floatColor } from "sigma/utils";
import type { EdgeAttributes, NodeAttributes } from "../../graph.ts";
import { type EdgeLook, createEdgeProgram, patterns } from "./edge.ts";
import { edgeFragmentShader } from "./edge-shaders.ts";
import { straightVertexShader } from "./straight-shaders.ts";
import { type ViewUniform, setViewUniforms, viewUniforms } from "./view-uniforms.ts";

/** (share of the way, side), as two triangles. */
const corners = [
  [0, 1],
  [0, -1],
  [1, 1],
  [1, 1],
  [0, -1],
  [1, -1],
];

class StraightEdges extends EdgeProgram<ViewUniform, NodeAttributes, EdgeAttributes> {
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

  override setUniforms(params: RenderParams, info: ProgramInfo<ViewUniform>): void {
    setViewUniforms(params, info);
  }
}

/** The program that draws lines in so many segments. */
export const edgeProgram = (segments: number): EdgeProgramType<NodeAttributes, EdgeAttributes> =>
  segments === 1 ? StraightEdges : createEdgeProgram(segments);
