/** What every program of ours is told of the view: the camera's matrix, the stage's size, and the ratios of sizes and pixels. */
import type { ProgramInfo } from "sigma/rendering";
import type { RenderParams } from "sigma/types";

export const viewUniforms = ["u_matrix", "u_viewport", "u_sizeRatio", "u_pixelRatio"] as const;
export type ViewUniform = (typeof viewUniforms)[number];

export function setViewUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<ViewUniform>): void {
  gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
  gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
  gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
}
