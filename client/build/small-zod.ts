/** A plugin of the build: leaves out of zod what the page does without: JSON Schema, English words for each fault, and eval. */
import type { Plugin } from "vite";

const jsonSchema = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;
const core = /\/zod\/v4\/core\/core\.js$/;
const english = /\/zod\/v4\/locales\/en\.js$/;
const exported = /^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \};/gm;

export function smallZod(): Plugin {
  return {
    name: "small-zod",
    enforce: "pre",
    transform(code, id) {
      // The page forbids eval: zod would try it as soon as a schema is made, and browsers report each try.
      if (core.test(id)) return { code: `${code}\nglobalConfig.jitless = true;`, map: null };
      // A fault is still told with its place; its words are the page's own, in three languages.
      if (english.test(id)) return { code: "export default () => ({});", map: null };
      if (!jsonSchema.test(id)) return null;
      const names = [...code.matchAll(exported)].map(([, named, renamed]) => renamed ?? named);
      const absent = 'const absent = () => { throw new Error("The page writes no JSON Schema."); };';
      // Each schema is given its two methods when it is made; they fail only when they are called.
      const make = "const make = () => absent;";
      const exports = names.map((name) => `${name?.startsWith("create") ? "make" : "absent"} as ${name}`);
      return { code: `${absent}\n${make}\nexport { ${exports.join(", ")} };`, map: null };
    },
  };
}
