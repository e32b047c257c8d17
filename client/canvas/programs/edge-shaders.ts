/** Shaders of the edge program. Lengths are CSS pixels with y downward, as in scene/geometry.ts; colors leave premultiplied. */

/** Handed from corners to pixels; solid lines among thousands need to know no pattern, so they are drawn as PLAIN. */
const varyings = /* glsl */ `
varying vec4 v_color;
varying float v_across; // device pixels from the line's middle
varying float v_half;   // device pixels from there to its edge
#ifndef PLAIN
varying float v_length; // CSS pixels from the line's start
varying float v_period;
varying vec2 v_dash;    // its middle within a period and half its length, in CSS pixels
varying vec2 v_dot;     // its middle there in CSS pixels, its radius in device pixels
varying float v_double; // 1 where there is room between two thin lines
#endif
`;

/** What the vertex shaders of lines share: what they are told, what they hand on, and the way to pixels. */
export const lineVertexCommon = /* glsl */ `
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
${varyings}
const float bias = 255.0 / 254.0;
const float gap = 2.5;
const float feather = 0.5; // device pixels over which a line fades out; each more would be drawn in vain

vec2 toPixels(vec2 position) {
  vec2 clip = (u_matrix * vec3(position, 1.0)).xy;
  return vec2(clip.x + 1.0, 1.0 - clip.y) * 0.5 * u_viewport;
}

#ifndef PLAIN
const float endless = 1e6;
const vec2 none = vec2(0.0, -9.0);

// Numbers for each pattern, in the order of programs/edge.ts, of a line so many CSS pixels wide from its middle.
void setPattern(float pattern, float half_) {
  float radius = max(half_ * 1.15, 0.8) * u_pixelRatio;
  float apart = max(4.6, 4.8 * half_);
  v_period = endless;
  v_dash = vec2(0.0, endless);
  v_dot = none;
  v_double = step(3.5, pattern);
  if (pattern > 4.5) {
    v_period = 11.0;
    v_dash = vec2(4.5, 2.7);
  } else if (pattern > 2.5 && pattern < 3.5) {
    v_period = 15.0;
    v_dash = vec2(3.7, 3.7);
    v_dot = vec2(11.2, radius);
  } else if (pattern > 1.5 && pattern < 2.5) {
    v_period = apart;
    v_dash = none;
    v_dot = vec2(0.5 * apart, radius);
  } else if (pattern > 0.5 && pattern < 1.5) {
    v_period = 10.0;
    v_dash = vec2(5.0, 3.2);
  }
}
#endif
`;

