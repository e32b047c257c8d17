/** The language of the interface: its words are read before it is spoken. */
import type { Language } from "../../schema/language.ts";
import { ApiProblem } from "../api.ts";
import { isKnown, readStrings } from "../strings/strings.ts";
import { type Context, attempt } from "./context.ts";
import { arrangeAgain } from "./questions.ts";

/** Reads the words of a language; a failure is told as that of a request. */
export async function learnLanguage(language: Language): Promise<void> {
  try {
    await readStrings(language);
  } catch (error) {
    throw new ApiProblem("offline", "The words of this language could not be read.", "Try again.", { cause: error });
  }
}

/** Does `work` at once where the language is known, else when it has been read. */
export function withLanguage(context: Context, language: Language, work: () => void): void {
  const asked = (context.languageAsked += 1);
  if (isKnown(language)) return work();
  void attempt(
    context,
    async () => {
      await learnLanguage(language);
      if (asked === context.languageAsked) work();
    },
    () => withLanguage(context, language, work),
  );
}

/** Only x knows text, and only in columns and layers; nothing else moves when the language changes. */
export function setLanguage(context: Context, language: Language): void {
  withLanguage(context, language, () => {
    const { store } = context;
    if (store.getState().language === language) return;
    store.setState({ language });
    if (store.getState().layout !== "organic") void arrangeAgain(context);
  });
}
