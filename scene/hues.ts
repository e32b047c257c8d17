/** The colors that a person can choose from, by name: each has a shade for every palette in class-colors.ts. */
export const hueNames = [
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "violet",
  "pink",
  "brown",
  "grey",
] as const;
export type Hue = (typeof hueNames)[number];
