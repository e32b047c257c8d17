/** Careers in the form that scene/careers.ts lays out, and each stint in words. */
import type { Lane, LaneStint } from "../../../scene/careers.ts";
import { type Careers, boundsIn } from "../../../schema/careers.ts";
import { type GraphNode, type GraphRelationship, nameOf, shortNameOf } from "../../../schema/graph.ts";
import type { Language } from "../../../schema/language.ts";
import type { PropertyForm } from "../../../schema/vocabulary.ts";
import { certaintyOf, rivalsOf } from "../../facts/claims.ts";
import type { Vocabulary } from "../../store.ts";
import { formatInterval } from "../../strings/format.ts";
import { say } from "../../strings/strings.ts";
import { bracket } from "../../words/marks.ts";
import { gist } from "../../words/wording.ts";

export interface Words {
  language: Language;
  vocabulary: Vocabulary;
  nodes: ReadonlyMap<string, GraphNode>;
}

export const wordsOf = ({ people, organizations }: Careers, language: Language, vocabulary: Vocabulary): Words => ({
  language,
  vocabulary,
  nodes: new Map([...people, ...organizations].map((node) => [node.id, node])),
});

export const nameIn = (words: Words, id: string): string => named(words, id, nameOf);

const named = ({ nodes, language }: Words, id: string, name: typeof nameOf) => {
  const node = nodes.get(id);
  return node === undefined ? id : name(node, language).text;
};

/** What a choice says, with a space after it; nothing where nothing is said. */
function told(form: PropertyForm | undefined, choice: unknown, language: Language): string {
  const words = typeof choice === "string" ? form?.choices?.[choice]?.[language] : undefined;
  return words === undefined ? "" : `${words} `;
}

/** A mark beside the label of what is not plainly known. */
function marksOf({ type, properties }: GraphRelationship, { vocabulary, language }: Words): string {
  const { years, yearsQualifier } = properties;
  const forms = vocabulary.relationships[type]?.properties ?? {};
  const isDated = typeof properties["start"] === "string" || typeof properties["end"] === "string";
  return [
    typeof years === "number" && !isDated
      ? bracket(
          say(language, "careers.years", { years, before: told(forms["yearsQualifier"], yearsQualifier, language) }),
          language,
        )
      : "",
    properties["inferred"] === true ? "*" : "",
  ].join("");
}

function stintOf(relationship: GraphRelationship, words: Words): LaneStint {
  const { id, end, type, properties } = relationship;
  const role = words.vocabulary.relationships[type]?.role;
  return {
    id,
    organization: end,
    label: named(words, end, shortNameOf) + marksOf(relationship, words),
    bounds: role === "founding" ? foundingBounds(relationship) : stintBounds(relationship),
    ongoing: properties["ongoing"] === true,
    moment:
      role === "founding" || (typeof properties["start"] === "string" && properties["start"] === properties["end"]),
  };
}

/** A start that only follows from being still so is not drawn as one. */
function stintBounds({ properties }: GraphRelationship): LaneStint["bounds"] {
  const bounds = boundsIn(properties);
  if (bounds.startEarliest !== undefined) return bounds;
  const { startLatest: _, ...rest } = bounds;
  return rest;
}

/** A founding is a day, whose end is its start. */
function foundingBounds({ properties }: GraphRelationship): LaneStint["bounds"] {
  const { startEarliest, startLatest } = boundsIn(properties);
  if (startEarliest === undefined || startLatest === undefined) return {};
  return { startEarliest, startLatest, endEarliest: startEarliest, endLatest: startLatest };
}

/** The lanes of these people, each with what is known of their stints. */
export function lanesOf({ people, stints }: Careers, words: Words): Lane[] {
  const byPerson = new Map<string, GraphRelationship[]>();
  for (const stint of stints) byPerson.set(stint.start, [...(byPerson.get(stint.start) ?? []), stint]);
  return people.map(({ id }) => ({
    id,
    stints: (byPerson.get(id) ?? []).map((relationship) => stintOf(relationship, words)),
  }));
}

/** *Zhang Jianzhong worked at NVIDIA: from 2006, general manager, reported, disputed* */
export function wordStint(relationship: GraphRelationship, words: Words): string {
  const { language, vocabulary } = words;
  const { start, end, type, properties } = relationship;
  const caption = vocabulary.relationships[type]?.caption[language] ?? type;
  const certainty = certaintyOf(properties);
  const details = [
    formatInterval(properties, language) ?? say(language, "date.none"),
    gist(vocabulary, type, properties, language)?.text,
    certainty === "stated" ? undefined : say(language, `certainty.${certainty}`),
    properties["inferred"] === true ? say(language, "inspector.inferred") : undefined,
    rivalsOf(properties).length > 0 ? say(language, "rivals.mark") : undefined,
  ].filter((detail) => detail !== undefined);
  return say(language, "careers.stint", {
    person: named(words, start, nameOf),
    caption,
    organization: named(words, end, nameOf),
    details: details.join(language === "en" ? ", " : "，"),
  });
}
