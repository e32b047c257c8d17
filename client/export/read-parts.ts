/** What scenes are made with that a page reads only when it is first used. */
import type { Language } from "../../schema/language.ts";
import { readRowLooks } from "../canvas/later-looks.ts";
import { readLaterStrings, readStrings } from "../strings/strings.ts";
import { readRules } from "../style/rules.ts";

/** Whoever composes scenes apart from a page, where a view was drawn with all that it needs, reads this first. */
export async function readSceneParts(...languages: readonly Language[]): Promise<void> {
  await readStrings(...languages);
  // Later strings are read of the languages that are there.
  await Promise.all([readLaterStrings(), readRowLooks(), readRules()]);
}
