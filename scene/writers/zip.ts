/** Parts packed into one file, as Office documents and bundles of tables are. */
import { strToU8, zipSync } from "fflate";

/** Always the same bytes for the same parts: the time that a zip must carry is the first that it can. */
const mtime = new Date(1980, 0, 1, 0, 0, 0);

export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level: 6, mtime });
}
