/** The catalogue's questions by their group, and phrases as one types them, over HTTP. */
import type { QuestionParameter } from "../../../schema/question.ts";
import { isEntities, labelsFor } from "../../../server/questions/blanks.ts";
import type { Question } from "../../../server/questions/declarations.ts";
import { readQuestions } from "../../../server/questions/index.ts";
import { someEntities } from "../asked.ts";
import { ask } from "../client.ts";
import { ms, spread, timeEach } from "../figures.ts";
import { emptyDataset } from "../graph.ts";
import type { Section } from "../sections.ts";

const { vocabulary } = emptyDataset({ entities: 0, relationships: 0 });

const phrases = [
  "company 900 alumni",
  "who founded company 12",
  "company 7 出身",
  "who studied at school 3",
  "zhang wei",
];
const perQuestion = 10;

/** A value for each blank that takes no entity; a blank of another form stays open. */
const values: Readonly<Partial<Record<QuestionParameter["form"], string>>> = { certainty: "reported", period: "2006" };

type Filling = "open" | "filled";

/** Where a question is asked with so many ids that make sense in each blank; undefined where the graph has none. */
function addressFor(ids: readonly string[]) {
  return ({ id, parameters }: Question, filling: Filling, turn: number): string | undefined => {
    const blanks = new URLSearchParams();
    for (const [name, parameter] of Object.entries(parameters)) {
      const { form, least = 1, optional, documents } = parameter;
      if (optional && filling === "open") continue;
      const labels = labelsFor(parameter, vocabulary);
      const fitting = ids.filter((each) => labels.some((label) => each.startsWith(`${label.toLowerCase()}-`)));
      const value = form === "label" ? labels[turn % labels.length] : values[form];
      if (isEntities(form) && documents !== true && fitting.length >= least)
        blanks.set(name, Array.from({ length: least }, (_, index) => fitting[turn * least + index]).join(","));
      else if (value !== undefined) blanks.set(name, value);
      else if (!optional) return undefined;
    }
    return `/api/questions/${id}?${blanks}`;
  };
}

export const questions: Section = async ({ size, serving: { app }, report }) => {
  const addressOf = addressFor(someEntities(size, 4000, 7));
  const asked: { question: Question; filling: Filling; took: number }[] = [];
  for (const question of (await readQuestions()).values()) {
    for (const filling of ["open", "filled"] as const) {
      const addresses = Array.from({ length: perQuestion }, (_, turn) => addressOf(question, filling, turn));
      const known = [...new Set(addresses)].filter((address) => address !== undefined);
      for (const took of await timeEach(known, (address) => ask(app + address)))
        asked.push({ question, filling, took });
    }
  }
  for (const group of new Set(asked.map(({ question }) => question.group))) {
    const times = asked.filter(({ question }) => question.group === group).map(({ took }) => took);
    report.figure(`questions of the group ${group}`, spread(times));
  }
  for (const [filling, limit] of [
    ["open", 1000],
    ["filled", 500],
  ] as const) {
    const [slowest] = asked.filter((each) => each.filling === filling).toSorted((a, b) => b.took - a.took);
    if (slowest === undefined) continue;
    report.figure(
      `the slowest question with its blanks ${filling}`,
      `${ms(slowest.took)}, ${slowest.question.id}`,
      size.entities === 100_000 ? { text: `${limit} ms at 100k`, met: slowest.took <= limit } : undefined,
    );
  }
  const typed = Array.from({ length: 20 }, () => phrases).flat();
  const times = await timeEach(typed, (phrase) => ask(`${app}/api/phrases?q=${encodeURIComponent(phrase)}`));
  report.figure("phrases", spread(times));
};
