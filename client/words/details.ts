/** The properties of a claim in a row of words. */
import type { Properties } from "../../schema/graph.ts";
import type { Language } from "../../schema/language.ts";
import type { PropertyForm } from "../../schema/vocabulary.ts";
import { captioned } from "./marks.ts";
import { wordProperties } from "./wording.ts";

/** Each is understood without its caption: a number that counts nothing, and yes or no, are told with it. */
export function wordDetails(
  forms: Readonly<Record<string, PropertyForm>> | undefined,
  properties: Properties,
  language: Language,
): string[] {
  return wordProperties(forms, properties, language).map(({ name, caption, value }) => {
    const { form, unit } = forms?.[name] ?? {};
    const isBare = form === "boolean" || form === "ratio" || (form === "number" && unit === undefined);
    return isBare ? captioned(caption, value.text, language) : value.text;
  });
}
