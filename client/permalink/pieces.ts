/** What the parts of a link are made of: ids, choices from a list, places. */

/** Thrown where a part of a link cannot be read. */
export class Unreadable extends Error {}

export interface PlacedId {
  id: string;
  x: number;
  y: number;
}

// Ids are encoded twice, so that a separator inside one survives programs that decode a link before passing it on.
export const atom = (id: string) => encodeURIComponent(id);
export const readAtom = (text: string) => decodeURIComponent(text);
export function readIds(text: string): string[] {
  const ids = text.split(",").map(readAtom);
  if (ids.some((id) => id === "")) throw new Unreadable();
  return ids;
}

export function readOne(text: string): string {
  const [id, ...rest] = readIds(text);
  if (id === undefined || rest.length > 0) throw new Unreadable();
  return id;
}

export function readChoice<const T extends string>(text: string, choices: readonly T[]): T {
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw new Unreadable();
  return choice;
}

/** The separators stay as they are, so that a link can be read. */
export const encodeValue = (text: string) => encodeURIComponent(text).replace(/%(?:3A|2C|3B)/g, decodeURIComponent);

export const writePlaced = ({ id, x, y }: PlacedId) => `${atom(id)}:${Math.round(x)}:${Math.round(y)}`;

export function readPlaced(text: string): PlacedId[] {
  return text.split(",").map((part) => {
    const [id = "", x = NaN, y = NaN] = part
      .split(":")
      .map((piece, index) => (index === 0 ? readAtom(piece) : Number(piece)));
    if (typeof id !== "string" || id === "" || !Number.isFinite(x) || !Number.isFinite(y)) throw new Unreadable();
    return { id, x: Number(x), y: Number(y) };
  });
}
