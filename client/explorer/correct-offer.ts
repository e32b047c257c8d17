/** Taking a piece of a phrase otherwise; read when someone does. */
import type { PhraseOffer } from "../../schema/api.ts";
import { type Reading, correct } from "../phrases.ts";
import { orNull } from "./asking.ts";
import type { Context } from "./context.ts";

export async function correctOffer(
  { api }: Context,
  offer: PhraseOffer,
  piece: number,
  reading: Reading | null,
): Promise<PhraseOffer | null> {
  const corrected = correct(offer, piece, reading);
  if (corrected.kind === "path") return corrected;
  const { question, parameters } = corrected.asked;
  const asked = await api.wordQuestion(question, parameters).catch(orNull);
  return asked === null ? null : { ...corrected, asked };
}
