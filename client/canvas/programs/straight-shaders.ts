/** Shader of the straight edge programs, for thousands of lines: two triangles each. Lengths are CSS pixels. */
import { lineVertexCommon } from "./edge-shaders.ts";

export const straightVertexShader = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_ends; // radius of source, radius of target
attribute vec2 a_line; // width, pattern
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;

${lineVertexCommon}
void main() {
  vec2 source = toPixels(a_source);
  vec2 way = toPixels(a_target) - source;
  float whole = max(length(way), 1e-3);
  vec2 along = way / whole;
  vec2 clear = a_ends / u_sizeRatio + gap;
  float from = min(clear.x, whole * 0.5);
  float to = max(whole - clear.y, from);
  float half_ = 0.5 * a_line.x / u_sizeRatio;
  #ifdef PICKING_MODE
  half_ = max(half_, 3.5);
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  float reach = half_ + feather / u_pixelRatio;
  float at = mix(from, to, a_corner.x);
  #ifndef PLAIN
  v_length = at - from;
  setPattern(a_line.y, half_);
  #endif
  v_half = half_ * u_pixelRatio;
  v_across = a_corner.y * reach * u_pixelRatio;
  vec2 point = source + along * at + vec2(-along.y, along.x) * a_corner.y * reach;
  gl_Position = vec4(point.x / u_viewport.x * 2.0 - 1.0, 1.0 - point.y / u_viewport.y * 2.0, 0.0, 1.0);
}
`;
