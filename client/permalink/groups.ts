/** Nodes that are drawn as one, in a link: `career:nvidia:420:310:0:li:wang`, with the place and whether it was moved. */
import { Unreadable, atom, readAtom, readChoice } from "./pieces.ts";

const kinds = ["career", "education", "community", "own"] as const;

export interface LinkedGroup {
  kind: (typeof kinds)[number];
  /** What the members have in common. */
  key: string;
  members: readonly string[];
  x?: number;
  y?: number;
  pinned?: boolean;
}

export const writeGroups = (groups: readonly LinkedGroup[]): string =>
  groups
    .map(({ kind, key, x = 0, y = 0, pinned, members }) =>
      [kind, atom(key), Math.round(x), Math.round(y), pinned === true ? 1 : 0, ...members.map(atom)].join(":"),
    )
    .join(";");

export const readGroups = (text: string): LinkedGroup[] =>
  text.split(";").map((part) => {
    const [kind = "", key = "", x = "", y = "", pinned = "", ...members] = part.split(":");
    const [across, down] = [x, y].map((each) => (/^-?\d{1,7}$/.test(each) ? Number(each) : Number.NaN));
    const ids = members.map(readAtom);
    if (key === "" || !Number.isFinite(across) || !Number.isFinite(down)) throw new Unreadable();
    if (ids.length === 0 || ids.includes("")) throw new Unreadable();
    return {
      kind: readChoice(kind, kinds),
      key: readAtom(key),
      x: across ?? 0,
      y: down ?? 0,
      pinned: readChoice(pinned, ["0", "1"]) === "1",
      members: ids,
    };
  });
