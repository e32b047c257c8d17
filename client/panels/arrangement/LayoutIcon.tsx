/** What each layout looks like, drawn by hand on a grid of 20: dots for names, strokes for lines and guides. */
import type { Layout } from "../../store.ts";

interface Drawing {
  lines: string;
  /** Centers of dots. */
  dots: readonly (readonly [x: number, y: number])[];
  /** What is drawn behind. */
  guides?: string;
}

const drawings: Readonly<Record<Layout, Drawing>> = {
  columns: {
    lines: "M4 5 10 4M4 5 10 10M4 15 10 10M4 15 10 16M10 4 16 7M10 10 16 7M10 16 16 14",
    dots: [
      [4, 5],
      [4, 15],
      [10, 4],
      [10, 10],
      [10, 16],
      [16, 7],
      [16, 14],
    ],
  },
  organic: {
    lines: "M9 9 4 4M9 9 15 5M9 9 5 14M9 9 14 13M14 13 16.5 17M14 13 15 5M5 14 9 17",
    dots: [
      [9, 9],
      [4, 4],
      [15, 5],
      [5, 14],
      [14, 13],
      [16.5, 17],
      [9, 17],
    ],
  },
  layered: {
    lines: "M3.5 10 10 5M3.5 10 10 15M10 5 16.5 3M10 5 16.5 9M10 15 16.5 15",
    dots: [
      [3.5, 10],
      [10, 5],
      [10, 15],
      [16.5, 3],
      [16.5, 9],
      [16.5, 15],
    ],
  },
  radial: {
    guides: "M10 4.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM10 1.2a8.8 8.8 0 1 1 0 17.6 8.8 8.8 0 0 1 0-17.6Z",
    lines: "M10 10 6.1 6.1M10 10 15.5 10M10 10 7.3 14.8",
    dots: [
      [10, 10],
      [6.1, 6.1],
      [15.5, 10],
      [7.3, 14.8],
      [17.2, 5],
      [2.2, 14],
    ],
  },
  timeline: {
    guides: "M2.5 3.5h15M5 3.5v13M10 3.5v13M15 3.5v13",
    lines: "M5 7 10 12M10 12 15 9",
    dots: [
      [5, 7],
      [5, 15],
      [10, 12],
      [15, 9],
      [15, 14.5],
    ],
  },
  grid: {
    guides: "M3 3.5h5M12 3.5h5M3 12h5",
    lines: "",
    dots: [
      [4, 6.8],
      [7.5, 6.8],
      [13, 6.8],
      [16.5, 6.8],
      [13, 10],
      [4, 15.4],
      [7.5, 15.4],
    ],
  },
};

export function LayoutIcon({ layout }: { layout: Layout }) {
  const { lines, dots, guides } = drawings[layout];
  return (
    <svg className="layout-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {guides === undefined ? null : <path className="layout-guides" d={guides} />}
      <path d={lines} fill="none" stroke="currentColor" strokeWidth="1" />
      {dots.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="1.6" fill="currentColor" />
      ))}
    </svg>
  );
}
