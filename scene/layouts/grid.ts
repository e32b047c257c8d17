/** A drawing in blocks, one for each label, in each the nodes by rank and then by id: to see what there is. */
import type { Point } from "../geometry.ts";
import { overRows } from "../text.ts";
import { type Laid, type LaidNode, type Room, byRank } from "./laid.ts";

export interface GridNode extends LaidNode {
  label: string;
}

export interface GridInput extends Room {
  nodes: readonly GridNode[];
  /** The order of the blocks; labels that are missing here follow by name. */
  labels: readonly string[];
}

const margin = { top: 24, side: 28, bottom: 20 } as const;
/** Free pixels between the columns and the rows of a block, between blocks, and between shelves of them. */
const between = { columns: 22, rows: 3, blocks: 40, shelves: 20 } as const;
/** Height of a heading, in pixels, and the least width of a block that is seen smaller than its heading. */
const head = { height: 34, width: 110 } as const;

interface Head {
  height: number;
  width: number;
}

interface Block {
  label: string;
  nodes: readonly GridNode[];
  /** Room before the marks' centers, and width of a column with its name. */
  before: number;
  cell: number;
  row: number;
}

interface Shelf {
  blocks: { block: Block; columns: number; rows: number }[];
  width: number;
  height: number;
}

interface Packing {
  shelves: Shelf[];
  head: Head;
  /** How often the stage's width or height it takes; 1 at least. */
  needs: number;
  deep: number;
}

export function layGrid(input: GridInput): Laid {
  const fixed = input.fixed ?? {};
  const blocks = blocksOf(input);
  if (blocks.length === 0) return { points: { ...fixed }, guides: { kind: "grid", blocks: [] } };
  const { shelves, head: kept } = packWithHeads(blocks, input);
  const points: Record<string, Point> = {};
  const heads: { label: string; x: number; y: number }[] = [];
  const whole = { width: Math.max(...shelves.map(({ width }) => width)), height: heightOf(shelves) };
  let y = margin.top + Math.max(0, (input.height - margin.top - margin.bottom - whole.height) / 2);
  for (const { blocks: members, height } of shelves) {
    let x = margin.side + Math.max(0, (input.width - 2 * margin.side - whole.width) / 2);
    for (const { block, columns, rows: own } of members) {
      heads.push({ label: block.label, x, y: y + kept.height - overRows.grid });
      for (const [i, { id }] of block.nodes.entries()) {
        const [column, row] = [Math.floor(i / own), i % own];
        points[id] = { x: x + column * block.cell + block.before, y: y + kept.height + (row + 0.5) * block.row };
      }
      x += widthOf(block, columns, kept) + between.blocks;
    }
    y += height + between.shelves;
  }
  return { points: { ...points, ...fixed }, guides: { kind: "grid", blocks: heads } };
}

function blocksOf({ nodes, labels, row }: GridInput): Block[] {
  const byLabel = new Map<string, GridNode[]>();
  for (const node of nodes) byLabel.set(node.label, [...(byLabel.get(node.label) ?? []), node]);
  const place = (label: string) => (labels.includes(label) ? labels.indexOf(label) : labels.length);
  return [...byLabel]
    .toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([label, members]) => {
      const before = Math.max(...members.map(({ box }) => -box.left));
      const after = Math.max(...members.map(({ box }) => box.right));
      const tallest = Math.max(row, ...members.map(({ box }) => box.bottom - box.top + between.rows));
      return { label, nodes: members.toSorted(byRank), before, cell: before + after + between.columns, row: tallest };
    });
}

/** What is larger than the stage is seen smaller, but for the headings' text, so that they need as much more room. */
function packWithHeads(blocks: readonly Block[], input: GridInput): Packing {
  const plain = pack(blocks, input, { height: head.height, width: 0 });
  const { needs } = plain;
  return needs === 1 ? plain : pack(blocks, input, { height: head.height * needs, width: head.width * needs });
}

/** How deep a block may be and how wide a shelf is tried; what needs the least of the stage is taken. */
function pack(blocks: readonly Block[], { width, height }: GridInput, kept: Head): Packing {
  const most = Math.max(...blocks.map(({ nodes }) => nodes.length));
  const room = { width: width - 2 * margin.side, height: height - margin.top - margin.bottom };
  let best: Packing | undefined;
  for (let deep = 1; deep <= most; deep = Math.max(deep + 1, Math.floor(deep * 1.12))) {
    for (let wide = 1; wide <= 12; wide *= 1.18) {
      const shelves = shelve(blocks, { deep, width: room.width * wide, head: kept });
      const needed = Math.max(
        ...shelves.map((shelf) => shelf.width / room.width),
        heightOf(shelves) / Math.max(room.height, 1),
      );
      const tried = { shelves, head: kept, needs: Math.max(1, Math.round(needed * 50) / 50), deep };
      if (best === undefined || isBetter(tried, best)) best = tried;
    }
  }
  return (
    best ?? { shelves: shelve(blocks, { deep: most, width: room.width, head: kept }), head: kept, needs: 1, deep: most }
  );
}

const isBetter = (a: Packing, b: Packing) =>
  a.needs !== b.needs
    ? a.needs < b.needs
    : a.shelves.length !== b.shelves.length
      ? a.shelves.length < b.shelves.length
      : a.deep < b.deep;

const heightOf = (shelves: readonly Shelf[]) =>
  shelves.reduce((sum, { height }) => sum + height, (shelves.length - 1) * between.shelves);

const widthOf = ({ cell }: Block, columns: number, { width }: Head) =>
  Math.max(columns * cell - between.columns, width);

/** Blocks of at most so many rows under their headings, from left to right on shelves of a width. */
function shelve(
  blocks: readonly Block[],
  { deep, width, head: kept }: { deep: number; width: number; head: Head },
): Shelf[] {
  const shelves: Shelf[] = [];
  for (const block of blocks) {
    const count = block.nodes.length;
    const fitting = Math.max(1, Math.floor((width + between.columns) / block.cell));
    const columns = Math.min(Math.ceil(count / deep), fitting);
    const rows = Math.ceil(count / columns);
    const taken = { block, columns: Math.ceil(count / rows), rows };
    const own = widthOf(block, taken.columns, kept);
    const height = kept.height + rows * block.row;
    const last = shelves.at(-1);
    if (last && last.width + between.blocks + own <= width) {
      last.blocks.push(taken);
      last.width += between.blocks + own;
      last.height = Math.max(last.height, height);
    } else shelves.push({ blocks: [taken], width: own, height });
  }
  return shelves;
}
