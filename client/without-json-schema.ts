/** A plugin of the build: leaves out of zod what writes schemas as JSON Schema, which only the server does. */
import type { Plugin } from "vite";

const leftOut = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;
const exported = /^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \};/gm;

export function withoutJsonSchema(): Plugin {
  return {
    name: "without-json-schema",
    enforce: "pre",
    transform(code, id) {
      if (!leftOut.test(id)) return null;
      const names = [...code.matchAll(exported)].map(([, named, renamed]) => renamed ?? named);
      const absent = 'const absent = () => { throw new Error("The page writes no JSON Schema."); };';
      // Each schema is given its two methods when it is made; they fail only when they are called.
      const make = "const make = () => absent;";
      const exports = names.map((name) => `${name?.startsWith("create") ? "make" : "absent"} as ${name}`);
      return { code: `${absent}\n${make}\nexport { ${exports.join(", ")} };`, map: null };
    },
  };
}
