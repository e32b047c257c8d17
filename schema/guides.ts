/** What a layout draws behind its nodes so that their places can be read; in pixels of the drawing, y downward. */
import { z } from "zod";

const x = z.number();
const y = z.number();

export const Guides = z.discriminatedUnion("kind", [
  /** Blocks of one label each, by their upper left corner. */
  z.object({ kind: z.literal("grid"), blocks: z.array(z.object({ label: z.string(), x, y })) }),
]);
export type Guides = z.infer<typeof Guides>;
