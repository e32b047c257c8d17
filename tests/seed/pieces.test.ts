/** A file reads the same in pieces as it does whole: its values, its faults, and the place of everything in it. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherProblems } from "../../server/seed/problems.ts";
import { splitEntities } from "../../server/seed/pieces.ts";
import { entitiesShape, vocabularyShape } from "../../server/seed/shapes.ts";
import { parseSource, type Sizes } from "../../server/seed/source.ts";

const ofEntities = entitiesShape({
  labels: { Person: { properties: { age: { form: "number" }, code: { form: "string" } } } },
  relationships: { KNOWS: { role: "other", directed: true, properties: { since: { form: "date" } } } },
  measures: { height: { form: "quantity" } },
});

function read(text: string, sizes: Sizes, shape = ofEntities) {
  const problems = gatherProblems();
  const source = parseSource("all.yaml", text, problems, { shape, sizes });
  const faults = problems.found.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
  const paths = source === undefined ? [] : pathsIn(source.data);
  return {
    data: source?.data,
    faults: faults.map(({ line, column, message }) => `${line}:${column} ${message}`),
    places: paths.map((path) => `${path.join("/")} ${JSON.stringify(source?.placeOf(path))}`),
  };
}

const inPieces = (text: string) => read(text, { large: 0, piece: 1 });
const whole = (text: string) => read(text, { large: Infinity, piece: 1 });

function pathsIn(data: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof data !== "object" || data === null) return [path];
  const entries = Array.isArray(data) ? data.map((item, n): [number, unknown] => [n, item]) : Object.entries(data);
  return [path, ...entries.flatMap(([key, value]) => pathsIn(value, [...path, key]))];
}

/** Entities, each as a script or a person may write it; `ID` is its id. */
const entities = [
  "  ID: { en: Ann, age: 3 }",
  "  ID:\n    en: Ann\n    KNOWS:\n      - { to: a, since: 2006 }\n      - to: 1e5\n        since: 2007-01",
  "  ID:\n    en: Ann\n    aliases: [007,\n      null,\n      x]",
  "  ID: {\n    en: Ann,\n    code: 0070\n  }",
  "  ID: {\n  en: Ann,\n  a: { b: c }\n  }",
  "  ID:\n    en: |\n      one\n\n      two\n    age: 4",
  "  ID:\n    en: >\n      one\n      two\n\n\n",
  "  ID:\n    en: |+\n      kept\n\n",
  "  ID:\n    en: |2-\n        indented\n      less",
  '  ID:\n    en: "over\n      two lines: # no comment\n      b: c"',
  "  ID:\n    en: 'it''s\n\n      one'",
  "  ID:\n    en: plain over\n      two lines",
  "  # a: comment\n  ID:   # another\n# at the margin\n    en: Ann # a third\n\n    # the last",
  "  ID:",
  "  ID:\n    en: R &B & more\n    aliases: ['*', \"&x\"]",
  "  ID: &shared\n    en: Ann",
  "  ID: *shared",
  "  ID: { aliases: [&one x, *one], en: *one }",
  "  ID:\n    <<: { en: Ann }\n    age: 2",
  '  ID:\n    en: !!str 12\n    age: !!int "3"',
  "  ? ID\n  : { en: Ann }",
  "  ID:\n    constructor: 1\n    toString: 2\n    __proto__: 3",
  "  ID:\n    en: Ann\n    en: Bob",
  "  ID:\n    figures: [{ measure: height, value: 3, unit: m }]",
  "  ID:\n    en: Ann\n   age: 3",
  "  ID:\n\ten: Ann",
  '  ID:\n    en: "never closed',
  "  ID: [a, b]",
  "  foo bar",
  "  - ID",
  "    ID: { en: deeper }",
  " ID: { en: less deep }",
];
const ids = ["a", "b", "c", "1e5", "10e4", "null", "constructor", "__proto__", '"quoted"', "'a'", "x-1", "Wrong id"];
const labels = [
  "Person:",
  "Company:",
  "Person: # people",
  "constructor:",
  "__proto__:",
  "toString:",
  '"Quoted":',
  "Person: { a: { en: Ann } }",
  "Person: {}",
  "Company: none",
  "Person:\t",
  "Person:#people",
  "Person:\u00a0",
  "Person: \u3000",
  "Person:\u000b",
  "Person: \r",
  "\u00a0",
  "# a comment",
  "",
  "---",
  "--- # begins",
  "...",
  "%YAML 1.2",
  "plain words",
];
const entity = fc
  .tuple(fc.constantFrom(...entities), fc.constantFrom(...ids))
  .map(([text, id]) => text.replaceAll("ID", () => id));
const usual = fc.constantFrom(...labels.slice(0, 2));
const part = fc
  .tuple(fc.oneof({ weight: 4, arbitrary: usual }, fc.constantFrom(...labels)), fc.array(entity, { maxLength: 5 }))
  .map(([label, those]) => [label, ...those].join("\n"));
