/** A plugin of the build: the messages of client/strings as they are parsed, so that no parser goes with the page. */
import { IntlMessageFormat } from "intl-messageformat";
import type { Plugin } from "vite";
import { en } from "../strings/en.ts";
import { isLater } from "../strings/later-ids.ts";
import { zhHans } from "../strings/zh-Hans.ts";
import { zhHant } from "../strings/zh-Hant.ts";

const modules: Readonly<Record<string, readonly [name: string, strings: Readonly<Record<string, string>>]>> = {
  "en.ts": ["en", en],
  "zh-Hant.ts": ["zhHant", zhHant],
  "zh-Hans.ts": ["zhHans", zhHans],
};

/** A message without blanks stays text, which is shorter. */
const compiled = (text: string) =>
  text.includes("{") ? new IntlMessageFormat(text, "en", undefined, { captureLocation: false }).getAst() : text;

export function compileStrings(): Plugin {
  return {
    name: "compile-strings",
    enforce: "pre",
    transform(_code, id) {
      const [, later, file = ""] = /\/client\/strings\/(later\/)?([\w-]+\.ts)$/.exec(id) ?? [];
      const found = modules[file];
      if (found === undefined) return null;
      const [name, strings] = found;
      const wanted = Object.entries(strings).filter(([key]) => isLater(key) === (later !== undefined));
      const messages = Object.fromEntries(wanted.map(([key, text]) => [key, compiled(text)]));
      return { code: `export const ${later === undefined ? name : "later"} = ${JSON.stringify(messages)};`, map: null };
    },
  };
}
