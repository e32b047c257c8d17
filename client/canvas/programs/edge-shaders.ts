/** Shaders of the edge program. Lengths are CSS pixels with y downward, as in scene/geometry.ts; colors leave premultiplied. */

/** What the vertex shaders of lines share: what they are told, what they hand on, and the way to pixels. */
export const lineVertexCommon = /* glsl */ `
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
uniform float u_pixelRatio;

varying vec4 v_color;
varying float v_across;
varying float v_half;
#ifndef PLAIN
varying float v_length;
#endif
#if !defined(PLAIN) && !defined(DASHED)
varying float v_pattern;
#endif

const float bias = 255.0 / 254.0;
const float gap = 2.5;
const float feather = 0.5; // device pixels over which a line fades out; each more would be drawn in vain

vec2 toPixels(vec2 position) {
  vec2 clip = (u_matrix * vec3(position, 1.0)).xy;
  return vec2(clip.x + 1.0, 1.0 - clip.y) * 0.5 * u_viewport;
}
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
  v_pattern = a_route.w;
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
    v_pattern = 0.0;
  }
  gl_Position = vec4(point.x / u_viewport.x * 2.0 - 1.0, 1.0 - point.y / u_viewport.y * 2.0, 0.0, 1.0);
}
`;

export const edgeFragmentShader = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;

varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_length;
varying float v_pattern;

float dash(float from, float to, float at) {
  return clamp((0.5 * (to - from) - abs(at - 0.5 * (from + to))) * u_pixelRatio + 0.5, 0.0, 1.0);
}

float dot_(float middle, float at) {
  float radius = max(v_half * 1.15, 0.8 * u_pixelRatio);
  return clamp(radius - length(vec2((at - middle) * u_pixelRatio, v_across)) + 0.5, 0.0, 1.0);
}

float patterned(float a) {
  if (v_pattern > 3.5) {
    a *= clamp(abs(v_across) - (v_half - 1.2 * u_pixelRatio) + 0.5, 0.0, 1.0);
    return v_pattern > 4.5 ? a * dash(1.8, 7.2, mod(v_length, 11.0)) : a;
  }
  if (v_pattern > 2.5) {
    float p = mod(v_length, 15.0);
    return max(a * dash(0.0, 7.4, p), dot_(11.2, p));
  }
  if (v_pattern > 1.5) {
    float period = max(4.6, 4.8 * v_half / u_pixelRatio);
    return dot_(period * 0.5, mod(v_length, period));
  }
  return a * dash(1.8, 8.2, mod(v_length, 10.0));
}

void main() {
  float a = clamp(v_half - abs(v_across) + 0.5, 0.0, 1.0);
  #ifdef PICKING_MODE
  if (a < 0.5) discard;
  gl_FragColor = v_color;
  #else
  if (v_pattern > 0.5) a = patterned(a);
  a *= v_color.a;
  gl_FragColor = vec4(v_color.rgb * a, a);
  #endif
}
`;
