/** A sentence of the interface that is not yet in a language: its id and what fills its blanks. */
import type { en } from "./en.ts";

export type MessageId = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;
export interface Message {
  id: MessageId;
  values?: Values;
}
