/** The sentence of an overlap gives the reason for its answer. */
import { describe, expect, it } from "vitest";
import { boundsIn, sharedTime } from "../../schema/careers.ts";
import type { Properties } from "../../schema/graph.ts";
import { wordOverlap } from "../../server/careers/words.ts";

const node = (id: string, name: string) => ({ id, labels: ["Entity"], properties: { nameEn: name, nameZhHant: name } });
const organization = node("guild", "Guild");

function wordsOf(a: Properties, b: Properties) {
  const { answer, days } = sharedTime(boundsIn(a), boundsIn(b));
  const stays = [
    { person: node("ada", "Ada"), properties: a },
    { person: node("bea", "Bea"), properties: b },
  ] as const;
  const compared = { organization, role: "career", stays, answer, days } as const;
  return wordOverlap({ ...compared, certainty: "stated", inferred: false, disputed: false });
}

const still = (endEarliest: number): Properties => ({ ongoing: true, endEarliest });

describe("two who still are somewhere, of whom no start is told,", () => {
  it("were there together where both are told of one day", () => {
    expect(wordsOf(still(20251220), still(20251220)).en).toBe(
      "Ada was at Guild and still was on 20 Dec 2025 (start not given); Bea was there and still was on 20 Dec 2025 (start not given). They were there at the same time.",
    );
  });

  it("may not have been where they are told of different days, and the days and the reason are said", () => {
    const words = wordsOf(still(20251220), still(20251201));
    expect(words.en).toBe(
      "Ada was at Guild and still was on 20 Dec 2025 (start not given); Bea was there and still was in Dec 2025 (start not given). What still held on one day need not have held on another: whether they were there at the same time is not known.",
    );
    expect(words["zh-Hant"]).toBe(
      "Ada 在 2025 年 12 月 20 日時仍任職於 Guild（何時開始未載）；Bea 在 2025 年 12 月時仍任職（何時開始未載）。某日仍是如此，不等於另一日也是：兩人是否曾同時任職，無從得知。",
    );
    expect(words["zh-Hans"]).toContain("某日仍是如此，不等于另一日也是：两人是否曾同时任职，无从得知。");
  });

  it("still are, where no document says when it was written", () => {
    expect(wordsOf({ ongoing: true }, { ongoing: true }).en).toMatch(/^Ada was at Guild and still is \(start/);
  });
});

it("one who is there since a day is told as seen on a day only where the answer hangs on it", () => {
  const since = { ongoing: true, start: "2020", startEarliest: 20200101, startLatest: 20201231 };
  expect(wordsOf({ ...since, endEarliest: 20251220 }, still(20251201)).en).toMatch(
    /^Ada was at Guild since 2020, and still on 20 Dec 2025; Bea/,
  );
  expect(wordsOf({ ...since, endEarliest: 20251220 }, { ...since, endEarliest: 20251201 }).en).toMatch(
    /^Ada was at Guild since 2020; Bea was there since 2020\. They were/,
  );
});
