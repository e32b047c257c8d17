/** Changing what was understood of a phrase. */
import { describe, expect, it } from "vitest";
import { correct, joinedReading } from "../../client/phrases.ts";
import type { PhraseOffer } from "../../schema/api.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const reading = (value: string) => ({ value, caption: { en: value, "zh-Hant": value, "zh-Hans": value } });
const piece = (parameter: string, value: string, others: string[] = []) => ({
  text: value,
  form: "entity" as const,
  parameter,
  ...reading(value),
  others: others.map(reading),
});
const headline = { en: "h", "zh-Hant": "h", "zh-Hans": "h" };
const asked = (parameters: Record<string, string[]>, ...understood: PhraseOffer["understood"]): PhraseOffer => ({
  kind: "question",
  asked: { question: "q", parameters, headline },
  understood,
  missed: [],
});

describe("correcting an offer", () => {
  it("puts the other reading into the blank, and keeps the first among those left", () => {
    const offer = asked({ groups: ["a"] }, piece("groups", "a", ["b", "c"]));
    expect(correct(offer, 0, reading("b"))).toMatchObject({
      asked: { parameters: { groups: ["b"] } },
      understood: [{ text: "a", value: "b", others: [{ value: "a" }, { value: "c" }] }],
    });
  });

  it("changes one of several names and leaves the others", () => {
    const offer = asked({ companies: ["a", "b"] }, piece("companies", "a"), piece("companies", "b"));
    expect(correct(offer, 1, reading("c"))).toMatchObject({ asked: { parameters: { companies: ["a", "c"] } } });
  });

  it("leaves a blank open when its last piece is left out", () => {
    const offer = asked({ companies: ["a"], kinds: ["x"] }, piece("companies", "a"), piece("kinds", "x"));
    const corrected = correct(offer, 1, null);
    expect(corrected).toMatchObject({ asked: { parameters: { companies: ["a"] } } });
    expect(corrected.understood).toHaveLength(1);
  });

  it("takes a period between two dates apart", () => {
    const offer = asked({ period: ["2020"] }, { ...piece("period", "2020"), form: "period" });
    const between = joinedReading([reading("2021"), reading("2023")]);
    expect(correct(offer, 0, between)).toMatchObject({
      asked: { parameters: { period: ["2021", "2023"] } },
      understood: [{ caption: { en: "2021–2023" } }],
    });
  });

  it("moves the end of a path", () => {
    const offer: PhraseOffer = { kind: "path", from: "a", to: "b", understood: [piece("from", "a"), piece("to", "b")] };
    expect(correct(offer, 1, reading("c"))).toMatchObject({ from: "a", to: "c" });
  });

  it("does not touch the words of the question itself", () => {
    const offer = asked({}, { text: "alumni", form: "question", others: [] });
    expect(correct(offer, 0, reading("x"))).toBe(offer);
  });
});

describe("an explorer", () => {
  const served = serveFlorence();

  it("words the corrected question as the server does, without asking it", async () => {
    const explorer = makeExplorer(served.api);
    const [offer] = await explorer.offerPhrases("career of Leonardo");
    const place = offer?.understood.findIndex(({ parameter }) => parameter === "person") ?? -1;
    const corrected = offer === undefined ? null : await explorer.correctOffer(offer, place, reading("michelangelo"));
    expect(corrected).toMatchObject({
      kind: "question",
      asked: { parameters: { person: ["michelangelo"] }, headline: { en: expect.stringContaining("Michelangelo") } },
    });
    expect(explorer.store.getState().answer).toBeNull();
  });
});
