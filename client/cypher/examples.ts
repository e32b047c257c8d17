/** Queries to begin with, made of the data set's own words, so that each runs and finds something. */
import type { DatasetSummary } from "../../schema/api.ts";
import { type Language, languageSuffix } from "../../schema/language.ts";
import { typesWithRole } from "../../schema/vocabulary.ts";
import type { CypherDraft, Vocabulary } from "../store.ts";

export const exampleIds = ["neighbors", "career", "path", "labels", "types", "certainty"] as const;
export type ExampleId = (typeof exampleIds)[number];
export type Example = CypherDraft & { id: ExampleId };

const quoted = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name.replaceAll("`", "``")}\``);

/** An example is left out where the data set has nothing for it. */
export function examplesOf(dataset: DatasetSummary, vocabulary: Vocabulary, language: Language): Example[] {
  const [one, other] = Object.values(dataset.firstQuestion.parameters).flat();
  const name = `name${languageSuffix[language]}`;
  const [career] = typesWithRole(vocabulary, "career");
  const form = career === undefined ? undefined : vocabulary.relationships[career];
  const found: (Example | undefined)[] = [
    one === undefined
      ? {
          id: "neighbors",
          query:
            "MATCH (n:Entity)\nWITH n, coalesce(n.degree, 0) AS degree\nORDER BY degree DESC\nLIMIT 1\nMATCH (n)-[r]-(m:Entity)\nRETURN n AS n, r AS r, m AS m\nLIMIT 25",
          parameters: "",
        }
      : {
          id: "neighbors",
          query: "MATCH (n:Entity {id: $id})-[r]-(m:Entity)\nRETURN n AS n, r AS r, m AS m\nLIMIT 25",
          parameters: JSON.stringify({ id: one }),
        },
    career === undefined || form === undefined
      ? undefined
      : {
          id: "career",
          query: `MATCH (a:${quoted(form.start[0] ?? "Entity")})-[r:${quoted(career)}]->(b:${quoted(form.end[0] ?? "Entity")})\nRETURN a.${name} AS who, b.${name} AS place, r.start AS start, r.end AS until\nORDER BY start\nLIMIT 50`,
          parameters: "",
        },
    one === undefined || other === undefined
      ? undefined
      : {
          id: "path",
          query:
            "MATCH p = shortestPath((a:Entity {id: $from})-[*..4]-(b:Entity {id: $to}))\nRETURN p AS path, length(p) AS steps",
          parameters: JSON.stringify({ from: one, to: other }),
        },
    {
      id: "labels",
      query:
        "MATCH (n:Entity)\nUNWIND labels(n) AS label\nWITH label, count(*) AS nodes\nWHERE label <> 'Entity'\nRETURN label AS label, nodes AS nodes\nORDER BY nodes DESC",
      parameters: "",
    },
    {
      id: "types",
      query:
        "MATCH (:Entity)-[r]->(:Entity)\nWITH type(r) AS type, count(*) AS relationships\nRETURN type AS type, relationships AS relationships\nORDER BY relationships DESC",
      parameters: "",
    },
    dataset.counts.documents === 0
      ? undefined
      : {
          id: "certainty",
          query:
            "MATCH (a:Entity)-[r]->(b:Entity)\nWHERE r.certainty = $certainty\nRETURN a AS a, r AS r, b AS b\nLIMIT 25",
          parameters: JSON.stringify({ certainty: "reported" }),
        },
  ];
  return found.filter((example) => example !== undefined);
}
