/** A sample of what a rule of style draws: a mark's color, a line's color or its width. */
export function Swatch({ of, color, width = 2.4 }: { of: "mark" | "line"; color: string; width?: number }) {
  return of === "mark" ? (
    <svg className="shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" style={{ color }}>
      <circle cx="8" cy="8" r="5.5" fill="currentColor" />
    </svg>
  ) : (
    <svg className="line-sample" viewBox="0 0 32 8" width="32" height="8" aria-hidden="true" style={{ color }}>
      <line x1="1" x2="31" y1="4" y2="4" stroke="currentColor" strokeWidth={width} />
    </svg>
  );
}
