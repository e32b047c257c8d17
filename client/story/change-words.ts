/** How the facts under a step have changed, in words. */
import type { Language } from "../../schema/language.ts";
import { say } from "../strings/strings.ts";
import type { ClaimChanges } from "./digest.ts";

/** `2 facts have changed, 1 is gone`: the parts that are not nothing. */
export const wordChanges = (changes: ClaimChanges, language: Language): string =>
  (["changed", "added", "gone"] as const)
    .filter((part) => changes[part] > 0)
    .map((part) => say(language, `story.${part}`, { count: changes[part] }))
    .join(say(language, "story.comma"));
