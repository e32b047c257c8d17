/**
 * Layers that would be much taller than the stage stand in several columns each, and all rows come as near to each
 * other as the stage is flat. Text decides nothing of it, so that no row changes with the language.
 */
export interface Placed {
  id: string;
  /** Of the layer; once wrapped, of the column, counted over all layers. */
  rank: number;
  y: number;
}

interface Wrapped {
  rows: Placed[];
  /** The first column of each layer. */
  firsts: number[];
}

/** So many times as tall as the stage a drawing may be before it is wrapped. */
const tall = 1.8;
/** The width of a column with its names, in heights of a row. */
const columnWidth = 6;

/** Heights stay as they are where they nearly fit; rows of a layer keep their order from column to column. */
export function wrapLayers(placed: readonly Placed[], row: number, stage: { width: number; height: number }): Wrapped {
  const layers = [...new Set(placed.map(({ rank }) => rank))].toSorted((a, b) => a - b);
  const ordered = layers.map((layer) => placed.filter(({ rank }) => rank === layer).toSorted(byHeight));
  const top = Math.min(...placed.map(({ y }) => y));
  const needed = Math.max(...placed.map(({ y }) => y)) - top + row;
  if (needed <= tall * stage.height) return { rows: [...placed], firsts: layers };
  const { most, height } = shapeOf(
    ordered.map(({ length }) => length),
    row,
    stage,
  );
  const squeezed = Math.min(1, (height - row) / (needed - row));
  const rows: Placed[] = [];
  const firsts: number[] = [];
  let column = 0;
  for (const members of ordered) {
    firsts.push(column);
    const count = Math.ceil(members.length / most);
    for (let i = 0; i < count; i++) {
      // Neighbors in the order stand side by side, so that each keeps its height.
      const own = members.filter((_each, index) => index % count === i);
      const ys = apart(
        own.map(({ y }) => (y - top) * squeezed),
        row,
        height - row,
      );
      for (const [index, { id }] of own.entries()) rows.push({ id, rank: column, y: top + (ys[index] ?? 0) });
      column += 1;
    }
  }
  return { rows, firsts };
}

const byHeight = (a: Placed, b: Placed) => a.y - b.y || (a.id < b.id ? -1 : 1);

/** The fewest rows in a column, from what the stage holds on, with which the whole is no wider than the stage is flat. */
function shapeOf(
  sizes: readonly number[],
  row: number,
  stage: { width: number; height: number },
): { most: number; height: number } {
  const flat = stage.width / Math.max(stage.height, row);
  const widthWith = (most: number) => sizes.reduce((sum, size) => sum + Math.ceil(size / most), 0) * columnWidth * row;
  const largest = Math.max(...sizes);
  let most = Math.max(4, Math.floor(stage.height / row));
  while (most < largest && widthWith(most) > flat * most * row) most += 1;
  return { most, height: Math.max(most * row, widthWith(most) / flat) };
}

/** Heights in their order, at least a row apart and at most `bottom`, each as near to what was wanted as can be. */
function apart(wanted: readonly number[], row: number, bottom: number): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const [i, y] of wanted.entries()) {
    blocks.push({ sum: y - i * row, count: 1 });
    for (;;) {
      const [before, last] = blocks.slice(-2);
      if (!before || !last || before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  const lowest = Math.max(0, bottom - (wanted.length - 1) * row);
  const offsets = blocks.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => Math.min(Math.max(sum / count, 0), lowest)),
  );
  return offsets.map((offset, i) => offset + i * row);
}