export const edgeVertexShader = /* glsl */ `
precision highp float;

attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_route; // kind, bend, fan, pattern
attribute vec4 a_ends;  // radius and dock: source radius, target radius, source dock, target dock
attribute vec2 a_line;  // width, arrow
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec3 a_corner;

${lineVertexCommon}
vec2 A;
vec2 B;
vec2 C;
vec2 D;

vec2 at(float t) {
  float s = 1.0 - t;
  return s * s * s * A + 3.0 * s * s * t * B + 3.0 * s * t * t * C + t * t * t * D;
}

vec2 direction(float t) {
  float s = 1.0 - t;
  vec2 d = s * s * (B - A) + 2.0 * s * t * (C - B) + t * t * (D - C);
  if (dot(d, d) < 1e-6) d = D - A;
  float l = length(d);
  return l < 1e-6 ? vec2(1.0, 0.0) : d / l;
}

// The share of the way at which the curve leaves a disc around its start, or around its end.
float leaves(float radius, float start, float end) {
  vec2 center = at(start);
  float low = start;
  float high = end;
  for (int i = 0; i < 9; i++) {
    float middle = 0.5 * (low + high);
    if (distance(at(middle), center) < radius) low = middle; else high = middle;
  }
  return 0.5 * (low + high);
}

float lengthBetween(float from, float to) {
  float sum = 0.0;
  vec2 last = at(from);
  for (int i = 1; i <= 16; i++) {
    vec2 next = at(mix(from, to, float(i) / 16.0));
    sum += distance(last, next);
    last = next;
  }
  return sum;
}

void route(vec2 source, vec2 target, float dockSource, float dockTarget) {
  A = source;
  D = target;
  vec2 way = D - A;
  if (a_route.x > 2.5) {
    float most = abs(way.x) * 0.9;
    A.x += min(dockSource, most);
    D.x += min(dockTarget, most);
    float wide = D.x - A.x;
    B = A + vec2(wide / 3.0, wide * a_route.y);
    C = D + vec2(-wide / 3.0, wide * a_route.z);
  } else if (a_route.x > 1.5) {
    B = A + vec2(a_route.y / u_sizeRatio, 0.0);
    C = D + vec2(a_route.y / u_sizeRatio, 0.0);
  } else if (a_route.x > 0.5) {
    float most = abs(way.x) * 0.9;
    A += vec2(min(dockSource, most), a_route.z / u_sizeRatio);
    D += vec2(min(dockTarget, most), a_route.z / u_sizeRatio);
    float wide = D.x - A.x;
    float level = min(max(a_route.y / u_sizeRatio, abs(wide) * 0.5), abs(wide) * 0.82);
    B = A + vec2(wide >= 0.0 ? level : wide + level, 0.0);
    C = D - vec2(wide >= 0.0 ? wide - level : -level, 0.0);
  } else {
    vec2 control = 0.5 * (A + D) + vec2(way.y, -way.x) * a_route.y;
    B = A + (control - A) * 2.0 / 3.0;
    C = D + (control - D) * 2.0 / 3.0;
  }
}

void main() {
  float width = a_line.x / u_sizeRatio;
  bool headless = a_corner.z > 0.5 && a_line.y < 0.5;
  if (a_line.x <= 0.0 || headless) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec4 ends = a_ends / u_sizeRatio;
  route(toPixels(a_source), toPixels(a_target), ends.z, ends.w);
  float head = 5.0 + 1.8 * width;
  float clearSource = ends.z > 0.0 ? 0.0 : ends.x + gap;
  float clearTarget = ends.w > 0.0 ? 0.0 : ends.y + gap;
  float start = clearSource > 0.0 ? leaves(clearSource, 0.0, 0.6) : 0.0;
  float tip = clearTarget > 0.0 ? leaves(clearTarget, 1.0, 0.4) : 1.0;
  float end = a_line.y > 0.5 ? leaves(clearTarget + head, 1.0, 0.3) : tip;

  float half_ = 0.5 * width;
  #ifdef PICKING_MODE
  half_ = max(half_, 3.5);
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  setPattern(a_corner.z < 0.5 ? a_route.w : 0.0, half_);
  v_length = 0.0;
  v_half = half_ * u_pixelRatio;

  vec2 point;
  if (a_corner.z < 0.5) {
    float t = mix(start, max(end, start), a_corner.x);
    vec2 along = direction(t);
    float reach = half_ + feather / u_pixelRatio;
    point = at(t) + vec2(-along.y, along.x) * a_corner.y * reach;
    v_across = a_corner.y * reach * u_pixelRatio;
    if (a_route.w > 0.5) v_length = lengthBetween(start, t);
  } else {
    vec2 point1 = at(tip);
    vec2 base = at(end);
    vec2 along = distance(point1, base) > 1e-3 ? normalize(point1 - base) : direction(1.0);
    float wide = 0.36 * head + 0.5;
    float reach = wide + feather / u_pixelRatio;
    base = point1 - along * head;
    point = mix(point1, base, a_corner.x) + vec2(-along.y, along.x) * a_corner.y * reach;
    v_across = a_corner.y * reach * u_pixelRatio;
    v_half = a_corner.x * wide * u_pixelRatio;
  }
  gl_Position = vec4(point.x / u_viewport.x * 2.0 - 1.0, 1.0 - point.y / u_viewport.y * 2.0, 0.0, 1.0);
}
`;

/** All patterns by one sum without a branch: a software renderer works out every branch for every pixel, asked or not. */
export const lineFragmentShader = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;
${varyings}
void main() {
  float a = clamp(v_half - abs(v_across) + 0.5, 0.0, 1.0);
  #ifdef PICKING_MODE
  if (a < 0.5) discard;
  gl_FragColor = v_color;
  #else
  #ifndef PLAIN
  float between = clamp(abs(v_across) - (v_half - 1.2 * u_pixelRatio) + 0.5, 0.0, 1.0);
  float p = mod(v_length, v_period);
  float dash = clamp((v_dash.y - abs(p - v_dash.x)) * u_pixelRatio + 0.5, 0.0, 1.0);
  float dot_ = clamp(v_dot.y - length(vec2((p - v_dot.x) * u_pixelRatio, v_across)) + 0.5, 0.0, 1.0);
  a = max(a * mix(1.0, between, v_double) * dash, dot_);
  #endif
  a *= v_color.a;
  gl_FragColor = vec4(v_color.rgb * a, a);
  #endif
}
`;
