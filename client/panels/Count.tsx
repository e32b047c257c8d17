/** How many there are, in a column of such numbers. */
import { useLanguage, useSay } from "./context.ts";

interface CountProps {
  of: number;
  /** How many there are in all, where not all of them are here. */
  all?: number;
}

export function Count({ of, all = of }: CountProps) {
  const language = useLanguage();
  const say = useSay();
  const words = all > of ? say("expand.new", { count: of, total: all }) : of.toLocaleString(language);
  return <span className="key-count">{words}</span>;
}
