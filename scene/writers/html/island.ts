/** What the one-file page knows, inside a script element that no text can break out of. */
import { gzipSync, strToU8 } from "fflate";

/** Above so many characters it is packed: a view of thousands would else take some ninety megabytes. */
const mostPlain = 2_000_000;

export interface Island {
  /** Of the script element: JSON as it is, or gzip in base64. */
  type: "application/json" | "application/gzip";
  text: string;
}

export function islandOf(value: unknown): Island {
  const json = JSON.stringify(value);
  if (json.length > mostPlain) return { type: "application/gzip", text: base64(gzipSync(strToU8(json), { mtime: 0 })) };
  const escaped = json.replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return { type: "application/json", text: escaped };
}

/** Of so many bytes at a time, as a function takes no more arguments; a multiple of three, so that pieces join. */
const pieceSize = 24_576;

function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceSize)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + pieceSize))));
  return pieces.join("");
}
