/** A label's shape as a small picture: the same forms as on the stage. */
import type { Shape } from "../../schema/vocabulary.ts";

const hexagon = "M8 1.6 13.5 4.8v6.4L8 14.4 2.5 11.2V4.8Z";
const outlines: Readonly<Record<Shape, string>> = {
  circle: "M8 2.5a5.5 5.5 0 1 0 .01 0Z",
  square: "M3 3h10v10H3Z",
  "square-hollow": "M3 3h10v10H3Z",
  triangle: "M8 2.6 14 13H2Z",
  diamond: "M8 1.8 14.2 8 8 14.2 1.8 8Z",
  bar: "M1.5 5.5h13v5h-13Z",
  hexagon,
  "hexagon-hollow": hexagon,
  "triangle-down": "M8 13.4 2 3h12Z",
  cross: "M5.7 2h4.6v3.7H14v4.6h-3.7V14H5.7v-3.7H2V5.7h3.7Z",
  "circle-hollow": "M8 2.5a5.5 5.5 0 1 0 .01 0Z",
  "diamond-hollow": "M8 1.8 14.2 8 8 14.2 1.8 8Z",
  "triangle-down-hollow": "M8 13.4 2 3h12Z",
  "bar-hollow": "M1.5 5.5h13v5h-13Z",
};

/** Takes the color of the text around it. */
export function ShapeIcon({ shape }: { shape: Shape }) {
  const hollow = shape.endsWith("-hollow");
  return (
    <svg className="shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path
        d={outlines[shape]}
        fill={hollow ? "none" : "currentColor"}
        stroke="currentColor"
        strokeWidth={hollow ? 1.6 : 0}
      />
    </svg>
  );
}
