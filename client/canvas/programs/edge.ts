/** The one edge program: a ribbon along a Bézier curve with arrowhead and pattern, drawn once per relationship. */
import { EdgeProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Route } from "../../../scene/geometry.ts";
import type { EdgeAttributes, NodeAttributes } from "../../view/graph.ts";
import type { Pattern } from "../../../scene/lines.ts";
import { edgeVertexShader, lineFragmentShader } from "./edge-shaders.ts";
import { ofOurs } from "./picking.ts";
import { type ViewUniform, viewUniforms } from "./view-uniforms.ts";

/** What the edge reducer gives beside Sigma's own; docks are pixels from a node's center to where its name ends. */
export interface EdgeLook {
  route: Route;
  pattern: Pattern;
  arrow: boolean;
  dockSource: number;
  dockTarget: number;
}

/** Their places are their numbers in the shader. */
const kinds: readonly Route["kind"][] = ["arc", "s", "bracket", "via"];
export const patterns: readonly Pattern[] = ["solid", "dashed", "dotted", "dash-dot", "double", "double-dashed"];

/** (share of the way, side, 0) for the ribbon's triangles; then (corner, side, 1) for the arrowhead's. */
function ribbon(segments: number): number[][] {
  const corners: number[][] = [];
  for (let i = 0; i < segments; i++) {
    const [from, to] = [i / segments, (i + 1) / segments];
    corners.push([from, 1, 0], [from, -1, 0], [to, 1, 0], [to, 1, 0], [from, -1, 0], [to, -1, 0]);
  }
  return [...corners, [0, 0, 1], [1, 1, 1], [1, -1, 1]];
}

/** Segments of a curve: fewer where there are many; 1 stands for the straight program, for thousands. */
export function segmentsFor(relationships: number): number {
  return relationships <= 800 ? 24 : relationships < 3000 ? 8 : 1;
}

export function createEdgeProgram(segments: number): EdgeProgramType<NodeAttributes, EdgeAttributes> {
  const corners = ribbon(segments);
  return class EdgeRibbons extends ofOurs(EdgeProgram<ViewUniform, NodeAttributes, EdgeAttributes>) {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: edgeVertexShader,
        FRAGMENT_SHADER_SOURCE: lineFragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: viewUniforms,
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_route", size: 4, type: FLOAT },
          { name: "a_ends", size: 4, type: FLOAT },
          { name: "a_line", size: 2, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 3, type: FLOAT }],
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
      const { kind, bend, fan } = data.route ?? { kind: "arc", bend: 0, fan: 0 };
      let i = start;
      for (const end of [source, target]) {
        array[i++] = end.x;
        array[i++] = 1 - end.y; // see programs/node.ts
      }
      array[i++] = kinds.indexOf(kind);
      array[i++] = bend;
      array[i++] = fan;
      array[i++] = patterns.indexOf(data.pattern ?? "solid");
      array[i++] = source.size;
      array[i++] = target.size;
      array[i++] = data.dockSource ?? 0;
      array[i++] = data.dockTarget ?? 0;
      array[i++] = data.size;
      array[i++] = data.arrow ? 1 : 0;
      array[i++] = floatColor(data.color);
      array[i++] = edgeIndex;
    }
  };
}
