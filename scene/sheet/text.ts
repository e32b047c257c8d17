/** What stands above and below a drawing: title and standfirst, caption and sources. */
import type { Tokens } from "../colors.ts";
import type { Scene } from "../scene.ts";
import { type SheetOptions, type SheetText, margin } from "./forms.ts";
import { type Font, type Ruler, cutTo, wrapText } from "../text.ts";

interface Block {
  texts: SheetText[];
  height: number;
}

/** Lines of the same font from a top on, broken to a width. */
function paragraph(
  words: string,
  style: { font: Font; color: string; role: SheetText["role"]; leading: number },
  at: { x: number; y: number; width: number; most: number },
  ruler: Ruler,
): Block {
  const { font, color, role, leading } = style;
  const width = (text: string) => ruler(text, font);
  const lines = words.split("\n").flatMap((line) => wrapText(line, at.width, width));
  const shown = lines.slice(0, at.most);
  if (lines.length > at.most) shown[at.most - 1] = cutTo(lines.slice(at.most - 1).join(" "), at.width, width);
  const texts = shown.map((text, i) => ({
    ...font,
    role,
    text,
    x: at.x,
    y: at.y + i * leading + (leading + font.size * 0.71) / 2,
    width: width(text),
    color,
  }));
  return { texts, height: shown.length * leading };
}

/** On a page narrower than this a title may take a line more. */
const narrow = 560;

/** Title and standfirst, from the page's margin. */
export function head({ text, language }: Scene, pageWidth: number, ruler: Ruler, colors: Tokens): Block {
  const room = { x: margin, width: pageWidth - 2 * margin };
  const title = paragraph(
    text.title,
    { font: { size: 25, weight: 600, face: "serif", language }, color: colors.ink, role: "title", leading: 31 },
    { ...room, y: margin - 6, most: pageWidth < narrow ? 3 : 2 },
    ruler,
  );
  const standfirst = paragraph(
    text.standfirst,
    { font: { size: 13.5, weight: 400, face: "sans", language }, color: colors.ink2, role: "standfirst", leading: 20 },
    { ...room, y: margin - 2 + title.height, most: text.standfirstLines ?? 3, width: Math.min(room.width, 860) },
    ruler,
  );
  return { texts: [...title.texts, ...standfirst.texts], height: title.height + standfirst.height + 8 };
}

const captionOf = ({ text: { caption, unsigned } }: Scene, { marks }: SheetOptions): readonly string[] =>
  marks && unsigned !== undefined ? [...caption, unsigned] : caption;

/** Caption and sources, from 0 downward. */
export function foot(scene: Scene, options: SheetOptions, pageWidth: number, ruler: Ruler, colors: Tokens): Block {
  const width = pageWidth - 2 * margin;
  const caption = options.caption
    ? paragraph(
        captionOf(scene, options).join(scene.language === "en" ? " " : ""),
        {
          font: { size: 11, weight: 400, face: "sans", language: scene.language },
          color: colors.ink2,
          role: "caption",
          leading: 16,
        },
        { x: margin, y: 12, width, most: 3 },
        ruler,
      )
    : { texts: [], height: 0 };
  const sources = options.sources
    ? sourceList(scene, { y: 12 + caption.height, width }, ruler, colors)
    : { texts: [], height: 0 };
  const height = caption.height + sources.height;
  return { texts: [...caption.texts, ...sources.texts], height: height === 0 ? 0 : height + 12 };
}

/** So many rows of sources stand under a drawing. */
const mostRows = 4;

/** Sources in rows, one after another. */
function sourceList({ text, language }: Scene, at: { y: number; width: number }, ruler: Ruler, colors: Tokens): Block {
  if (text.sources.length === 0) return { texts: [], height: 0 };
  const font = { size: 10.5, weight: 400, face: "sans", language } as const;
  const leading = 15.5;
  const texts: SheetText[] = [];
  let [x, row] = [0, 0];
  const baseline = () => at.y + row * leading + 12;
  const add = (words: string, more: Partial<SheetText> & { language?: Scene["language"] }) => {
    const set = { ...font, ...more };
    const fit = cutTo(words, at.width, (each) => ruler(each, set));
    const width = ruler(fit, set);
    if (x > 0 && x + width > at.width) [x, row] = [0, row + 1];
    texts.push({ role: "source", color: colors.ink3, ...set, text: fit, x: margin + x, y: baseline(), width });
    x += width + 16;
  };
  add(text.sourcesTitle, { weight: 600 });
  for (const [i, source] of text.sources.entries()) {
    const before = { x, row, count: texts.length };
    add(source.text, {
      language: source.language,
      id: source.id,
      ...(source.url === null ? {} : { href: source.url }),
    });
    if (row < mostRows) continue;
    texts.splice(before.count);
    [x, row] = [before.x, before.row];
    add(text.more.replace("{count}", String(text.sources.length - i)), {});
    break;
  }
  return { texts, height: (row + 1) * leading };
}
