/** Two names with an arrow, or with words that ask how one is joined to the other. */
import type { PhraseOffer } from "../../schema/api.ts";
import { namesOf } from "../questions/wording.ts";
import type { Mention } from "./mentions.ts";
import type { Reading } from "./tokens.ts";
import { arrows, fillers, joints, pathWords } from "./words.ts";

/** The path that is asked for, where the phrase names two different entities and nothing but what leads between them. */
export function pathBetween({ tokens, text }: Reading, mentions: readonly Mention[]): PhraseOffer | undefined {
  const names = mentions.filter(({ form, match }) => form === "entity" && match === "whole");
  const first = names.find(({ start }) => tokens.slice(0, start).every(({ word }) => isBetween(word)));
  if (first === undefined) return undefined;
  const second = names.find(
    ({ start, end }) =>
      start > first.end &&
      tokens.slice(first.end, start).every(({ word }) => isBetween(word)) &&
      tokens.slice(end).every(({ word }) => isBetween(word)),
  );
  const asks = tokens.some(
    ({ word }, place) =>
      (arrows.has(word) || pathWords.has(word) || joints.has(word)) &&
      !isIn(first, place) &&
      !(second && isIn(second, place)),
  );
  const [from, to] = [first.nodes[0], second?.nodes.find(({ id }) => id !== first.nodes[0]?.id)];
  if (!asks || second === undefined || from === undefined || to === undefined) return undefined;
  const chip = (mention: Mention, parameter: string, node: typeof from) => ({
    text: text.slice(tokens[mention.start]?.start, tokens[mention.end - 1]?.end),
    form: "entity" as const,
    parameter,
    value: node.id,
    caption: namesOf([node]),
    others: mention.nodes
      .filter(({ id }) => id !== node.id)
      .slice(0, 4)
      .map((other) => ({ value: other.id, caption: namesOf([other]) })),
  });
  return {
    kind: "path",
    from: from.id,
    to: to.id,
    understood: [chip(first, "from", from), chip(second, "to", to)],
  };
}

const isIn = ({ start, end }: Mention, place: number) => place >= start && place < end;
const isBetween = (word: string) => arrows.has(word) || pathWords.has(word) || joints.has(word) || fillers.has(word);
