/** One HTML file that works offline: a view, or the steps of a story, in three languages with pan, zoom, search and sources. */
import { type Language, languages } from "../../schema/language.ts";
import type { Composed, Page, Pages } from "../page.ts";
import { clean, tag, xmlText } from "./clean.ts";
import { edition, svgOf } from "./html/edition.ts";
import { islandOf } from "./html/island.ts";
import { script } from "./html/script.ts";
import { style } from "./html/style.ts";
import { type Progress, countTo } from "./progress.ts";
import { ownNames, pageWords } from "./html/words.ts";

/** Only what carries this word may run; nothing of the data does. */
function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A page in its languages. */
const editionsOf = ({ translations, ...own }: Page): ReadonlyMap<Language, Composed> =>
  new Map([own, ...translations].map((each) => [each.scene.language, each]));

function footOf(): string {
  return `<footer>
<button type="button" id="back" data-name="back">‹</button>
<div id="steps" role="group" data-name="steps"></div>
<span id="place"></span>
<button type="button" id="next" data-name="next">›</button>
</footer>
<div id="pages"></div>`;
}

/**
 * The whole file. Pages are of one size. With a story's title the pages are its steps, and their words stand above the
 * drawings; without, there is one page, whose words are in its drawing.
 */
export function writeHtml(pages: Pages, story: string | null, progress?: Progress): string {
  const [page] = pages;
  const { scene, sheet } = page;
  const all = pages.map(editionsOf);
  const present = languages.filter((language) => all.every((editions) => editions.has(language)));
  const count = countTo(
    all.reduce((sum, { size }) => sum + size, 1),
    progress,
  );
  // The first drawing stands in the page, for those without scripts too, and is not told twice.
  const drawn = svgOf(page);
  const write = (each: Composed) => {
    const written = edition(each, each.scene === scene ? null : svgOf(each));
    count(1);
    return written;
  };
  const steps = all.map((editions) => ({
    editions: Object.fromEntries([...editions].map(([language, each]) => [language, write(each)])),
  }));
  const once = nonce();
  const policy = `default-src 'none'; script-src 'nonce-${once}'; style-src 'nonce-${once}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const buttons = present.map((language) =>
    tag("button", { type: "button", lang: language, "data-language": language }, ownNames[language]),
  );
  const { language } = scene;
  const said = pageWords[language];
  const data = { language, story: story === null ? null : clean(story), words: pageWords, steps };
  const island = islandOf(data);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xmlText(story || scene.text.title)}</title>
<style nonce="${once}">${style(sheet.colors)}</style>
</head>
<body${story === null ? "" : ' class="story"'}>
<header>
${story ? tag("span", { class: "story-title", lang: language }, xmlText(story)) : ""}
<label><span data-say="search">${said.search}</span> <input id="search" type="search" autocomplete="off" list="names"></label>
<datalist id="names"></datalist>
<output id="none"></output>
<span class="space"></span>
<div class="tools">
<button type="button" id="out" data-name="farther">−</button>
<button type="button" id="in" data-name="closer">+</button>
<button type="button" id="whole" data-say="whole">${said.whole}</button>
</div>
<nav data-name="languages">${buttons.join("")}</nav>
</header>
${story === null ? "" : `<div id="step-words" aria-live="polite" lang="${language}"><h1 id="step-title">${xmlText(scene.text.title)}</h1><p id="step-text">${xmlText(scene.text.standfirst)}</p></div>`}
<main><div id="drawing" role="group" tabindex="0" data-name="drawing">${drawn}</div>
<aside id="details" hidden><button type="button" id="close" data-say="close">${said.close}</button><h2></h2><p class="label"></p><ul></ul></aside></main>
${story === null ? "" : footOf()}
<script nonce="${once}" type="${island.type}" id="data">${island.text}</script>
<script nonce="${once}">${script}</script>
</body>
</html>
`;
}
