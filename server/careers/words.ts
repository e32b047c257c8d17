/** An overlap as a sentence: when each of the two was there as far as it is told, and what follows from that. */
import type { CareerRole, DaysTogether, OverlapAnswer } from "../../schema/careers.ts";
import { dateFrom } from "../../schema/date.ts";
import { formatDate } from "../../schema/date-words.ts";
import type { Certainty } from "../../schema/fact.ts";
import { type GraphNode, nameOf, type Properties } from "../../schema/graph.ts";
import type { LocalizedText } from "../../schema/language.ts";
import { inEachLanguage, same, word } from "../questions/wording.ts";

const at: Record<CareerRole, LocalizedText> = {
  career: { en: "was at {place}", "zh-Hant": "任職於{place}", "zh-Hans": "任职于{place}" },
  education: { en: "studied at {place}", "zh-Hant": "就讀於{place}", "zh-Hans": "就读于{place}" },
};
const there: Record<CareerRole, LocalizedText> = {
  career: { en: "was there", "zh-Hant": "任職", "zh-Hans": "任职" },
  education: { en: "studied there", "zh-Hant": "就讀", "zh-Hans": "就读" },
};

const presence: LocalizedText = {
  en: `{name} {doing} {form, select,
    span {from {start} to {end}}
    moment {in {start}}
    since {since {start}{seen, select, none {} other {, and still {seen}}}}
    from {from {start}{years} (end not given)}
    until {{years} until {end} (start not given)}
    still {and still {seen, select, none {is} other {was {seen}}} (start not given)}
    other {{years} (dates not given)}}`,
  "zh-Hant": `{name}{form, select,
    span {於{start}至{end}{doing}}
    moment {於{start}{doing}}
    since {自{start}起{doing}{seen, select, none {至今} other {，{seen}時仍在}}}
    from {自{start}起{doing}{years}（何時結束未載）}
    until {{doing}{years}至{end}（何時開始未載）}
    still {{seen, select, none {現} other {在{seen}時}}仍{doing}（何時開始未載）}
    other {曾{doing}{years}（日期未載）}}`,
  "zh-Hans": `{name}{form, select,
    span {于{start}至{end}{doing}}
    moment {于{start}{doing}}
    since {自{start}起{doing}{seen, select, none {至今} other {，{seen}时仍在}}}
    from {自{start}起{doing}{years}（何时结束未载）}
    until {{doing}{years}至{end}（何时开始未载）}
    still {{seen, select, none {现} other {在{seen}时}}仍{doing}（何时开始未载）}
    other {曾{doing}{years}（日期未载）}}`,
};

const verdict: LocalizedText = {
  en: `{answer, select,
    certain {They {role, select, education {studied} other {were}} there at the same time{length, select, none {} other {, {length}}}.}
    possible {They may have {role, select, education {studied} other {been}} there at the same time: the dates are too coarse to say.}
    no {They {role, select, education {did not study} other {were not}} there at the same time.}
    apart {What still held on one day need not have held on another: whether they {role, select, education {studied} other {were}} there at the same time is not known.}
    other {Whether they {role, select, education {studied} other {were}} there at the same time is not known.}}`,
  "zh-Hant": `{answer, select,
    certain {兩人曾同時{there}{length, select, none {} other {，{length}}}。}
    possible {兩人可能曾同時{there}：日期不夠精確，無法斷定。}
    no {兩人並未同時{there}。}
    apart {某日仍是如此，不等於另一日也是：兩人是否曾同時{there}，無從得知。}
    other {兩人是否曾同時{there}，無從得知。}}`,
  "zh-Hans": `{answer, select,
    certain {两人曾同时{there}{length, select, none {} other {，{length}}}。}
    possible {两人可能曾同时{there}：日期不够精确，无法断定。}
    no {两人并未同时{there}。}
    apart {某日仍是如此，不等于另一日也是：两人是否曾同时{there}，无从得知。}
    other {两人是否曾同时{there}，无从得知。}}`,
};

const reservations = {
  reported: { en: "One of the two claims is hearsay.", "zh-Hant": "其中一項屬傳聞。", "zh-Hans": "其中一项属传闻。" },
  planned: { en: "One of the two claims is a plan.", "zh-Hant": "其中一項屬計畫。", "zh-Hans": "其中一项属计划。" },
  opinion: { en: "One of the two claims is an opinion.", "zh-Hant": "其中一項屬觀點。", "zh-Hans": "其中一项属观点。" },
  disputed: {
    en: "Another claim contradicts one of them.",
    "zh-Hant": "其中一項另有不同說法。",
    "zh-Hans": "其中一项另有不同说法。",
  },
  inferred: {
    en: "A year is inferred from the context.",
    "zh-Hant": "其中有年份由上下文推定。",
    "zh-Hans": "其中有年份由上下文推定。",
  },
} as const satisfies Record<string, LocalizedText>;

const length: LocalizedText = {
  en: `{form, select,
    least {for at least {least, plural, one {# {unit}} other {# {units}}}}
    exact {for {most, plural, one {# {unit}} other {# {units}}}}
    most {for at most {most, plural, one {# {unit}} other {# {units}}}}
    other {for {least} to {most} {units}}}`,
  "zh-Hant": `{form, select, least {至少 {least} {unit}} exact {{most} {unit}} most {至多 {most} {unit}} other {{least} 至 {most} {unit}}}`,
  "zh-Hans": `{form, select, least {至少 {least} {unit}} exact {{most} {unit}} most {至多 {most} {unit}} other {{least} 至 {most} {unit}}}`,
};

