import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hueNames } from "../../scene/hues.ts";
import { emptyView, type LinkedView, isPacked, readLink, writeLink } from "../../client/permalink.ts";
import { packLink, unpackLink } from "../../client/permalink/pack.ts";
import { type PathOptions, dockTabs, expansionSizes } from "../../client/store.ts";
import { languages } from "../../schema/language.ts";

const kebab = fc.stringMatching(/^[a-z][a-z0-9]*(-[a-z0-9]+){0,3}$/);
const anyId = fc.oneof(kebab, fc.string({ minLength: 1, unit: "grapheme" }));
const filter = fc.constantFrom("dim" as const, "hide" as const);
const pixels = fc.integer({ min: -5000, max: 5000 });
const placed = fc.uniqueArray(fc.record({ id: anyId, x: pixels, y: pixels }), { selector: ({ id }) => id });
const filters = fc.dictionary(anyId, filter, { noNullPrototype: true });
const size = fc.integer({ min: 1, max: 9999 });

const pathOptions: fc.Arbitrary<PathOptions> = fc.record({
  which: fc.constantFrom("shortest" as const, "best" as const),
  maxLength: fc.integer({ min: 1, max: 8 }),
  dates: fc.constantFrom("any" as const, "possible" as const, "certain" as const),
  certainties: fc.uniqueArray(anyId),
  types: fc.uniqueArray(anyId),
  labels: fc.uniqueArray(anyId),
  withoutTypes: fc.uniqueArray(anyId),
  withoutLabels: fc.uniqueArray(anyId),
  without: fc.uniqueArray(anyId),
});

const end = fc.constantFrom(-2.5, 0, 1_000_000, 2020);
const ranges = fc.dictionary(
  anyId,
  fc.oneof(
    fc.record({ from: end, to: end, without: fc.boolean() }),
    fc.record({ from: end, without: fc.boolean() }),
    fc.record({ to: end, without: fc.boolean() }),
    fc.constant({ without: false }),
  ),
  { noNullPrototype: true },
);

const anyViews: fc.Arbitrary<LinkedView> = fc.record({
  question: fc.option(
    fc.record({
      id: anyId,
      parameters: fc.dictionary(anyId, fc.uniqueArray(anyId, { minLength: 1 }), { noNullPrototype: true }),
    }),
  ),
  free: fc.boolean(),
  partly: fc.boolean(),
  added: placed,
  moved: placed,
  laid: placed,
  hidden: fc.uniqueArray(anyId),
  filters: fc.record({
    labels: filters,
    types: filters,
    certainties: filters,
    threads: filters,
    documents: filters,
    values: filters,
    ranges,
    leastDegree: fc.nat(9999),
  }),
  selected: fc.option(fc.record({ kind: fc.constantFrom("node" as const, "relationship" as const), id: anyId })),
  also: fc.uniqueArray(anyId),
  path: fc.option(
    fc.record({ ends: fc.array(anyId, { minLength: 2, maxLength: 6 }), options: pathOptions, shown: fc.nat(30) }),
  ),
  expansions: fc.dictionary(
    anyId,
    fc.record({ most: fc.constantFrom(...expansionSizes), withoutKinds: fc.uniqueArray(anyId) }),
    { noNullPrototype: true },
  ),
  groups: fc.array(
    fc.record({
      kind: fc.constantFrom("career" as const, "education" as const, "community" as const, "own" as const),
      key: anyId,
      members: fc.uniqueArray(anyId, { minLength: 1 }),
      x: pixels,
      y: pixels,
      pinned: fc.boolean(),
    }),
  ),
  overlaps: fc.uniqueArray(anyId),
  layout: fc.option(fc.constantFrom("columns" as const, "organic" as const, "layered" as const, "radial" as const)),
  around: fc.uniqueArray(anyId),
  time: fc.option(
    fc.record(
      {
        from: fc.constantFrom("2018", "2020-06"),
        to: fc.constantFrom("2020-06", "2024-01-31"),
        undated: fc.boolean(),
      },
      { requiredKeys: ["undated"] },
    ),
  ),
  style: fc.record({
    nodeColor: fc.option(anyId),
    nodeSize: fc.option(anyId),
    lineColor: fc.option(anyId),
    lineWidth: fc.option(anyId),
    own: fc.dictionary(
      anyId,
      fc.oneof(
        fc.record({ hue: fc.constantFrom(...hueNames) }),
        fc.record({ name: anyId }),
        fc.record({ hue: fc.constantFrom(...hueNames), name: anyId }),
      ),
      { noNullPrototype: true },
    ),
  }),
  dock: fc.option(fc.constantFrom(...dockTabs)),
  showUndrawn: fc.boolean(),
  cypher: fc.option(fc.record({ query: anyId, parameters: fc.constantFrom("", '{"id": "a & b"}') })),
  stage: fc.option(fc.record({ width: size, height: size })),
  language: fc.option(fc.constantFrom(...languages)),
});

