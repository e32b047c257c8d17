/** The few icons of the interface, drawn by hand on a grid of 16. */
import type { ReactNode } from "react";

const paths = {
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.3 10.3 14 14",
  up: "M5 9.5 8 6.5l3 3",
  back: "M9.5 3.5 5 8l4.5 4.5",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  avoid: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM4.2 4.2l7.6 7.6",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  undo: "M6 3 2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 8H7",
  redo: "M10 3l3.5 3.5L10 10M13.5 6.5h-7a4 4 0 0 0 0 8H9",
  steps: "M3 4h1.5M3 8h1.5M3 12h1.5M7 4h6M7 8h6M7 12h6",
  group: "M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2ZM5.6 6.4v.1M10.4 6.4v.1M8 10.4v.1",
  down: "M5 6.5 8 9.5l3-3",
  export: "M8 10V2.5M5 5.2 8 2.2l3 3M3 9v4.5h10V9",
  clock: "M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2ZM8 4.8V8l2.4 1.6",
  play: "M5 3.2v9.6L12.6 8Z",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  copy: "M6 5.5h7.5v8H6ZM10 5.5v-3H2.5v8H6",
  done: "M3 8.5l3.5 3.5L13 4.5",
  help: "M5.6 6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.9-1.1 1.7M8 12.4v.6",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <Strokes>
      <path d={paths[name]} />
    </Strokes>
  );
}

/** Lines of an icon's width, round where they end and turn. */
export function Strokes({ children }: { children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

/** Half light, half dark. */
export function ThemeIcon() {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2a6 6 0 0 1 0 12Z" fill="currentColor" />
    </svg>
  );
}

/** Three dots joined: two who came from different places and what they founded. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path d="M5 5.5 12 12.5 19 5.5M12 12.5V19.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle className="mark-first" cx="4.6" cy="5" r="3" />
      <circle className="mark-second" cx="19.4" cy="5" r="3" />
      <rect x="9.2" y="16.6" width="5.6" height="5.6" fill="currentColor" />
    </svg>
  );
}
