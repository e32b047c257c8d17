/** What a layout draws behind its nodes so that their places can be read; in pixels of the drawing, y downward. */
import { z } from "zod";

const x = z.number();
const y = z.number();

export const Guides = z.discriminatedUnion("kind", [
  /** Blocks of one label each, by their upper left corner. */
  z.object({ kind: z.literal("grid"), blocks: z.array(z.object({ label: z.string(), x, y })) }),
  /** Years from the first at `x` to the last, so many pixels each; what has no year stands in columns from `undated` on. */
  z.object({
    kind: z.literal("timeline"),
    first: z.int(),
    last: z.int(),
    x,
    perYear: z.number(),
    top: y,
    bottom: y,
    undated: x.nullable(),
  }),
  /**
   * Where each generation's marks stand, and where what is said of them does; `further` are the columns of generations
   * that stand in several, but their first.
   */
  z.object({ kind: z.literal("layered"), layers: z.array(x), further: z.array(x).default([]), y }),
  /** A ring for each step of distance, innermost first, and where words over what nothing leads to stand. */
  z.object({
    kind: z.literal("radial"),
    at: z.object({ x, y }),
    rings: z.array(z.object({ rx: z.number(), ry: z.number() })),
    unreached: z.object({ x, y }).nullable(),
  }),
]);
export type Guides = z.infer<typeof Guides>;
