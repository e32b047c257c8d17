/** The key beside a drawing or in rows under it. */
import type { Language } from "../../schema/language.ts";
import type { Tokens } from "../colors.ts";
import type { Point } from "../geometry.ts";
import type { KeyEntry, KeyGroup } from "../scene.ts";
import { type Sample, type SheetText, sampleReach } from "./forms.ts";
import { type Font, type Ruler, cutTo } from "../text.ts";

export interface KeyPlace {
  side: boolean;
  height: number;
  draw(at: Point): { texts: SheetText[]; samples: Sample[] };
}

/** Width of a key at the side, with the free space before it. */
export const sideWidth = 190;

const [rowHeight, sampleRoom, size] = [18, 34, 11.5];

const styles = (language: Language, colors: Tokens) => ({
  caption: { size: 11, weight: 600, face: "sans", language, color: colors.ink3, role: "key" } as const,
  entry: { size, weight: 400, face: "sans", language, color: colors.ink2, role: "key" } as const,
});

/** What is drawn at a place: without marks, their entries are left out. */
function shown(groups: readonly KeyGroup[], marks: boolean): KeyGroup[] {
  return groups
    .map(({ caption, entries }) => ({ caption, entries: entries.filter(({ kind }) => marks || kind !== "mark") }))
    .filter(({ entries }) => entries.length > 0);
}

const sampleOf = ({ caption: _caption, ...entry }: KeyEntry, at: Point): Sample => ({ ...entry, at });

const written = (text: string, style: Font & { color: string; role: "key" }, x: number, y: number, ruler: Ruler) => ({
  ...style,
  text,
  x,
  y,
  width: ruler(text, style),
});

export function keyAtSide(
  groups: readonly KeyGroup[],
  language: Language,
  ruler: Ruler,
  colors: Tokens,
  marks: boolean,
): KeyPlace {
  const style = styles(language, colors);
  const rows = shown(groups, marks);
  const height = rows.reduce((sum, { entries }) => sum + (entries.length + 1) * rowHeight + 10, 0);
  return {
    side: true,
    height,
    draw({ x, y }) {
      const [texts, samples]: [SheetText[], Sample[]] = [[], []];
      let top = y;
      for (const { caption, entries } of rows) {
        texts.push(written(caption, style.caption, x, top + 12, ruler));
        for (const entry of entries) {
          top += rowHeight;
          samples.push(sampleOf(entry, { x: x + sampleReach, y: top + rowHeight / 2 }));
          const room = sideWidth - 24 - sampleRoom;
          const words = cutTo(entry.caption, room, (text) => ruler(text, style.entry));
          texts.push(written(words, style.entry, x + sampleRoom, top + rowHeight / 2 + size * 0.355, ruler));
        }
        top += rowHeight + 10;
      }
      return { texts, samples };
    },
  };
}

export function keyAtFoot(
  groups: readonly KeyGroup[],
  language: Language,
  width: number,
  ruler: Ruler,
  colors: Tokens,
  marks: boolean,
): KeyPlace {
  const style = styles(language, colors);
  const lay = (left: number, top: number) => {
    const [texts, samples]: [SheetText[], Sample[]] = [[], []];
    let [x, y] = [0, top + 12];
    const fit = (room: number) => {
      if (x > 0 && x + room > width) [x, y] = [0, y + rowHeight];
    };
    for (const { caption, entries } of shown(groups, marks)) {
      const heading = written(caption, style.caption, 0, 0, ruler);
      const first = ruler(entries[0]?.caption ?? "", style.entry);
      fit(heading.width + sampleRoom + 10 + first);
      texts.push({ ...heading, x: left + x, y: y + rowHeight / 2 + size * 0.355 });
      x += heading.width + 10;
      for (const entry of entries) {
        const word = written(entry.caption, style.entry, 0, 0, ruler);
        fit(sampleRoom + word.width);
        samples.push(sampleOf(entry, { x: left + x + sampleReach, y: y + rowHeight / 2 }));
        texts.push({ ...word, x: left + x + sampleRoom, y: y + rowHeight / 2 + size * 0.355 });
        x += sampleRoom + word.width + 14;
      }
      x += 12;
    }
    return { texts, samples, height: texts.length === 0 ? 0 : y - top + rowHeight };
  };
  return { side: false, height: lay(0, 0).height, draw: ({ x, y }) => lay(x, y) };
}
