/** Shaders of the node program. Lengths are CSS pixels; colors leave premultiplied. */

export const nodeVertexShader = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_ringed;
attribute vec4 a_color;
attribute vec4 a_background;
attribute vec4 a_ring;
attribute vec4 a_id;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;

varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_ringed;
varying vec4 v_color;
varying vec4 v_background;
varying vec4 v_ring;

const float bias = 255.0 / 254.0;

void main() {
  v_radius = a_size / u_sizeRatio;
  v_shape = a_shape;
  v_ringed = a_ringed;
  // No wider than the widest shape with its rim, or the ring, or what a pointer may miss it by.
  float reach = v_radius * 1.2 + 2.5;
  #ifdef PICKING_MODE
  reach = max(reach, v_radius + 3.5);
  #endif
  if (a_ringed > 0.5) reach = max(reach, v_radius + 7.0);
  v_at = a_corner * reach * step(0.001, a_size);
  vec2 center = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(center + v_at * 2.0 / u_viewport, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_background = a_background;
  v_ring = a_ring;
  v_color.a *= bias;
  v_background.a *= bias;
  v_ring.a *= bias;
}
`;

export const nodeFragmentShader = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;

varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_ringed;
varying vec4 v_color;
varying vec4 v_background;
varying vec4 v_ring;

const float outline = 1.6;
const float rim = 1.6;

float box(vec2 p, vec2 half_) {
  vec2 d = abs(p) - half_;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

float triangle(vec2 p, float r) {
  p.y += 0.22 * r;
  const float k = 1.7320508;
  p.x = abs(p.x) - r;
  p.y = p.y + r / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}

float hexagon(vec2 p, float r) {
  const vec3 k = vec3(-0.8660254, 0.5, 0.5773503);
  p = abs(p.yx);
  p -= 2.0 * min(dot(k.xy, p), 0.0) * k.xy;
  p -= vec2(clamp(p.x, -k.z * r, k.z * r), r);
  return length(p) * sign(p.y);
}

float distanceTo(float form, vec2 p, float r) {
  if (form < 0.5) return length(p) - r;
  if (form < 1.5) return box(p, vec2(0.9 * r));
  if (form < 2.5) return triangle(p, 1.08 * r);
  if (form < 3.5) return (abs(p.x) + abs(p.y) - 1.2 * r) * 0.7071;
  if (form < 4.5) return box(p, vec2(1.15 * r, 0.5 * r));
  if (form < 5.5) return hexagon(p, 0.92 * r);
  if (form < 6.5) return triangle(vec2(p.x, -p.y), 1.08 * r);
  return min(box(p, vec2(r, 0.36 * r)), box(p, vec2(0.36 * r, r)));
}

float cover(float d) {
  return clamp(0.5 - d * u_pixelRatio, 0.0, 1.0);
}

void main() {
  float hollow = step(7.5, v_shape);
  float d = distanceTo(v_shape - 8.0 * hollow, v_at, v_radius);
  #ifdef PICKING_MODE
  if (min(d, length(v_at) - v_radius) > 3.0) discard;
  gl_FragColor = v_color;
  #else
  float inside = cover(d + outline) * hollow;
  float mark = cover(d);
  float lifted = cover(d - rim);
  float ring = cover(abs(length(v_at) - v_radius - 5.0) - 1.0) * v_ringed;
  vec4 color = mix(v_background, v_color, mark * (1.0 - inside));
  gl_FragColor = mix(vec4(color.rgb, 1.0) * lifted, vec4(v_ring.rgb, 1.0), ring);
  #endif
}
`;
