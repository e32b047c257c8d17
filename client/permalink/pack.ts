/**
 * A long link made short: what it has much of is compressed into its last part, `z`, and the rest stays readable. Read
 * when the first such link is met.
 */
import { encodeValue } from "./pieces.ts";
import { places, ids } from "./squeeze.ts";

/** Shorter parts stay readable. */
const readable = 80;
/** A link of ours holds less; more is none. */
const mostLetters = 1_000_000;

const forms: Readonly<Record<string, typeof ids>> = { add: places, move: places, lay: places, hide: ids, also: ids };

/** A part of a link: where it stood, its name and what it holds. */
type Part = readonly [index: number, name: string, value: string];

const isPart = (part: unknown): part is Part =>
  Array.isArray(part) && Number.isInteger(part[0]) && typeof part[1] === "string" && typeof part[2] === "string";

async function throughStream(bytes: BlobPart, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    length += value.length;
    if (length > mostLetters) throw new Error("This holds more than a link may.");
    chunks.push(value);
  }
}

const toLetters = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const toBytes = (letters: string) =>
  Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** The link with its long parts compressed; null where it would be longer than that, or nothing here compresses. */
export async function packLink(link: string, longest: number): Promise<string | null> {
  if (typeof CompressionStream === "undefined") return null;
  const all = link.slice(1).split("&");
  const parts = all.flatMap((text, index): Part[] => {
    if (text.length <= readable) return [];
    const [name = "", value = ""] = text.split("=");
    const plain = decodeURIComponent(value);
    return [[index, name, forms[name]?.squeeze(plain) ?? plain]];
  });
  const rest = all.filter((text) => text.length <= readable);
  // With a checksum, so that a letter that was changed on its way is noticed.
  const bytes = await throughStream(JSON.stringify(parts), new CompressionStream("deflate"));
  if ((bytes.length * 4) / 3 > longest) return null;
  const packed = `?${[...rest, `z=${toLetters(bytes)}`].join("&")}`;
  return packed.length > longest ? null : packed;
}

async function unpack(letters: string): Promise<Part[]> {
  const bytes = await throughStream(toBytes(letters), new DecompressionStream("deflate"));
  const parts: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!Array.isArray(parts) || !parts.every(isPart)) throw new Error("This is no part of a link.");
  return parts.map(([index, name, value]) => [index, name, forms[name]?.spread(value) ?? value]);
}

/** The link as it was before it was packed; as it is where that cannot be read, with `z` still in it. */
export async function unpackLink(link: string): Promise<string> {
  const all = link.replace(/^\?/, "").split("&");
  const letters = all.find((part) => part.startsWith("z="))?.slice(2);
  if (letters === undefined) return link;
  try {
    const whole = all.filter((part) => !part.startsWith("z="));
    for (const [index, name, value] of await unpack(letters)) whole.splice(index, 0, `${name}=${encodeValue(value)}`);
    return `?${whole.join("&")}`;
  } catch {
    return link;
  }
}
