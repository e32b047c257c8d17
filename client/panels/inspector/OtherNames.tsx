/** What else an entity is called. */
import { type GraphNode, nameOf } from "../../../schema/graph.ts";
import { languages, localizedProperty } from "../../../schema/language.ts";
import type { Worded } from "../../words/wording.ts";
import { useLanguage, useSay } from "../context.ts";
import { Words, guessLanguage } from "../Words.tsx";

/** The names in the other languages, then aliases; each once. */
function otherNames(node: GraphNode, reading: Worded["language"]): Worded[] {
  const shown = nameOf(node, reading).text;
  const given = languages.flatMap((language) => {
    const name = localizedProperty(node.properties, "name", language);
    return name?.language === language ? [name] : [];
  });
  const { aliases } = node.properties;
  const listed = Array.isArray(aliases)
    ? aliases.map(String).map((text) => ({ text, language: guessLanguage(text, reading) }))
    : [];
  const seen = new Set([shown]);
  return [...given, ...listed].filter(({ text }) => !seen.has(text) && seen.add(text));
}

export function OtherNames({ node }: { node: GraphNode }) {
  const language = useLanguage();
  const say = useSay();
  const names = otherNames(node, language);
  if (names.length === 0) return null;
  return (
    <ul className="other-names" aria-label={say("inspector.names")}>
      {names.map((name) => (
        <li key={`${name.language} ${name.text}`}>
          <Words words={name} />
        </li>
      ))}
    </ul>
  );
}
