/**
 * Shaders of the node program. Lengths are CSS pixels; colors leave premultiplied. A software renderer works out every
 * branch for every pixel, so no shape has one: each is what lies within two half-planes, folded over, and a circle.
 */

/** Handed from corners to pixels: the same for all of a node but for `v_at`. */
const varyings = /* glsl */ `
varying vec2 v_at;
varying vec4 v_normals; // of the two half-planes
varying vec3 v_limits;  // how far the half-planes and the circle lie from the middle
varying vec2 v_folds;   // 1 where the lower half is the upper's mirror image; 1 where the diagonal mirrors too
#ifdef PICKING_MODE
varying vec4 v_color;
varying float v_radius;
#else
varying vec3 v_rings;   // radius, whether ringed, whether hollow
varying vec3 v_color;
varying vec3 v_background;
varying vec3 v_ring;
#endif
`;

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
${varyings}
const float bias = 255.0 / 254.0;
const float rim = 2.1; // around the shape, with what antialiasing takes
const float nowhere = 1e4;
const float slant = 0.8660254;

/** Tells what a shape of radius r is made of, and gives how far it reaches from its middle. */
float shapeOf(float form, float r) {
  v_normals = vec4(1.0, 0.0, 0.0, 1.0);
  v_folds = vec2(1.0, 0.0);
  v_limits = vec3(nowhere, nowhere, nowhere);
  if (form < 0.5) { // circle
    v_limits.z = r;
    return r;
  }
  if (form < 1.5) { // square
    v_limits.xy = vec2(0.9 * r);
    return 0.9 * r;
  }
  if (form < 2.5 || (form > 5.5 && form < 6.5)) { // triangle, and upside down
    float side = 1.08 * r;
    float up = form < 2.5 ? 1.0 : -1.0;
    v_folds.x = 0.0;
    v_normals = vec4(0.0, -up, slant, 0.5 * up);
    v_limits.xy = side * (0.57735 + vec2(0.22, -0.11));
    return side;
  }
  if (form < 3.5) { // diamond
    v_normals = vec4(0.7071);
    v_limits.xy = vec2(0.7071 * 1.2 * r);
    return 1.2 * r;
  }
  if (form < 4.5) { // bar
    v_limits.xy = r * vec2(1.15, 0.5);
    return 1.15 * r;
  }
  if (form < 5.5) { // hexagon
    v_normals = vec4(1.0, 0.0, 0.5, slant);
    v_limits.xy = vec2(0.92 * r);
    return 1.07 * r;
  }
  v_folds.y = 1.0; // cross
  v_limits.xy = r * vec2(1.0, 0.36);
  return r;
}

void main() {
  float radius = a_size / u_sizeRatio;
  float hollow = step(7.5, a_shape);
  float reach = shapeOf(a_shape - 8.0 * hollow, radius) + rim;
  #ifdef PICKING_MODE
  reach = max(reach, radius) + 3.5;
  v_color = a_id;
  v_color.a *= bias;
  v_radius = radius;
  #else
  v_rings = vec3(radius, a_ringed, hollow);
  v_color = a_color.rgb;
  v_background = a_background.rgb;
  v_ring = a_ring.rgb;
  #endif
  if (a_ringed > 0.5) reach = max(reach, radius + 7.0);
  v_at = a_corner * reach * step(0.001, a_size);
  vec2 center = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(center + v_at * 2.0 / u_viewport, 0.0, 1.0);
}
`;

export const nodeFragmentShader = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;
${varyings}
const float outline = 1.6;
const float rim = 1.6;

float cover(float d) {
  return clamp(0.5 - d * u_pixelRatio, 0.0, 1.0);
}

void main() {
  float far = length(v_at);
  vec2 folded = abs(v_at);
  vec2 p = vec2(folded.x, mix(v_at.y, folded.y, v_folds.x));
  p = mix(p, vec2(max(p.x, p.y), min(p.x, p.y)), v_folds.y);
  vec3 beyond = vec3(dot(v_normals.xy, p), dot(v_normals.zw, p), far) - v_limits;
  float d = max(max(beyond.x, beyond.y), beyond.z);
  #ifdef PICKING_MODE
  if (min(d, far - v_radius) > 3.0) discard;
  gl_FragColor = v_color;
  #else
  float inside = cover(d + outline) * v_rings.z;
  float ring = cover(abs(far - v_rings.x - 5.0) - 1.0) * v_rings.y;
  vec3 color = mix(v_background, v_color, cover(d) * (1.0 - inside));
  gl_FragColor = mix(vec4(color, 1.0) * cover(d - rim), vec4(v_ring, 1.0), ring);
  #endif
}
`;
