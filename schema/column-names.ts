/** The columns of an answer drawn so, from left to right; apart from its message, so that a worker can do without zod. */
export const columnNames = ["elsewhere", "origins", "people", "destinations", "ties"] as const;
export type ColumnName = (typeof columnNames)[number];
