import { describe, expect, it } from "vitest";
import { formatDate, formatInterval, formatMoney, formatNumber, formatRatio } from "../../client/strings/format.ts";

describe("dates", () => {
  it.each([
    ["2006", "2006", "2006年", "2006年"],
    ["2024-01", "Jan 2024", "2024年1月", "2024年1月"],
    ["2025-12-05", "5 Dec 2025", "2025年12月5日", "2025年12月5日"],
  ])("%s is as precise as it was given", (date, en, hant, hans) => {
    expect([formatDate(date, "en"), formatDate(date, "zh-Hant"), formatDate(date, "zh-Hans")]).toEqual([
      en,
      hant,
      hans,
    ]);
  });

  it("do not depend on the reader's time zone", () => {
    expect(formatDate("2025-01-01", "en")).toBe("1 Jan 2025");
  });
});

describe("intervals", () => {
  it.each([
    [{ start: "2006", end: "2020-05" }, "2006 – May 2020", "2006年–2020年5月"],
    [{ start: "2020-06", end: "2020-06" }, "Jun 2020", "2020年6月"],
    [{ start: "2020", ongoing: true }, "since 2020", "2020年至今"],
    [{ start: "2020" }, "from 2020", "2020年起"],
    [{ end: "2024-01" }, "until Jan 2024", "至2024年1月"],
    [{ ongoing: true }, "ongoing", "至今"],
  ])("%j", (properties, en, hant) => {
    expect(formatInterval(properties, "en")).toBe(en);
    expect(formatInterval(properties, "zh-Hant")).toBe(hant);
  });

  it("are null where no date is told", () => {
    expect(formatInterval({}, "en")).toBeNull();
  });
});

describe("numbers and money", () => {
  it.each([
    [702_100_000, "702.1m", "7.021億", "7.021亿"],
    [1_200_000_000_000, "1.2tn", "1.2兆", "1.2万亿"],
    [88, "88", "88", "88"],
    [12_345, "12,345", "1.2345萬", "1.2345万"],
    [-25_000_000_000, "-25bn", "-250億", "-250亿"],
    [0.3, "0.3", "0.3", "0.3"],
  ])("%d keeps its digits", (value, en, hant, hans) => {
    expect([formatNumber(value, "en"), formatNumber(value, "zh-Hant"), formatNumber(value, "zh-Hans")]).toEqual([
      en,
      hant,
      hans,
    ]);
  });

  it("tells Hong Kong dollars, renminbi and American dollars apart", () => {
    expect(formatMoney(1.2e9, "HKD", "en")).toBe("HK$1.2bn");
    expect(formatMoney(1.2e9, "CNY", "en")).toBe("RMB 1.2bn");
    expect(formatMoney(1.2e9, "HKD", "zh-Hant")).toBe("12億港元");
    expect(formatMoney(1.2e9, "CNY", "zh-Hans")).toBe("12亿元人民币");
    expect(formatMoney(2.5e10, "USD", "zh-Hant")).toBe("250億美元");
    expect(formatMoney(5, "CHF", "en")).toBe("CHF 5");
  });

  it("writes shares as percentages", () => {
    expect(formatRatio(0.4135, "zh-Hant")).toBe("41.35%");
  });
});
