/** What every claim must obey: documents that exist, passages within them, dates in order. */
import { daysOf } from "../../schema/date.ts";
import { parseCitation, type SeedObservation, type SeedRelationship } from "../../schema/fact.ts";
import { meant } from "./nearest.ts";
import type { Problems } from "./problems.ts";
import type { Facts, Written } from "./read.ts";

export function checkClaim(claim: Written<SeedRelationship | SeedObservation>, facts: Facts, problems: Problems): void {
  const { sources, start, end, ongoing, saidBy } = claim.value;
  if (sources === undefined && facts.hasDocuments) {
    problems.add(
      claim.at(),
      "sources is missing",
      "Write sources: with document-id#start-end, or sources: [] where none is known; only a data set without documents.yaml needs none.",
    );
  }
  sources?.forEach((citation, index) => {
    const { document, end: last } = parseCitation(citation);
    const cited = facts.documents.get(document);
    if (cited === undefined) {
      if (facts.complete && !facts.ids.has(document)) {
        problems.add(
          claim.at("sources", index),
          `${citation} cites an unknown document`,
          `${meant(document, facts.documents.keys())}Correct the id, or describe the document in documents.yaml.`,
        );
      }
    } else if (last > cited.value.characters) {
      problems.add(
        claim.at("sources", index),
        `${citation} reaches beyond the end of ${document}, which has ${cited.value.characters} characters`,
        'Find the passage with npm run cite -- <document> "<its words>", and copy what it prints.',
      );
    }
  });
  if (start !== undefined && end !== undefined && daysOf(end).latest < daysOf(start).earliest) {
    problems.add(claim.at("end"), `the end ${end} lies before the start ${start}`, "Correct one of the two dates.");
  }
  if (ongoing && end !== undefined) {
    problems.add(
      claim.at("ongoing"),
      `it is ongoing and has an end, ${end}`,
      "Leave one of the two out: what has ended is not ongoing.",
    );
  }
  // A name may be anything; words joined by hyphens are meant as an id.
  if (saidBy !== undefined && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(saidBy) && facts.complete && !facts.ids.has(saidBy)) {
    problems.add(
      claim.at("saidBy"),
      `there is no entity ${saidBy} who could have said it`,
      `${meant(saidBy, facts.ids.keys())}Correct the id, or write a name.`,
    );
  }
}