const file = fc
  .tuple(
    fc.constantFrom("", "---\n", "# first\n", "\n", "--- # begins\n# then\n", "---\n---\n", "\u00a0\n"),
    fc.array(part, { maxLength: 4 }),
    fc.constantFrom("", "\n", "\n\n", "\n...\n", "\n# last"),
    fc.constantFrom("\n", "\r\n"),
  )
  .map(([first, parts, last, lineEnd]) => `${first}${parts.join("\n")}${last}`.replaceAll("\n", lineEnd));
/** Without what cannot be read, so that there are values to compare. */
const sound = fc
  .uniqueArray(fc.constantFrom(...ids.slice(0, 7), "d", "e", "f"), { minLength: 2, maxLength: 8 })
  .chain((own) =>
    fc.tuple(...own.map((id) => fc.constantFrom(...entities.slice(0, 21)).map((t) => t.replaceAll("ID", () => id)))),
  )
  .map((those) => `Person:\n${those.join("\n")}\nCompany:\n  z: { en: Zed }\n`);

const seeded = { seed: 20261130, numRuns: 300 };

describe("a file in pieces", () => {
  it("reads as it does whole, with all that may be wrong with it", () => {
    fc.assert(
      fc.property(file, (text) => {
        expect(inPieces(text)).toEqual(whole(text));
      }),
      seeded,
    );
  });

  it("reads as it does whole where it is sound", () => {
    let cut = 0;
    fc.assert(
      fc.property(sound, (text) => {
        if ((splitEntities(text, 1)?.pieces.length ?? 0) > 2) cut++;
        expect(inPieces(text)).toEqual(whole(text));
      }),
      seeded,
    );
    // That it was read in pieces at all.
    expect(cut).toBeGreaterThan(seeded.numRuns / 2);
  });

  it.each([
    ["block scalars", "  b:\n    en: |\n      one\n    # no comment in it\n  c: { en: Cy }"],
    ["values over several lines", "  b: {\n    en: Bo\n  }\n  c: { en: Cy }"],
    ["comments between", "  # of b\n  b:\n    en: Bo\n# at the margin\n  c: { en: Cy }"],
  ])("is cut between entities with %s", (_, entities) => {
    const split = splitEntities(`---\nPerson:\n  a: { en: Ann }\n${entities}\n`, 1);
    expect(split?.pieces.map(({ text }) => /^ {2}(\w):/m.exec(text)?.[1])).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["nothing", ""],
    ["comments alone", "# one\n\n# two\n"],
    ["a label alone", "Person:\n"],
    ["a label over a comment", "Person:\n  # nobody\n"],
    ["a byte order mark", "\u{feff}Person:\n  a: { en: Ann }\n"],
    ["a label that stands twice, once with nothing", "Person:\nPerson:\n  a: { en: Ann }\n"],
    ["words in place of entities", "Other:\n  foo bar\n"],
    ["a label that a hash follows with no blank", "Person:#people\n  a: { en: Ann }\n"],
    ["a label that a blank follows which is none for YAML", "Person:\u00a0\n  a: { en: Ann }\n"],
    ["a label that a wide blank follows", "Person:\u3000\n  a: { en: Ann }\n"],
    ["a label that a vertical tab follows", "Person:\u000b\n  a: { en: Ann }\n"],
    ["an id that a blank follows which is none for YAML", "Person:\n  a: { en: Ann }\n  b:\u00a0\n    en: Bo\n"],
    ["two marks of a document's begin", "---\n---\nPerson:\n  a: { en: Ann }\n"],
    ["a blank which is none for YAML in a first line of its own", "\u00a0\nPerson:\n  a: { en: Ann }\n"],
  ])("is the same as whole with %s", (_, text) => {
    expect(inPieces(text)).toEqual(whole(text));
  });

  it("tells an id that stands in two pieces with both lines, as a whole file does", () => {
    const text = "Person:\n  a: { en: Ann }\n  b:\n    en: Bo\n  a:\n    en: Again\n";
    expect(inPieces(text).faults).toEqual(['5:3 "a" stands twice in the same place, first at line 2']);
    expect(whole(text).faults).toEqual(inPieces(text).faults);
  });

  it("tells words in place of entities once, not for each letter", () => {
    expect(inPieces("Other:\n  foo bar\n").data).toEqual({ Other: "foo bar" });
  });

  it("leaves a vocabulary whole, however large it is", () => {
    const text = "labels:\n  Year: 365\nrelationships:\n  CITES: 3\nmeasures:\n";
    const [large, small] = [0, Infinity].map((large) => read(text, { large, piece: 1 }, vocabularyShape));
    expect(large).toEqual(small);
  });

  it("leaves what every object has as it is", () => {
    inPieces("constructor:\n  keys: { en: Ann }\n__proto__:\n  polluted: { en: Ann }\n");
    expect([typeof Object.keys, Object.hasOwn(Object.prototype, "polluted")]).toEqual(["function", false]);
  });
});
