/** How many there are, in a column of such numbers. */
import { useLanguage } from "./context.ts";

export function Count({ of }: { of: number }) {
  return <span className="key-count">{of.toLocaleString(useLanguage())}</span>;
}
