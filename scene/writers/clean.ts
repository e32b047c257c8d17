/** Text made fit for files: without what no XML can carry, and escaped. */

// oxlint-disable-next-line no-control-regex -- they are what is taken out
const unprintable = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

/** Without lone surrogates and the control characters that XML forbids. */
export const clean = (text: string): string => text.toWellFormed().replace(unprintable, "");

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text between tags. */
export const xmlText = (text: string): string =>
  clean(text).replace(/[&<>]/g, (character) => entities[character] ?? "");

/** Text of an attribute, between double quotes. */
export const xmlAttribute = (text: string): string =>
  clean(text).replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? "");

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

const number = (value: number) => String(Math.round(value * 100) / 100);

/**
 * `tag("g", {id: "a"}, "…")`; an attribute that is null or undefined is left out. Long lists come as they are: as
 * arguments, some ten thousand would overflow a worker's stack.
 */
export function tag(name: string, attributes: Attributes, ...contents: (string | readonly string[])[]): string {
  const content = contents.flat();
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? number(value) : xmlAttribute(value ?? "")}"`)
    .join("");
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join("")}</${name}>`;
}

/** An address as a file may link to it, or null where it is none of the web's. */
export function webAddress(text: unknown): string | null {
  if (typeof text !== "string" || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
