/** A figure must fit its measure: a date where dates are measured, a currency beside money. */
import { PartialDate } from "../../schema/date.ts";
import type { SeedObservation } from "../../schema/fact.ts";
import { own, type MeasureForm, type Vocabulary } from "../../schema/vocabulary.ts";
import { meant } from "./nearest.ts";
import type { Problems } from "./problems.ts";
import type { Written } from "./read.ts";

export function checkFigure(figure: Written<SeedObservation>, vocabulary: Vocabulary, problems: Problems): void {
  const { measure, value, unit, currency } = figure.value;
  const form = own(vocabulary.measures, measure)?.form;
  if (form === undefined) {
    problems.add(
      figure.at("measure"),
      `the measure ${measure} is unknown`,
      `${meant(measure, Object.keys(vocabulary.measures))}Correct it, or add it under measures in vocabulary.yaml.`,
    );
    return;
  }
  if (value !== undefined && !fits(form, value)) {
    problems.add(
      figure.at("value"),
      `${JSON.stringify(value)} is not a value of ${measure}, which is of the form ${form}`,
      remedies[form],
    );
  }
  if (form === "text" && figure.value.text === undefined) {
    problems.add(
      figure.at(),
      `${measure} is told in words, and has no text`,
      "Write text: with en, zh-Hant or zh-Hans under it.",
    );
  }
  if (form === "money" && value !== undefined && currency === undefined) {
    problems.add(
      figure.at("value"),
      `${measure} is money without a currency`,
      "Write currency: and its three letters, as in CNY or HKD.",
    );
  }
  if (form !== "money" && currency !== undefined) {
    problems.add(
      figure.at("currency"),
      `${measure} is not money, yet has a currency`,
      "Take the currency out, or use a measure of the form money.",
    );
  }
  if (unit !== undefined && own(vocabulary.units, unit) === undefined) {
    problems.add(
      figure.at("unit"),
      `the unit ${unit} is unknown`,
      `${meant(unit, Object.keys(vocabulary.units))}Correct it, or add it under units in vocabulary.yaml.`,
    );
  }
}

function fits(form: MeasureForm["form"], value: number | string): boolean {
  if (form === "text") return false;
  return form === "date"
    ? PartialDate.safeParse(String(value)).success && typeof value === "string"
    : typeof value === "number";
}

const remedies: Record<MeasureForm["form"], string> = {
  money: "Write a number without separators: 12億 is 1200000000.",
  quantity: "Write a number without separators, and its unit under unit:.",
  ratio: "Write a fraction: 41 % is 0.41.",
  date: "Write a date: a year (2006), a month (2017-12) or a day (2025-12-05), from the year 1000 on.",
  text: "Write it under text:, in en, zh-Hant or zh-Hans.",
};
