/** What each question's query should answer, as model.ts does for the other files. */
import { claimQuestions, drawn, inTime } from "./claim-questions.ts";
import type { Answer, Given } from "./model.ts";
import { byKeys, distinct, entitiesOf, text, texts, type View } from "./view.ts";

const among = (given: Given, ...roles: string[]) => roles.flatMap((role) => texts(given[role]));

const madeBy = (view: View, given: Given) =>
  view.from(text(given["company"])).filter(({ type }) => texts(given["makingTypes"]).includes(type));

export const questions: Readonly<Record<string, Answer>> = {
  ...claimQuestions,

  "questions/alumni-of": (view, given) => {
    const companies = texts(given["companies"]);
    const rows = new Map<string, { origin: string; person: string; destination: string; founded: boolean }>();
    for (const former of entitiesOf(view, companies)) {
      const jobs = view
        .around(former.id)
        .filter(({ claim }) => claim.end === former.id && among(given, "careerTypes").includes(claim.type));
      for (const { start: person } of jobs.map(({ claim }) => claim)) {
        for (const tie of view.from(person)) {
          const founding = among(given, "foundingTypes").includes(tie.type);
          const working = among(given, "careerTypes").includes(tie.type) && tie.properties["ongoing"] === true;
          if (companies.includes(tie.end) || !(founding || working)) continue;
          const key = [former.id, person, tie.end].join(" ");
          const founded = founding || (rows.get(key)?.founded ?? false);
          rows.set(key, { origin: former.id, person, destination: tie.end, founded });
        }
      }
    }
    return [...rows.values()].sort(byKeys("origin", "person", "destination"));
  },

  "questions/career-of": (view, given) => {
    const types = among(
      given,
      "careerTypes",
      "foundingTypes",
      "educationTypes",
      "membershipTypes",
      "acquaintanceTypes",
      "contributionTypes",
    );
    const claims = view.around(text(given["person"])).map(({ claim }) => claim);
    return inTime(
      view,
      claims.filter(({ type }) => types.includes(type)),
    );
  },

  "questions/made-by": (view, given) => {
    const found = [...madeBy(view, given)];
    let reached = new Set(found.map(({ end }) => end));
    for (let step = 0; step < 3; step++) {
      const lines = [...reached]
        .flatMap((id) => view.from(id))
        .filter(({ type }) => texts(given["lineageTypes"]).includes(type));
      found.push(...lines);
      reached = new Set(lines.map(({ end }) => end));
    }
    return distinct(found.map((claim) => drawn(view, claim)));
  },

  "questions/rivals-of": (view, given) => {
    const company = text(given["company"]);
    const rivalsOf = (id: string) =>
      view
        .around(id)
        .map(({ claim }) => claim)
        .filter(({ type }) => texts(given["rivalryTypes"]).includes(type));
    const made = madeBy(view, given);
    const compared = made.filter(({ end }) => rivalsOf(end).length > 0);
    const found = [...rivalsOf(company), ...made.flatMap(({ end }) => rivalsOf(end)), ...compared];
    return distinct(found.map((claim) => drawn(view, claim)));
  },
};
