/** Rows in portions that one statement takes. */

/** Small enough for a statement to stay quick, large enough that the journeys do not count. */
const batchSize = 4000;

export function* inBatches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize);
}

/** Relationships by the entity where they start, so that each hub is walked once. */
export function byStart(rows: readonly { id: string; start: string }[]): { start: string; ids: string[] }[] {
  return Array.from(
    groupBy(rows, ({ start }) => start),
    ([start, group]) => ({ start, ids: group.map(({ id }) => id) }),
  );
}

export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
