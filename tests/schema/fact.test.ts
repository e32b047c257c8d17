import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  Citation,
  Id,
  observationId,
  parseCitation,
  relationshipId,
  SeedObservation,
  SeedText,
} from "../../schema/fact.ts";

describe("an id", () => {
  it.each(["nvidia", "mtt-s80", "3dfx", "s3-inc", "1-plus-6"])("may be %s", (id) => {
    expect(Id.safeParse(id).success).toBe(true);
  });

  it.each(["", "2025", "NVIDIA", "mtt_s80", "-a", "a-", "a--b", "張", "a.b"])("may not be %j", (id) => {
    expect(Id.safeParse(id).success).toBe(false);
  });
});

describe("a citation", () => {
  it("is taken apart into document, start and end", () => {
    expect(parseCitation("annual-report#120-164")).toEqual({ document: "annual-report", start: 120, end: 164 });
  });

  it.each(["annual-report", "annual-report#", "annual-report#12", "#1-2", "annual report#1-2", "a#2-1", "a#2-2"])(
    "may not be %j",
    (text) => {
      expect(Citation.safeParse(text).success).toBe(false);
    },
  );

  it("holds whatever offsets it was written with", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 1000 }), (start, length) => {
        const citation = Citation.parse(`a-b#${start}-${start + length}`);
        expect(parseCitation(citation)).toEqual({ document: "a-b", start, end: start + length });
      }),
    );
  });
});

describe("the id of a claim", () => {
  it("is made of type and ends", () => {
    expect(relationshipId("zhang-jianzhong", "WORKED_AT", "nvidia")).toBe("zhang-jianzhong.worked-at.nvidia");
  });

  it("ends in the key where there is one", () => {
    expect(relationshipId("a", "FOUNDED", "b", "again")).toBe("a.founded.b.again");
    expect(observationId("a", "revenue", "y2024")).toBe("a.figure.revenue.y2024");
  });

  it("differs whenever one of its parts does", () => {
    const id = fc.stringMatching(/^[a-z]+(-[a-z]+)*$/);
    const type = fc.constantFrom("WORKED_AT", "FOUNDED", "BASED_ON");
    const parts = fc.tuple(id, type, id, fc.option(id, { nil: undefined }));
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(relationshipId(...a)).not.toBe(relationshipId(...b));
      }),
    );
  });
});

describe("a figure", () => {
  it("wants a value or a text", () => {
    expect(SeedObservation.safeParse({ measure: "revenue", sources: ["a#1-2"] }).success).toBe(false);
    expect(SeedObservation.safeParse({ measure: "revenue", value: 0, sources: ["a#1-2"] }).success).toBe(true);
  });

  it("has sources that are citations; whether it wants one is for the data set's documents to say", () => {
    const figure = (sources?: string[]) => SeedObservation.safeParse({ measure: "revenue", value: 1, sources }).success;
    expect([figure(["a#1-2"]), figure(), figure(["a"])]).toEqual([true, true, false]);
  });

  it("takes no key that nobody knows", () => {
    expect(
      SeedObservation.safeParse({ measure: "revenue", value: 1, sources: ["a#1-2"], curency: "CNY" }).success,
    ).toBe(false);
  });
});

describe("text", () => {
  it("may be in one language only, but in one", () => {
    expect(SeedText.safeParse({ "zh-Hant": "總裁" }).success).toBe(true);
    expect(SeedText.safeParse({}).success).toBe(false);
  });
});
