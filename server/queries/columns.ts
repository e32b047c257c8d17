/** What stands beside the people and the destinations of an answer that is drawn in columns. */
import { z } from "zod";
import { bind } from "./bind.ts";

/** Where else these people were, by relationships of the given types. */
export const listBackgrounds = bind(
  "list-backgrounds",
  { people: z.array(z.string()), types: z.array(z.string()) },
  { person: z.string(), other: z.string(), degree: z.int() },
);

/** What these organizations made, listed on, compete with or have money from, less what is drawn already. */
export const listTies = bind(
  "list-ties",
  { destinations: z.array(z.string()), types: z.array(z.string()), drawn: z.array(z.string()) },
  { destination: z.string(), tie: z.string(), degree: z.int() },
);
