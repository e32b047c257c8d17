/** The theme: our colors and faces under Office's names for them. */
import type { Language } from "../../../schema/language.ts";
import type { Tokens } from "../../colors.ts";
import { tag } from "../clean.ts";
import type { Paint } from "./drawing.ts";

const srgb = (color: string, ...more: string[]) => tag("a:srgbClr", { val: color.slice(1).toUpperCase() }, ...more);

/** Office's names of our colors, by which a drawing refers to them. */
function schemeOf(colors: Tokens): [name: string, reference: string, color: string][] {
  return [
    ["dk1", "tx1", colors.ink],
    ["lt1", "bg1", colors.bg],
    ["dk2", "tx2", colors.ink2],
    ["lt2", "bg2", colors.sunken],
    ["accent1", "accent1", colors.threads[0]],
    ["accent2", "accent2", colors.threads[1]],
    ["accent3", "accent3", colors.both],
    ["accent4", "accent4", colors.family.people],
    ["accent5", "accent5", colors.family.orgs],
    ["accent6", "accent6", colors.family.made],
    ["hlink", "hlink", colors.accent],
    ["folHlink", "folHlink", colors.both],
  ];
}

/** A color as the theme's where it is one of its, else by its value; opaque where no opacity of 0 to 1 is told. */
export function painter(colors: Tokens): Paint {
  const references = new Map(schemeOf(colors).map(([, reference, color]) => [color.toUpperCase(), reference]));
  return (color, opacity) => {
    const reference = references.get(color.toUpperCase());
    const more = opacity === undefined ? [] : [tag("a:alpha", { val: Math.round(100_000 * opacity) })];
    return reference === undefined ? srgb(color, ...more) : tag("a:schemeClr", { val: reference }, ...more);
  };
}

const eastAsian: Readonly<Record<Language, string>> = {
  en: "Microsoft JhengHei",
  "zh-Hant": "Microsoft JhengHei",
  "zh-Hans": "Microsoft YaHei",
};

function faces(name: "majorFont" | "minorFont", latin: string, language: Language): string {
  return tag(
    `a:${name}`,
    {},
    tag("a:latin", { typeface: latin }),
    tag("a:ea", { typeface: eastAsian[language] }),
    tag("a:cs", { typeface: "" }),
    tag("a:font", { script: "Hant", typeface: "Microsoft JhengHei" }),
    tag("a:font", { script: "Hans", typeface: "Microsoft YaHei" }),
  );
}

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (width: number) => `<a:ln w="${width}">${fill}<a:prstDash val="solid"/></a:ln>`;
const formats =
  `<a:fmtScheme name="Alumnigraph"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${"<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3)}</a:effectStyleLst>` +
  `<a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`;

export function theme(colors: Tokens, language: Language): string {
  const scheme = schemeOf(colors).map(([name, , color]) => tag(`a:${name}`, {}, srgb(color)));
  return tag(
    "a:theme",
    { "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main", name: "Alumnigraph" },
    tag(
      "a:themeElements",
      {},
      tag("a:clrScheme", { name: "Alumnigraph" }, ...scheme),
      tag(
        "a:fontScheme",
        { name: "Alumnigraph" },
        faces("majorFont", "Georgia", language),
        faces("minorFont", "Arial", language),
      ),
      formats,
    ),
  );
}