/** Others are selected only together with one that leads. */
const views = anyViews.filter(({ selected, also }) => selected !== null || also.length === 0);

describe("permalink", () => {
  it("gives back every view that it was given, whatever stands in an id", () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(readLink(writeLink(view))).toEqual({ view, ignored: [] });
      }),
      { numRuns: 500 },
    );
  });

  it("survives a program that escapes the separators", () => {
    fc.assert(
      fc.property(views, (view) => {
        const escaped = writeLink(view).replace(/[:;,]/g, encodeURIComponent);
        expect(readLink(escaped).view).toEqual(view);
      }),
    );
  });

  it("is readable", () => {
    const link = writeLink({
      ...emptyView,
      question: { id: "alumni-of", parameters: { companies: ["nvidia", "amd"] } },
      added: [{ id: "zhou-yuan", x: 120.4, y: 88 }],
      hidden: ["dell", "hp"],
      filters: { ...emptyView.filters, labels: { School: "dim" }, threads: { amd: "hide" } },
      selected: { kind: "node", id: "zhang-jianzhong" },
      stage: { width: 1140, height: 700 },
      language: "zh-Hant",
    });
    expect(link).toBe(
      "?ask=alumni-of;companies:nvidia,amd&add=zhou-yuan:120:88&hide=dell,hp&dim=label:School&off=thread:amd&at=1140x700&node=zhang-jianzhong&lang=zh-Hant",
    );
  });

  it("is empty for an empty view", () => {
    expect(writeLink(emptyView)).toBe("");
    expect(readLink("")).toEqual({ view: emptyView, ignored: [] });
  });

  it("leaves out broken and unknown parts, keeps the rest and names what it left out", () => {
    const broken =
      "?ask=a;b:&add=x:1&hide=,&dim=colour:red&layout=spiral&at=0x10&lang=fr&path=a&all=yes&node=%25E0%25A4%25A&nonsense=1&move=a:1:2";
    const { view, ignored } = readLink(broken);
    expect(view).toEqual({ ...emptyView, moved: [{ id: "a", x: 1, y: 2 }] });
    expect(ignored).toEqual(["ask", "add", "hide", "dim", "layout", "at", "lang", "path", "all", "node", "nonsense"]);
  });

  it("never fails, whatever stands in the address", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.constantFrom("ask", "add", "dim", "=", "&", ":", ";", ",", "%", "a", "1", "constructor", "__proto__"))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(anything, (link) => {
        expect(() => readLink(link)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a packed permalink", () => {
  const pack = async (view: LinkedView) => (await packLink(writeLink(view), Infinity)) ?? "";
  const people = Array.from({ length: 200 }, (_, i) => ({ id: `person-${i * 7}`, x: 40 - i, y: (i * 37) % 700 }));
  const large = { ...emptyView, free: true, added: people, moved: people.slice(20, 60), language: "zh-Hant" as const };

  it("is what it was packed from, letter for letter, whatever stands in an id", async () => {
    await fc.assert(
      fc.asyncProperty(views, async (view) => {
        expect(await unpackLink(await pack(view))).toBe(writeLink(view));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves readable what is short, and is a third as long", async () => {
    const link = await pack(large);
    expect(link).toMatch(/^\?free=1&lang=zh-Hant&z=[\w-]+$/);
    expect(link.length).toBeLessThan(writeLink(large).length / 3);
  });

  it("is none where it would be longer than it may", async () => {
    const link = await pack(large);
    expect(await packLink(writeLink(large), link.length)).toBe(link);
    expect(await packLink(writeLink(large), link.length - 1)).toBe(null);
  });

  it("that is cut off anywhere keeps what is readable, and says that the rest is not", async () => {
    const link = await pack(large);
    const ends = Array.from({ length: 40 }, (_, i) => link.indexOf("&z=") + 3 + i * 20);
    for (const end of ends.filter((each) => each < link.length)) {
      const { view, ignored } = readLink(await unpackLink(link.slice(0, end)));
      expect({ view, ignored }).toEqual({ view: { ...emptyView, free: true, language: "zh-Hant" }, ignored: ["z"] });
    }
  });

  it("that was changed in a letter is not taken for another view", async () => {
    const link = await pack(large);
    const start = link.indexOf("&z=") + 3;
    for (let at = start; at < link.length - 1; at += 7) {
      const other = link[at] === "A" ? "B" : "A";
      const changed = link.slice(0, at) + other + link.slice(at + 1);
      expect(readLink(await unpackLink(changed)).ignored).toEqual(["z"]);
    }
  });

  it("never fails, whatever stands in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (letters) => {
        const link = `?free=1&z=${letters.replaceAll("&", "")}`;
        expect(readLink(await unpackLink(link)).view.free).toBe(true);
      }),
    );
  });

  it("is told apart from one that is not", () => {
    expect(["?free=1&z=eJw", "z=eJw", "?ask=a;z:b&cypher=%26z%3D1", ""].map(isPacked)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
