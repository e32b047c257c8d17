/** The one node program: every shape by its distance field, so that all nodes keep one order of drawing. */
import { NodeProgram } from "sigma/rendering";
import type { NodeDisplayData } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Shape } from "../../../schema/vocabulary.ts";
import type { EdgeAttributes, NodeAttributes } from "../../view/graph.ts";
import { nodeFragmentShader, nodeVertexShader } from "./node-shaders.ts";
import { ofOurs } from "./picking.ts";
import { type ViewUniform, viewUniforms } from "./view-uniforms.ts";

/** What the node reducer gives beside Sigma's own. */
export interface NodeLook {
  shape: Shape;
  /** The stage's background: inside hollow shapes, and as a thin rim that lifts a shape off the lines. */
  background: string;
  ring: string | null;
}

const forms = ["circle", "square", "triangle", "diamond", "bar", "hexagon", "triangle-down", "cross"] as const;

/** A shape's number in the shader; eight more for a hollow one. */
function shapeNumber(shape: Shape): number {
  const hollow = shape.endsWith("-hollow");
  const form = forms.findIndex((name) => name === shape.replace("-hollow", ""));
  return Math.max(form, 0) + (hollow ? forms.length : 0);
}

export class NodeShapes extends ofOurs(NodeProgram<ViewUniform, NodeAttributes, EdgeAttributes>) {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    const color = (name: string) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: nodeVertexShader,
      FRAGMENT_SHADER_SOURCE: nodeFragmentShader,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: viewUniforms,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_ringed", size: 1, type: FLOAT },
        color("a_color"),
        color("a_background"),
        color("a_ring"),
        color("a_id"),
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ],
    };
  }

  override processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData & Partial<NodeLook>): void {
    const { array } = this;
    let i = start;
    array[i++] = data.x;
    array[i++] = 1 - data.y; // our y goes down, Sigma's up: turned over here and in canvas/projection.ts alone
    array[i++] = data.size;
    array[i++] = shapeNumber(data.shape ?? "circle");
    array[i++] = data.ring ? 1 : 0;
    array[i++] = floatColor(data.color);
    array[i++] = floatColor(data.background ?? "#ffffff");
    array[i++] = floatColor(data.ring ?? data.color);
    array[i++] = nodeIndex;
  }
}
