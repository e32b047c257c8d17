/** Shaders of the straight edge programs, for thousands of lines: two triangles each. Lengths are CSS pixels. */
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
#ifdef DASHED
varying float v_period;
varying vec2 v_dash; // its middle and half its length, in CSS pixels
varying vec2 v_dot;  // its middle in CSS pixels, its radius in device pixels

/** What comes back with each period, as edgeFragmentShader draws it; what a pattern has not is of less than no size. */
void repeat(float pattern, float half_) {
  float radius = max(half_ * 1.15, 0.8) * u_pixelRatio;
  float dotted = max(4.6, 4.8 * half_);
  v_period = pattern < 1.5 ? 10.0 : pattern < 2.5 ? dotted : 15.0;
  v_dash = pattern < 1.5 ? vec2(5.0, 3.2) : pattern < 2.5 ? vec2(0.0, -9.0) : vec2(3.7, 3.7);
  v_dot = pattern < 1.5 ? vec2(0.0, -9.0) : vec2(pattern < 2.5 ? 0.5 * dotted : 11.2, radius);
}
#endif

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
  #ifdef DASHED
  repeat(a_line.y, half_);
  v_length = at - from;
  #elif !defined(PLAIN)
  v_length = at - from;
  v_pattern = a_line.y;
  #endif
  v_half = half_ * u_pixelRatio;
  v_across = a_corner.y * reach * u_pixelRatio;
  vec2 point = source + along * at + vec2(-along.y, along.x) * a_corner.y * reach;
  gl_Position = vec4(point.x / u_viewport.x * 2.0 - 1.0, 1.0 - point.y / u_viewport.y * 2.0, 0.0, 1.0);
}
`;

/** Solid lines need to know nothing else; a software renderer works out every pattern for every pixel, asked or not. */
export const plainVertexShader = `#define PLAIN\n${straightVertexShader}`;

export const dashedVertexShader = `#define DASHED\n${straightVertexShader}`;

export const plainFragmentShader = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying float v_across;
varying float v_half;

void main() {
  float a = clamp(v_half - abs(v_across) + 0.5, 0.0, 1.0);
  #ifdef PICKING_MODE
  if (a < 0.5) discard;
  gl_FragColor = v_color;
  #else
  a *= v_color.a;
  gl_FragColor = vec4(v_color.rgb * a, a);
  #endif
}
`;

/** Dashes, dots, and both in turn, by one sum for all of them. */
export const dashedFragmentShader = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;

varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_length;
varying float v_period;
varying vec2 v_dash;
varying vec2 v_dot;

void main() {
  float a = clamp(v_half - abs(v_across) + 0.5, 0.0, 1.0);
  #ifdef PICKING_MODE
  if (a < 0.5) discard;
  gl_FragColor = v_color;
  #else
  float p = mod(v_length, v_period);
  float dash = a * clamp((v_dash.y - abs(p - v_dash.x)) * u_pixelRatio + 0.5, 0.0, 1.0);
  float dot_ = clamp(v_dot.y - length(vec2((p - v_dot.x) * u_pixelRatio, v_across)) + 0.5, 0.0, 1.0);
  a = max(dash, dot_) * v_color.a;
  gl_FragColor = vec4(v_color.rgb * a, a);
  #endif
}
`;
