/** Dates, numbers and money as each language writes them; a figure is never made rounder than it was given. */
import { formatDate } from "../../schema/date-words.ts";
import type { Period } from "../../schema/as-of.ts";
import type { Language } from "../../schema/language.ts";
import type { Properties } from "../../schema/graph.ts";
import { say } from "./strings.ts";

export { formatDate };

const dateLocale: Record<Language, string> = { en: "en-GB", "zh-Hant": "zh-Hant-TW", "zh-Hans": "zh-Hans-CN" };

/** When a claim holds, or null where no date is told. */
export function formatInterval({ start, end, ongoing }: Properties, language: Language): string | null {
  const from = typeof start === "string" ? formatDate(start, language) : null;
  const to = typeof end === "string" ? formatDate(end, language) : null;
  if (from !== null && to !== null) return from === to ? from : say(language, "date.span", { start: from, end: to });
  if (from !== null) return say(language, ongoing === true ? "date.since" : "date.from", { start: from });
  if (to !== null) return say(language, "date.until", { end: to });
  return ongoing === true ? say(language, "date.ongoing") : null;
}

/** The time that is looked at: `as of 2020`, `2018 – Jun 2020`, `all time`. */
export function formatPeriod({ from, to }: Period, language: Language): string {
  if (from === undefined && to === undefined) return say(language, "time.all");
  if (from === undefined) return say(language, "date.until", { end: formatDate(to ?? "", language) });
  if (to === undefined) return say(language, "date.since", { start: formatDate(from, language) });
  if (from === to) return say(language, "time.asOf", { date: formatDate(from, language) });
  return say(language, "date.span", { start: formatDate(from, language), end: formatDate(to, language) });
}

const steps: Record<Language, ReadonlyArray<readonly [number, string]>> = {
  en: [
    [1e12, "tn"],
    [1e9, "bn"],
    [1e6, "m"],
  ],
  "zh-Hant": [
    [1e12, "兆"],
    [1e8, "億"],
    [1e4, "萬"],
  ],
  "zh-Hans": [
    [1e12, "万亿"],
    [1e8, "亿"],
    [1e4, "万"],
  ],
};

/** `formatNumber(702_100_000, "zh-Hans")` → `7.021亿` */
export function formatNumber(value: number, language: Language): string {
  const [size, word] = steps[language].find(([least]) => Math.abs(value) >= least) ?? [1, ""];
  const format = new Intl.NumberFormat(dateLocale[language], { maximumFractionDigits: 6 });
  // Dividing can leave a tail of binary digits, which the value itself never had.
  return format.format(Number((value / size).toPrecision(12))) + word;
}

/** `formatAmount(10, "year", "en")` → `10 years` */
export function formatAmount(value: number, unit: string, language: Language): string {
  return new Intl.NumberFormat(dateLocale[language], { style: "unit", unit, unitDisplay: "long" }).format(value);
}

const currencyBefore: Readonly<Record<string, string>> = {
  CNY: "RMB ",
  HKD: "HK$",
  USD: "US$",
  EUR: "€",
  GBP: "£",
  JPY: "JP¥",
  TWD: "NT$",
};
const currencyAfter: Record<Exclude<Language, "en">, Readonly<Record<string, string>>> = {
  "zh-Hant": { CNY: "元人民幣", HKD: "港元", USD: "美元", EUR: "歐元", GBP: "英鎊", JPY: "日圓", TWD: "新台幣" },
  "zh-Hans": { CNY: "元人民币", HKD: "港元", USD: "美元", EUR: "欧元", GBP: "英镑", JPY: "日元", TWD: "新台币" },
};

/** `formatMoney(1.2e9, "HKD", "en")` → `HK$1.2bn`; in Chinese `12億港元`. */
export function formatMoney(value: number, currency: string, language: Language): string {
  const number = formatNumber(value, language);
  if (language === "en") return `${currencyBefore[currency] ?? `${currency} `}${number}`;
  return `${number}${currencyAfter[language][currency] ?? ` ${currency}`}`;
}

/** `formatRatio(0.41, "en")` → `41%` */
export function formatRatio(value: number, language: Language): string {
  return new Intl.NumberFormat(dateLocale[language], { style: "percent", maximumFractionDigits: 2 }).format(value);
}
