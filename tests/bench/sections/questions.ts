/** The catalogue's questions by their group, and phrases as one types them, over HTTP. */
import type { Question } from "../../../server/questions/declarations.ts";
import { readQuestions } from "../../../server/questions/index.ts";
import { someEntities } from "../asked.ts";
import { ask } from "../client.ts";
import { spread, timeEach } from "../figures.ts";
import { emptyDataset } from "../graph.ts";
import type { Section } from "../sections.ts";

const phrases = [
  "company 900 alumni",
  "who founded company 12",
  "company 7 出身",
  "who studied at school 3",
  "zhang wei",
];
const perQuestion = 10;

export const questions: Section = async ({ size, serving: { app }, report }) => {
  const { vocabulary } = emptyDataset(size);
  const ids = someEntities(size, 4000, 7);
  /** So many ids that make sense in each blank; undefined where the generated graph has none. */
  const addressOf = ({ id, parameters }: Question, turn: number): string | undefined => {
    const blanks = new URLSearchParams();
    for (const [name, { form, families, starts, ends, least = 1, optional, documents }] of Object.entries(parameters)) {
      if (optional) continue;
      if ((form !== "entity" && form !== "entities") || documents) return undefined;
      const types = Object.values(vocabulary.relationships);
      const labels = Object.keys(vocabulary.labels).filter(
        (label) =>
          (families?.includes(vocabulary.labels[label]?.family ?? "context") ?? true) &&
          (starts === undefined || types.some(({ role, start }) => starts.includes(role) && start.includes(label))) &&
          (ends === undefined || types.some(({ role, end }) => ends.includes(role) && end.includes(label))),
      );
      const fitting = ids.filter((id) => labels.some((label) => id.startsWith(`${label.toLowerCase()}-`)));
      if (fitting.length < least) return undefined;
      blanks.set(name, Array.from({ length: least }, (_, index) => fitting[turn * least + index]).join(","));
    }
    return `${app}/api/questions/${id}?${blanks}`;
  };

  const all = [...(await readQuestions()).values()];
  for (const group of new Set(all.map((each) => each.group))) {
    const inGroup = all.filter((each) => each.group === group);
    const addresses = Array.from({ length: perQuestion }, (_, turn) => inGroup.map((each) => addressOf(each, turn)))
      .flat()
      .filter((address) => address !== undefined);
    if (addresses.length === 0) continue;
    report.figure(`questions of the group ${group}`, spread(await timeEach(addresses, ask)));
  }
  const asked = Array.from({ length: 20 }, () => phrases).flat();
  const times = await timeEach(asked, (phrase) => ask(`${app}/api/phrases?q=${encodeURIComponent(phrase)}`));
  report.figure("phrases", spread(times));
};
