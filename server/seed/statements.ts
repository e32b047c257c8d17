/** The statements of cypher/load, and the one place where a label or a type is written into one. */
import { readFileSync } from "node:fs";

const folder = new URL("../../cypher/load/", import.meta.url);

const texts = new Map<string, string>();

/** `statement("list-entities")` → the text of cypher/load/list-entities.cypher */
export function statement(name: string): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(new URL(`${name}.cypher`, folder), "utf8");
    texts.set(name, text);
  }
  return text;
}

const slots = /\b(?:LABEL|TYPE)_SLOT\b/;

/** A label or a type cannot be a parameter, so it fills the marked slot: a word as vocabularies have them, or it throws. */
export function statementFor(name: string, labelOrType: string): string {
  if (!/^[A-Z][A-Za-z0-9_]*$/.test(labelOrType))
    throw new Error(`"${labelOrType}" is neither a label nor a type, so it cannot stand in ${name}.cypher.`);
  return statement(name).replace(slots, `\`${labelOrType}\``);
}
