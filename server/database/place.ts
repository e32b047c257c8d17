/** Where a value stands within others: kept as steps, and put into words only when something is wrong there. */
export interface Place {
  readonly within?: Place | undefined;
  /** A key of a map, or an index of a list. */
  readonly name: string | number;
}

/** `parameters.rows[3]["a b"]` */
export function placeInWords({ within, name }: Place): string {
  if (within === undefined) return String(name);
  if (typeof name === "string" && /^[A-Za-z_]\w*$/.test(name)) return `${placeInWords(within)}.${name}`;
  return `${placeInWords(within)}[${JSON.stringify(name)}]`;
}
