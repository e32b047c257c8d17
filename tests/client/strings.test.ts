import { IntlMessageFormat } from "intl-messageformat";
import { Converter } from "opencc-js";
import { describe, expect, it } from "vitest";
import { en } from "../../client/strings/en.ts";
import type { MessageId } from "../../client/strings/message.ts";
import { say } from "../../client/strings/strings.ts";
import { zhHans } from "../../client/strings/zh-Hans.ts";
import { zhHant } from "../../client/strings/zh-Hant.ts";
import { type Language, languages } from "../../schema/language.ts";

const strings = { en, "zh-Hant": zhHant, "zh-Hans": zhHans };
const ids = Object.keys(en) as MessageId[];
const chinese = ["zh-Hant", "zh-Hans"] as const;

type Elements = ReturnType<IntlMessageFormat["getAst"]>;

const parse = (language: Language, id: MessageId): Elements =>
  new IntlMessageFormat(strings[language][id], language).getAst();

// By number, since the parser that names the kinds is not a dependency of ours.
const isLiteral = ({ type }: Elements[number]) => (type as number) === 0;

/** Names of the blanks of a message, those inside plurals too. */
function blanksOf(elements: Elements): string[] {
  return elements.flatMap((element) => {
    if (isLiteral(element) || !("value" in element)) return [];
    const inside = "options" in element ? Object.values(element.options) : [];
    return [element.value, ...inside.flatMap((option) => blanksOf(option.value))];
  });
}

/** The words of a message without its blanks. */
function wordsOf(elements: Elements): string {
  const words = elements.map((element) => {
    if (isLiteral(element)) return "value" in element ? element.value : "";
    const inside = "options" in element ? Object.values(element.options) : [];
    return inside.map((option) => wordsOf(option.value)).join("");
  });
  return words.join("");
}

/** Strings that a claim does not hold for, to be empty. */
const failing = (holds: (id: MessageId) => boolean) => ids.filter((id) => !holds(id));

describe.each(languages)("strings in %s", (language) => {
  it("are the same strings, in the same order", () => {
    expect(Object.keys(strings[language])).toEqual(ids);
  });

  it("have the same blanks as in English", () => {
    const blanks = (from: Language, id: MessageId) => [...new Set(blanksOf(parse(from, id)))].toSorted().join();
    expect(failing((id) => blanks(language, id) === blanks("en", id))).toEqual([]);
  });

  it("can be said", () => {
    const values = (id: MessageId) => Object.fromEntries(blanksOf(parse(language, id)).map((name) => [name, 2]));
    expect(failing((id) => !/[{}]|undefined|NaN/.test(say(language, id, values(id))))).toEqual([]);
  });
});

describe("Chinese strings", () => {
  const toSimplified = Converter({ from: "tw", to: "cn" });
  const toTraditional = Converter({ from: "cn", to: "tw" });

  it("have no traditional character in simplified Chinese", () => {
    expect(failing((id) => toSimplified(strings["zh-Hans"][id]) === strings["zh-Hans"][id])).toEqual([]);
  });

  it("have no simplified character in traditional Chinese", () => {
    expect(failing((id) => toTraditional(strings["zh-Hant"][id]) === strings["zh-Hant"][id])).toEqual([]);
  });

  it.each(chinese)("have full-width punctuation in %s", (language) => {
    const halfWidth = /\p{Script=Han}[,;:?!.]|[,;:?!]\p{Script=Han}/u;
    expect(failing((id) => !halfWidth.test(wordsOf(parse(language, id))))).toEqual([]);
  });

  it.each(chinese)("leave no English in %s", (language) => {
    const names = new Set<MessageId>(["product.name", "page.title"]);
    // Programs and file formats have one name in every language.
    const formats =
      /Alumnigraph|PowerPoint|PNG|SVG|PDF|HTML|Excel|CSV|Gephi|GEXF|GraphML|yEd|apoc(\.import\.\w+)?|Cytoscape(\.js)?|JSON( Lines)?|Cypher|neo4j(-admin)?|NetworkX|igraph|PageRank|WebGL|Louvain|Inkscape|Illustrator|MERGE|zip/gi;
    const keysAndKeywords =
      /\b(?:MB|Ctrl|Enter|Alt|Shift|Esc|Tab|LIMIT|AS|CASE|WHERE|OPTIONAL MATCH|coalesce|reduce|sum|type)\b/g;
    const isLeft = (id: MessageId) =>
      /[a-z]{2,}/i.test(wordsOf(parse(language, id)).replace(formats, "").replace(keysAndKeywords, ""));
    expect(failing((id) => names.has(id) || !isLeft(id))).toEqual([]);
  });
});

describe("English", () => {
  it("counts one in the singular", () => {
    expect(say("en", "inspector.summary", { facts: 1, dated: 0, documents: 1 })).toBe("1 fact, 0 dated, from 1 source");
    expect(say("en", "footer.undrawn", { nodes: 0, lines: 1 })).toBe("1 line outside this question is not drawn.");
    expect(say("en", "footer.undrawn", { nodes: 3, lines: 10 })).toBe(
      "3 things and 10 lines outside this question are not drawn.",
    );
    expect(say("en", "said.path", { steps: 2, count: 1 })).toBe("Path of 2 steps shown");
    expect(say("en", "said.path", { steps: 2, count: 4 })).toBe("Path of 2 steps shown, one of 4");
  });
});
