/** Every language of the interface, for tests of whatever is worded. */
import { readStrings } from "../../client/strings/strings.ts";
import { languages } from "../../schema/language.ts";

await readStrings(...languages);
