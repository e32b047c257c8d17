/** A vocabulary must hold together: ends that are labels, names that are free, one kind of value for one name. */
import { own, type PropertyForm, type Vocabulary } from "../../schema/vocabulary.ts";
import { meant } from "./nearest.ts";
import type { Problems } from "./problems.ts";
import type { Written } from "./read.ts";
import { observationType, ofEveryObject, reservedLabels, reservedOnClaims, reservedOnEntities } from "./reserved.ts";

export function checkVocabulary(written: Written<Vocabulary>, problems: Problems): void {
  const { labels, relationships, measures, units } = written.value;
  const names = Object.keys(labels);
  for (const label of names.filter((name) => reservedLabels.has(name))) {
    problems.add(written.at("labels", label), `the label ${label} is the program's own`, "Give it another name.");
  }
  if (relationships[observationType] !== undefined) {
    problems.add(
      written.at("relationships", observationType),
      `the type ${observationType} is the program's own`,
      "Give it another name.",
    );
  }
  for (const [part, names] of Object.entries({ measures, units })) {
    for (const name of Object.keys(names).filter((each) => ofEveryObject.has(each)))
      problems.add(written.at(part, name), `the name ${name} is the program's own`, "Give it another name.");
  }
  for (const [name, { begins, form }] of Object.entries(measures)) {
    if (begins !== true || form === "date") continue;
    const place = written.at("measures", name, "begins");
    problems.add(place, `the measure ${name} is no date, so nothing begins with it`, "Take begins away.");
  }
  for (const [type, form] of Object.entries(relationships)) {
    for (const end of ["start", "end"] as const) {
      form[end].forEach((label, index) => {
        if (own(labels, label) !== undefined) return;
        problems.add(
          written.at("relationships", type, end, index),
          `the ${end} of ${type} is an unknown label, ${label}`,
          `${meant(label, names)}Correct it, or add it under labels.`,
        );
      });
    }
  }
  checkPropertyNames(written, "labels", reservedOnEntities, problems);
  checkPropertyNames(written, "relationships", reservedOnClaims, problems);
}

function checkPropertyNames(
  written: Written<Vocabulary>,
  part: "labels" | "relationships",
  reserved: ReadonlySet<string>,
  problems: Problems,
): void {
  const kinds = new Map<string, string>();
  for (const [owner, { properties = {} }] of Object.entries(written.value[part])) {
    for (const [name, form] of Object.entries<PropertyForm>(properties)) {
      const place = written.at(part, owner, "properties", name);
      if (reserved.has(name))
        problems.add(place, `the property ${name} of ${owner} is the program's own`, "Give it another name.");
      if (form.form === "choice" && Object.keys(form.choices ?? {}).length === 0) {
        problems.add(place, `the choice ${name} of ${owner} has no choices`, "Write choices: with each one's words.");
      }
      const kind = kindOf(form);
      if (kind === undefined) continue;
      const before = kinds.get(name) ?? kind;
      if (before !== kind) {
        problems.add(
          place,
          `the property ${name} of ${owner} is ${kind}, and ${before} elsewhere`,
          "One name has one kind of value: rename one of the two.",
        );
      }
      kinds.set(name, before);
    }
  }
}

/** What the database stores under the name; text by language has names of its own, such as titleEn. */
function kindOf({ form }: PropertyForm): string | undefined {
  if (form === "string" || form === "date" || form === "choice") return "text";
  return form === "text" ? undefined : `a ${form}`;
}
