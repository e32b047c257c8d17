/** Where things stand in the files of a data set. */

/** Where a person finds it: lines and columns from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Path = readonly PropertyKey[];

/** A file that was read, with the place of everything in it. */
export interface Source {
  /** The file's name as it is shown. */
  readonly file: string;
  /** Its content as plain values. */
  readonly data: unknown;
  /** Where the value at a path stands: its key, or itself in a list; where there is none, the nearest thing around it. */
  placeOf(path: Path): Place;
}
