/** Crossings of straight lines between columns: what the order of the rows tries to keep few. */

/** A line between two nodes by number; `from` is never right of `to`, and `left`, `right` are their columns. */
export interface ColumnLine {
  from: number;
  to: number;
  left: number;
  right: number;
  weight: number;
}

/** Nodes by number: the column of each, and lines between them by number. */
export interface ColumnGraph {
  /** Column of each node, 0 leftmost. */
  column: readonly number[];
  /** Nodes of each column, by number. */
  members: readonly (readonly number[])[];
  lines: readonly ColumnLine[];
  /** Numbers of the lines at each node. */
  linesAt: readonly (readonly number[])[];
}

/** Whether two lines cross when drawn straight between columns one unit apart; lines within a column never do. */
function cross(graph: ColumnGraph, y: Float64Array, one: number, other: number): boolean {
  const a = graph.lines[one];
  const b = graph.lines[other];
  if (!a || !b) return false;
  const left = Math.max(a.left, b.left);
  const right = Math.min(a.right, b.right);
  if (left >= right) return false;
  const before = heightAt(y, a, left) - heightAt(y, b, left);
  const after = heightAt(y, a, right) - heightAt(y, b, right);
  return before * after < -1e-12;
}

function heightAt(y: Float64Array, { from, to, left, right }: ColumnLine, x: number): number {
  const start = y[from] ?? 0;
  return x === left ? start : start + (((y[to] ?? 0) - start) * (x - left)) / (right - left);
}

/** Crossings of all lines. */
export function countCrossings(graph: ColumnGraph, y: Float64Array): number {
  let count = 0;
  for (let i = 0; i < graph.lines.length; i++) {
    for (let j = i + 1; j < graph.lines.length; j++) if (cross(graph, y, i, j)) count++;
  }
  return count;
}

/** Crossings between two nodes' lines: all that an exchange of neighboring rows can change. */
export function crossingsBetween(graph: ColumnGraph, y: Float64Array, one: number, other: number): number {
  let count = 0;
  for (const a of graph.linesAt[one] ?? []) {
    for (const b of graph.linesAt[other] ?? []) if (a !== b && cross(graph, y, a, b)) count++;
  }
  return count;
}
