/** Questions as they are declared: ours are whole, and a broken one stops the start. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { languages } from "../../schema/language.ts";
import { openDatabase } from "../../server/database/open.ts";
import { Refused } from "../../server/errors.ts";
import { figuresFor, wordsFor } from "../../server/questions/declarations.ts";
import { checkOffered, readQuestions, tryOwnQuestions } from "../../server/questions/index.ts";
import { inEachLanguage, word } from "../../server/questions/wording.ts";
import { readDataset } from "../../server/seed/index.ts";
import { guild } from "./support.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("our own questions", () => {
  it("can be worded whatever the figures are", async () => {
    for (const question of (await readQuestions()).values()) {
      const names = Object.fromEntries(
        [
          ...Object.keys(question.parameters).flatMap((name) => [name, `${name}All`]),
          "kind",
          "kinds",
          ...wordsFor(question),
        ].map((name) => [name, inEachLanguage(() => "Name")]),
      );
      for (const count of [0, 1, 2, 3, 12]) {
        const figures = Object.fromEntries(figuresFor(question).map((figure) => [figure, count]));
        for (const part of ["title", "standfirst", "empty"] as const) {
          const text = word(question[part], names, figures);
          const odd = languages.filter((language) => !/^[^{}#]*[.?。？]$/.test(text[language]));
          expect([question.id, part, odd]).toEqual([question.id, part, []]);
        }
      }
    }
  });

  it("write Chinese with full-width marks, and not in the other script", async () => {
    for (const { id, title, standfirst, empty } of (await readQuestions()).values()) {
      for (const text of [title, standfirst, empty]) {
        const han = [text["zh-Hant"], text["zh-Hans"]].map((message) =>
          message.replaceAll(/\{\w+(?:, (?:plural|select),)?|=\d|[a-z]+ \{/g, ""),
        );
        const halfWidth = han.filter((message) => /\p{Script=Han}[,;:.?!]|[,;:.?!]\p{Script=Han}/u.test(message));
        const otherScript = [
          /[这为来创办职属]/.exec(text["zh-Hant"])?.[0],
          /[這為來創辦職屬]/.exec(text["zh-Hans"])?.[0],
        ];
        expect({ id, halfWidth, otherScript }).toEqual({ id, halfWidth: [], otherScript: [undefined, undefined] });
      }
    }
  });
});

const declaration = `title: { en: "Who?", zh-Hant: "誰？", zh-Hans: "谁？" }
standfirst: { en: "{nodes} names.", zh-Hant: "{nodes} 個名字。", zh-Hans: "{nodes} 个名字。" }
empty: { en: "Nobody.", zh-Hant: "沒有人。", zh-Hans: "没有人。" }
parameters:
  who: { form: entity, caption: { en: Who, zh-Hant: 誰, zh-Hans: 谁 } }
drawing: network
`;
const query =
  "MATCH (a:Entity {id: $who}) RETURN null AS relationship, {id: a.id, labels: labels(a), properties: properties(a)} AS startNode, null AS endNode\n";

/** A copy of the guild with these files in its questions/. */
function withQuestions(files: Record<string, string>): string {
  const folder = temporaryFolder("questions");
  cpSync(guild, folder, { recursive: true });
  mkdirSync(join(folder, "questions"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "questions", name), text);
  return folder;
}

async function refusal(work: Promise<unknown>): Promise<Refused> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refused)) throw new Error(`was not refused: ${String(error)}`);
  expect(error.remedy).not.toBe("");
  return error;
}

