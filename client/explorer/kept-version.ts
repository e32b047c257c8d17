/** Grows when a file of before can no longer be read. */
export const keptVersion = 1;