const units = {
  years: { days: 365.25, one: text("year", "年", "年"), other: text("years", "年", "年") },
  months: { days: 30.44, one: text("month", "個月", "个月"), other: text("months", "個月", "个月") },
  days: { days: 1, one: text("day", "天", "天"), other: text("days", "天", "天") },
};

function text(en: string, hant: string, hans: string): LocalizedText {
  return { en, "zh-Hant": hant, "zh-Hans": hans };
}

/** `{least: 400, most: 1100}` → *for 1 to 4 years*; null where nothing is known beyond a shared day. */
export function wordLength({ least, most }: DaysTogether): LocalizedText | null {
  const longest = most ?? least;
  const unit = longest >= 700 ? units.years : longest >= 50 ? units.months : units.days;
  const low = Math.floor(least / unit.days);
  if (most === undefined && (low === 0 || least <= 1)) return null;
  const high = most === undefined ? low : Math.ceil(most / unit.days);
  const form = most === undefined ? "least" : low === high ? "exact" : low === 0 ? "most" : "range";
  return word(length, { form: same(form), unit: unit.one, units: unit.other }, { least: low, most: high });
}

type Presence = "span" | "moment" | "since" | "from" | "until" | "still" | "undated";

function presenceOf({ start, end, ongoing }: Properties): Presence {
  if (typeof start === "string" && typeof end === "string") return start === end ? "moment" : "span";
  if (typeof start === "string") return ongoing === true ? "since" : "from";
  if (typeof end === "string") return "until";
  return ongoing === true ? "still" : "undated";
}

const qualifiers: Readonly<Record<string, LocalizedText>> = {
  over: text(" for over {years} years", "超過 {years} 年", "超过 {years} 年"),
  under: text(" for under {years} years", "不到 {years} 年", "不到 {years} 年"),
  about: text(" for about {years} years", "約 {years} 年", "约 {years} 年"),
  nearly: text(" for nearly {years} years", "將近 {years} 年", "将近 {years} 年"),
};
const plainYears = text(" for {years, plural, one {# year} other {# years}}", "{years} 年", "{years} 年");

/** A duration decides nothing, but it is told where the dates leave room for it. */
function wordYears({ years, yearsQualifier }: Properties, form: Presence): LocalizedText {
  if (typeof years !== "number" || form === "span" || form === "moment") return same("");
  return word(qualifiers[String(yearsQualifier)] ?? plainYears, {}, { years });
}

export interface Stay {
  readonly person: GraphNode;
  readonly properties: Properties;
}

/** The first day that an ongoing stint's document may be from, on which it was still so; null where it is not told. */
const seenOn = ({ ongoing, endEarliest }: Properties): number | null =>
  ongoing === true && typeof endEarliest === "number" ? endEarliest : null;

/** That day, month or year, as precise as the document's. */
function wordSeen(day: number): LocalizedText {
  const date = dateFrom(day);
  return inEachLanguage((language) => {
    const words = formatDate(date, language);
    return language === "en" ? `${date.length === 10 ? "on" : "in"} ${words}` : words;
  });
}

function wordStay({ person, properties }: Stay, doing: LocalizedText, isApart: boolean): LocalizedText {
  const form = presenceOf(properties);
  const seen = form === "still" || isApart ? seenOn(properties) : null;
  const { start, end } = properties;
  const date = (value: unknown) =>
    inEachLanguage((language) => (typeof value === "string" ? formatDate(value, language) : ""));
  return word(presence, {
    name: inEachLanguage((language) => nameOf(person, language).text),
    doing,
    form: same(form),
    start: date(start),
    end: date(end),
    years: wordYears(properties, form),
    seen: seen === null ? same("none") : wordSeen(seen),
  });
}

export interface Compared {
  readonly organization: GraphNode;
  readonly role: CareerRole;
  readonly stays: readonly [Stay, Stay];
  readonly answer: OverlapAnswer;
  readonly days?: DaysTogether | undefined;
  readonly certainty: Certainty;
  readonly inferred: boolean;
  readonly disputed: boolean;
}

/** The whole sentence, in three languages. */
export function wordOverlap(compared: Compared): LocalizedText {
  const { organization, role, stays, answer, days, certainty, inferred, disputed } = compared;
  const place = inEachLanguage((language) => nameOf(organization, language).text);
  const [one, other] = stays.map(({ properties }) => seenOn(properties));
  const isApart = answer === "unknown" && one !== null && other !== null && one !== other;
  const first = wordStay(stays[0], word(at[role], { place }), isApart);
  const second = wordStay(stays[1], there[role], isApart);
  const said = word(verdict, {
    answer: same(isApart ? "apart" : answer),
    role: same(role),
    there: there[role],
    length: (days && wordLength(days)) ?? same("none"),
  });
  const held = [
    ...(certainty === "stated" ? [] : [reservations[certainty]]),
    ...(disputed ? [reservations.disputed] : []),
    ...(inferred ? [reservations.inferred] : []),
  ];
  return inEachLanguage((language) => {
    const [semicolon, stop, space] = language === "en" ? ["; ", ". ", " "] : ["；", "。", ""];
    const sentences = [said, ...held].map((each) => each[language]).join(space);
    return `${first[language]}${semicolon}${second[language]}${stop}${sentences}`;
  });
}