describe("a data set's questions", () => {
  it("are read beside ours, and may read", async () => {
    const questions = await readQuestions(withQuestions({ "who.yaml": declaration, "who.cypher": query }));
    expect(questions.get("who")).toMatchObject({ id: "who", drawing: "network", roles: [] });
    expect(questions.has("alumni-of")).toBe(true);
  });

  const broken: [what: string, files: Record<string, string>, file: string, words: string][] = [
    [
      "that one of ours has the name of",
      { "listings.yaml": declaration, "listings.cypher": query },
      "questions/listings.yaml",
      "stands already in",
    ],
    ["without a query", { "who.yaml": declaration }, "questions/who.cypher", "is missing"],
    ["without a declaration", { "who.cypher": query }, "questions/who.yaml", "is missing"],
    ["that is no YAML", { "who.yaml": "title: [", "who.cypher": query }, "questions/who.yaml", "at line 1"],
    [
      "without a language",
      { "who.yaml": declaration.replace(', zh-Hans: "谁？"', ""), "who.cypher": query },
      "questions/who.yaml",
      "zh-Hans",
    ],
    [
      "drawn in a way there is not",
      { "who.yaml": declaration.replace("network", "pie"), "who.cypher": query },
      "questions/who.yaml",
      "drawing",
    ],
    [
      "with an open brace",
      { "who.yaml": declaration.replace("{nodes} names", "{nodes names"), "who.cypher": query },
      "questions/who.yaml",
      "standfirst.en is not an ICU message",
    ],
    [
      "with a blank that nothing fills",
      { "who.yaml": declaration.replace("{nodes} 個", "{people} 個"), "who.cypher": query },
      "questions/who.yaml",
      "standfirst.zh-Hant has {people}",
    ],
    [
      "in brief that counts what its rows name by id",
      {
        "who.yaml": `${declaration.replace("{nodes} names", "{startIdCount} names")}brief: true\n`,
        "who.cypher": "MATCH (a:Entity {id: $who}) RETURN a.id AS id, null AS type, a.id AS startId, null AS endId\n",
      },
      "questions/who.yaml",
      "standfirst.en has {startIdCount}",
    ],
    [
      "with a figure in its title",
      { "who.yaml": declaration.replace('"Who?"', '"{nodes}?"'), "who.cypher": query },
      "questions/who.yaml",
      "title.en has {nodes}",
    ],
    [
      "with a parameter that nothing gives",
      { "who.yaml": declaration, "who.cypher": query.replace("RETURN", "WHERE a.x = $x RETURN") },
      "questions/who.cypher",
      "uses $x",
    ],
    [
      "with a role that there is not",
      { "who.yaml": declaration, "who.cypher": query.replace("RETURN", "WHERE a.x IN $magicTypes RETURN") },
      "questions/who.cypher",
      "uses $magicTypes",
    ],
    [
      "with a parameter that it does not use",
      { "who.yaml": declaration, "who.cypher": query.replace("$who", "'ann'") },
      "questions/who.cypher",
      "does not use $who",
    ],
    [
      "that writes",
      { "who.yaml": declaration, "who.cypher": query.replace("RETURN", "SET a.x = 1 RETURN") },
      "questions/who.cypher",
      "would write (SET)",
    ],
    [
      "that deletes",
      { "who.yaml": declaration, "who.cypher": "MATCH (a:Entity {id: $who}) detach delete a" },
      "questions/who.cypher",
      "would write (detach)",
    ],
    [
      "with a name that is no id",
      { "Who Is.yaml": declaration, "Who Is.cypher": query },
      "questions/Who Is.yaml",
      "not a name",
    ],
  ];
  it.each(broken)("%s stop the start", async (_, files, file, words) => {
    const { message } = await refusal(readQuestions(withQuestions(files)));
    expect(message).toContain(file);
    expect(message).toContain(words);
  });

  it("may name what would write in quoted text and comments", async () => {
    const files = {
      "who.yaml": declaration,
      "who.cypher": `// SET nothing\n${query.replace("RETURN", "WHERE a.x <> 'DELETE' RETURN")}`,
    };
    expect((await readQuestions(withQuestions(files))).has("who")).toBe(true);
  });

  it("with a mistake in their Cypher are told at start", async () => {
    const folder = withQuestions({ "who.yaml": declaration, "who.cypher": query.replace("RETURN", "RETRUN") });
    const dataFolder = temporaryFolder("data");
    const database = await openDatabase({ dataFolder, neo4j: undefined }, "guild");
    onTestFinished(() => database.close());
    const { message } = await refusal(tryOwnQuestions(database, { folder }, await readQuestions(folder)));
    expect(message).toContain("questions/who.cypher cannot be asked");
    await tryOwnQuestions(database, { folder: guild }, await readQuestions(guild));
  });
});

describe("what a data set offers", () => {
  const offer = async (firstQuestion: { question: string; parameters: Record<string, string | string[]> }) =>
    checkOffered({ ...(await readDataset(guild)), firstQuestion }, await readQuestions(guild));

  it.each([
    ["a question that there is not", { question: "what", parameters: {} }, "no question what"],
    ["a blank that is not filled", { question: "alumni-of", parameters: {} }, "needs companies"],
    ["a blank that there is not", { question: "listings", parameters: { company: "alpha" } }, "no parameter company"],
    ["two entities for one", { question: "career-of", parameters: { person: ["ann", "cy"] } }, "one entity, not 2"],
    ["an entity that is not there", { question: "career-of", parameters: { person: "nobody" } }, "names nobody"],
  ])("may not be %s", async (_, firstQuestion, words) => {
    const { message } = await refusal(offer(firstQuestion));
    expect(message).toContain(join(guild, "dataset.yaml"));
    expect(message).toContain(words);
  });

  it("may be what can be asked", async () => {
    await expect(offer({ question: "career-of", parameters: { person: "ann" } })).resolves.toBeUndefined();
  });
});
