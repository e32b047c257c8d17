/** A data set's names as numbers, and who is connected with whom: for what would take seconds with sets of ids. */
import type { Line, Whole } from "../queries/index.ts";

export interface Network {
  /** By the number of the name, which is that of its place among the best connected. */
  readonly ids: readonly string[];
  /** How many relationships there are between names. */
  readonly relationships: number;
  /** How many of them touch a name; one from it to itself counts for none. */
  readonly degree: (name: number) => number;
  /** What touches a name, in the order of the lines; a relationship from it to itself is left out. */
  readonly around: (name: number) => Touching[];
}

export interface Touching {
  readonly other: number;
  readonly relationship: Line;
}

/** Names come by how many neighbors they have, however many relationships lead to each; then in their order. */
export function networkOf({ names: ids, lines }: Whole): Network {
  const written = touchingOf(ids, lines);
  const neighbors = countNeighbors(written);
  // One number for both keys, since a comparison in JavaScript takes ten times as long.
  const byNeighbors = Float64Array.from(neighbors, (count, name) => (ids.length - count) * ids.length + name)
    .sort()
    .map((key) => key % ids.length);
  const place = new Int32Array(ids.length);
  for (const [at, name] of byNeighbors.entries()) place[name] = at;
  const firstOf = (at: number) => written.first[byNeighbors[at] ?? 0] ?? 0;
  const endOf = (at: number) => written.first[(byNeighbors[at] ?? 0) + 1] ?? 0;
  return {
    ids: Array.from(byNeighbors, (name) => ids[name] ?? ""),
    relationships: written.between,
    degree: (at) => endOf(at) - firstOf(at),
    around: (at) => {
      const found: Touching[] = [];
      for (let slot = firstOf(at); slot < endOf(at); slot++) {
        const relationship = lines[written.rows[slot] ?? 0];
        if (relationship) found.push({ other: place[written.others[slot] ?? 0] ?? 0, relationship });
      }
      return found;
    },
  };
}

/** The slots of a name are those from its `first` to the next one's. */
interface Slots {
  readonly first: Int32Array;
  readonly others: Int32Array;
  readonly rows: Int32Array;
  readonly between: number;
}

function touchingOf(ids: readonly string[], lines: readonly Line[]): Slots {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const ends = new Int32Array(2 * lines.length).fill(-1);
  const first = new Int32Array(ids.length + 1);
  let between = 0;
  for (const [row, { start, end }] of lines.entries()) {
    const [from, to] = [numbers.get(start), numbers.get(end)];
    if (from === undefined || to === undefined) continue;
    between++;
    if (from === to) continue;
    ends[2 * row] = from;
    ends[2 * row + 1] = to;
    for (const name of [from, to]) first[name + 1] = (first[name + 1] ?? 0) + 1;
  }
  for (let name = 0; name < ids.length; name++) first[name + 1] = (first[name + 1] ?? 0) + (first[name] ?? 0);
  const next = first.slice();
  const [others, rows] = [new Int32Array(first[ids.length] ?? 0), new Int32Array(first[ids.length] ?? 0)];
  for (let at = 0; at < ends.length; at++) {
    const name = ends[at] ?? -1;
    if (name === -1) continue;
    const slot = next[name] ?? 0;
    next[name] = slot + 1;
    others[slot] = ends[at ^ 1] ?? 0;
    rows[slot] = at >> 1;
  }
  return { first, others, rows, between };
}

function countNeighbors({ first, others }: Slots): Int32Array {
  const count = first.length - 1;
  const [neighbors, metBy] = [new Int32Array(count), new Int32Array(count).fill(-1)];
  for (let name = 0; name < count; name++)
    for (let slot = first[name] ?? 0; slot < (first[name + 1] ?? 0); slot++) {
      const other = others[slot] ?? 0;
      if (metBy[other] === name) continue;
      metBy[other] = name;
      neighbors[name] = (neighbors[name] ?? 0) + 1;
    }
  return neighbors;
}

/**
 * All names, so that what is connected comes together: first the best connected, then always the best connected of
 * those next to any that `isTaken`, which is asked once a name has come; where there is none, the best connected of the
 * rest.
 */
export function* inTurn({ ids, around }: Network, isTaken: (name: number) => boolean): Generator<number> {
  const isMet = new Uint8Array(ids.length);
  const near = new SmallestFirst();
  for (const first of ids.keys()) {
    if (isMet[first] === 1) continue;
    isMet[first] = 1;
    for (let name: number | undefined = first; name !== undefined; name = near.take()) {
      yield name;
      if (!isTaken(name)) continue;
      for (const { other } of around(name)) {
        if (isMet[other] === 1) continue;
        isMet[other] = 1;
        near.add(other);
      }
    }
  }
}

/** Numbers, of which the smallest is taken first: a heap. */
class SmallestFirst {
  readonly #held: number[] = [];

  add(number: number): void {
    let at = this.#held.push(number) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#at(above) <= number) break;
      this.#held[at] = this.#at(above);
      at = above;
    }
    this.#held[at] = number;
  }

  take(): number | undefined {
    const [smallest] = this.#held;
    const last = this.#held.pop();
    if (last === undefined || this.#held.length === 0) return smallest;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const below = this.#at(left + 1) < this.#at(left) ? left + 1 : left;
      if (this.#at(below) >= last) break;
      this.#held[at] = this.#at(below);
      at = below;
    }
    this.#held[at] = last;
    return smallest;
  }

  #at(place: number): number {
    return this.#held[place] ?? Infinity;
  }
}
