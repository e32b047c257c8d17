/** One HTML file that works offline: the drawing in three languages with pan, zoom, search, details and sources. */
import { type Language, languages } from "../../schema/language.ts";
import type { Scene } from "../scene.ts";
import type { Sheet } from "../sheet/forms.ts";
import { clean, tag, xmlText } from "./clean.ts";
import { script } from "./html/script.ts";
import { style } from "./html/style.ts";
import { writeSvg, xmlId } from "./svg.ts";

/** Words of the page around the drawing, in its language. */
const words = {
  en: { search: "Search", none: "Nothing here is called so.", sources: "Sources", whole: "Show all", close: "Close" },
  "zh-Hant": { search: "搜尋", none: "沒有這個名稱。", sources: "出處", whole: "顯示全部", close: "關閉" },
  "zh-Hans": { search: "搜索", none: "没有这个名称。", sources: "出处", whole: "显示全部", close: "关闭" },
} as const satisfies Readonly<Record<Language, Record<string, string>>>;

const ownNames = { en: "English", "zh-Hant": "繁體中文", "zh-Hans": "简体中文" } as const;

/** The parts of a language: its drawing, and what is known of each node and relationship. */
function edition(scene: Scene, sheet: Sheet) {
  const addresses = new Map(scene.text.sources.map(({ id, url }) => [id, url]));
  return {
    words: words[scene.language],
    title: clean(scene.text.title),
    svg: svgOf(scene, sheet),
    nodes: scene.nodes.map(({ node, name, label }) => ({
      id: node.id,
      element: xmlId("node", node.id),
      name: clean(name.text),
      label: clean(label),
      found: clean(searchedText(node.properties, name.text)),
    })),
    lines: scene.lines.map(({ relationship: { id, start, end }, evidence }) => ({
      element: xmlId("relationship", id),
      start,
      end,
      sentence: clean(evidence.sentence),
      details: clean(evidence.details),
      citations: evidence.citations.map(({ document, text }) => ({
        text: clean(text),
        address: addresses.get(document) ?? null,
      })),
    })),
  };
}

const svgOf = (scene: Scene, sheet: Sheet) => writeSvg(scene, sheet).replace(/^<\?xml.*?\?>\s*/, "");

/** All names of a node, in every script. */
function searchedText(properties: Scene["nodes"][number]["node"]["properties"], name: string): string {
  const others = ["nameEn", "nameZhHant", "nameZhHans", "aliases"].flatMap((key) => properties[key] ?? []);
  return [name, ...others].join("\n").toLowerCase();
}

/** JSON that no text can break out of, inside a script element. */
const island = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Only what carries this word may run; nothing of the data does. */
function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The whole file; `translations` are the same view in the other languages. */
export function writeHtml(scene: Scene, sheet: Sheet, translations: readonly { scene: Scene; sheet: Sheet }[]): string {
  const all = new Map([{ scene, sheet }, ...translations].map((each) => [each.scene.language, each]));
  const present = languages.filter((language) => all.has(language));
  const editions = Object.fromEntries([...all].map(([language, each]) => [language, edition(each.scene, each.sheet)]));
  const once = nonce();
  const policy = `default-src 'none'; script-src 'nonce-${once}'; style-src 'nonce-${once}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const said = words[scene.language];
  const buttons = present.map((language) =>
    tag("button", { type: "button", lang: language, "data-language": language }, ownNames[language]),
  );
  return `<!doctype html>
<html lang="${scene.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xmlText(scene.text.title)}</title>
<style nonce="${once}">${style(sheet.colors)}</style>
</head>
<body>
<header>
<label><span id="search-label">${said.search}</span> <input id="search" type="search" autocomplete="off" list="names"></label>
<datalist id="names"></datalist>
<output id="none"></output>
<span class="space"></span>
<button type="button" id="out" aria-label="−">−</button>
<button type="button" id="in" aria-label="+">+</button>
<button type="button" id="whole">${said.whole}</button>
<nav>${buttons.join("")}</nav>
</header>
<main><div id="drawing" tabindex="0">${svgOf(scene, sheet)}</div>
<aside id="details" hidden><button type="button" id="close">${said.close}</button><h2></h2><p class="label"></p><ul></ul></aside></main>
<script nonce="${once}" type="application/json" id="data">${island({ language: scene.language, editions })}</script>
<script nonce="${once}">${script}</script>
</body>
</html>
`;
}
