/** The properties of an entity or a relationship must be those that its label or type has, in their form. */
import { PartialDate } from "../../schema/date.ts";
import { SeedText } from "../../schema/fact.ts";
import { own, type PropertyForm } from "../../schema/vocabulary.ts";
import { meant } from "./nearest.ts";
import type { Problems } from "./problems.ts";
import type { Written } from "./read.ts";

export function checkProperties(
  properties: Readonly<Record<string, unknown>>,
  forms: Readonly<Record<string, PropertyForm>>,
  where: Pick<Written<unknown>, "at">,
  whose: string,
  problems: Problems,
  types: readonly string[] = [],
): void {
  for (const [name, value] of Object.entries(properties)) {
    const form = own(forms, name);
    if (form === undefined) {
      problems.add(
        where.at(name),
        `${whose} has no property ${name}`,
        /^\d+$/.test(name)
          ? "A comma ends a value here: write numbers without separators."
          : `${meant(name, [...Object.keys(forms), ...types, ...common])}Correct it, or add it to the properties in vocabulary.yaml.`,
      );
    } else {
      const rule = form.form === "choice" ? choiceRule(Object.keys(form.choices ?? {}), value) : rules[form.form];
      if (!rule.holds(value)) {
        problems.add(where.at(name), `${name} ${JSON.stringify(value)} of ${whose} ${rule.message}`, rule.remedy);
      }
    }
  }
  for (const [name, form] of Object.entries(forms)) {
    if (form.form === "money" && own(properties, name) !== undefined && properties["currency"] === undefined) {
      problems.add(
        where.at(name),
        `${name} of ${whose} is money without a currency`,
        "Write currency: and its three letters, as in CNY or HKD.",
      );
    }
    if (form.required && own(properties, name) === undefined) {
      problems.add(
        where.at(),
        `${whose} has no ${name}, which it must have`,
        `Write ${name}:, or make it optional in vocabulary.yaml.`,
      );
    }
  }
}

const common = [
  "sources",
  "certainty",
  "start",
  "end",
  "ongoing",
  "inferred",
  "reported",
  "saidBy",
  "key",
  "note",
  "aliases",
  "short",
  "figures",
];

interface Rule {
  holds(value: unknown): boolean;
  readonly message: string;
  readonly remedy: string;
}

const rules: Record<Exclude<PropertyForm["form"], "choice">, Rule> = {
  text: {
    holds: (value) => SeedText.safeParse(value).success,
    message: "is not text by language",
    remedy: "Write en:, zh-Hant: or zh-Hans: under it, each with its words.",
  },
  string: {
    holds: (value) => typeof value === "string" && value !== "",
    message: "is not text",
    remedy: "Write plain text, without a language.",
  },
  number: {
    holds: (value) => typeof value === "number" && Number.isFinite(value),
    message: "is not a number",
    remedy: "Write digits only, without separators, signs or units.",
  },
  ratio: {
    holds: (value) => typeof value === "number" && Number.isFinite(value),
    message: "is not a fraction",
    remedy: "Write a fraction: 41 % is 0.41.",
  },
  money: {
    holds: (value) => typeof value === "number" && Number.isFinite(value),
    message: "is not an amount",
    remedy: "Write a number without separators: 12億 is 1200000000; its currency stands under currency:.",
  },
  boolean: {
    holds: (value) => typeof value === "boolean",
    message: "is neither true nor false",
    remedy: "Write true or false.",
  },
  date: {
    holds: (value) => PartialDate.safeParse(value).success,
    message: "is not a date",
    remedy:
      "Write a year (2006), a month (2017-12) or a day (2025-12-05), from the year 1000 on; earlier ones are of the form string.",
  },
};

function choiceRule(choices: readonly string[], value: unknown): Rule {
  return {
    holds: () => typeof value === "string" && choices.includes(value),
    message: "is not one of its choices",
    remedy: `${meant(String(value), choices)}Write one of ${choices.join(", ")}.`,
  };
}
