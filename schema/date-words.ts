/** Partial dates as each language writes them, as precise as they were given. */
import type { Language } from "./language.ts";

const locales: Record<Language, string> = { en: "en-GB", "zh-Hant": "zh-Hant-TW", "zh-Hans": "zh-Hans-CN" };

const parts: readonly Intl.DateTimeFormatOptions[] = [
  { year: "numeric" },
  { year: "numeric", month: "short" },
  { year: "numeric", month: "short", day: "numeric" },
];

const formats = new Map<string, Intl.DateTimeFormat>();

/** `formatDate("2024-01", "zh-Hant")` → `2024年1月`; what is no partial date stays as it is. */
export function formatDate(date: string, language: Language): string {
  const numbers = date.split("-").map(Number);
  const [year = NaN, month = 1, day = 1] = numbers;
  const options = parts[numbers.length - 1];
  if (options === undefined || numbers.some(Number.isNaN)) return date;
  const key = `${language} ${numbers.length}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locales[language], { ...options, calendar: "gregory", timeZone: "UTC" });
    formats.set(key, format);
  }
  return format.format(new Date(Date.UTC(year, month - 1, day)));
}
