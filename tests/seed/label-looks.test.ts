/** Which family a label has whose vocabulary does not say: by the last word of its name. */
import { expect, it } from "vitest";
import { completeLooks } from "../../server/seed/label-looks.ts";
import { pluralOf, singularsOf } from "../../server/seed/names.ts";

/** The family that a label would have by its name, or `undefined` where its name says nothing. */
function familyOf(label: string): string | undefined {
  // What is told by no name goes to the family that is used least, and so to a different one here.
  const families = [["Company"], ["Company", "Film"]].map(
    (others) => completeLooks(Object.fromEntries([...others, label].map((name) => [name, {}])))(label).family,
  );
  return families[0] === families[1] ? families[0] : undefined;
}

it.each([
  ["Actor", "people"],
  ["FilmActors", "people"],
  ["Noblemen", "people"],
  ["BusinessMen", "people"],
  ["People", "people"],
  ["PERSON", "people"],
  ["Person2", "people"],
  ["Companies", "orgs"],
  ["TradeUnion", "orgs"],
  ["UniversityColleges", "orgs"],
  ["IPAddress", "context"],
  ["IPAddresses", "context"],
  ["Cities", "context"],
  ["TvShow", "made"],
  ["Movies", "made"],
  ["BankAccount", "money"],
  ["Currencies", "money"],
])("%s is of %s", (label, family) => {
  expect(familyOf(label)).toBe(family);
});

it.each([
  ["RiskFactor", "actor"],
  ["Contractor", "actor"],
  ["Network", "work"],
  ["Membership", "ship"],
  ["Capacity", "city"],
  ["Update", "date"],
  ["Prototype", "type"],
  ["Roman", "man"],
  ["Household", "house"],
  ["Talisman", "man"],
])("%s is not taken for what it ends in", (label) => {
  expect(familyOf(label)).toBeUndefined();
});

it("labels that are all context have colors of their own, as far as they go", () => {
  const familiesOf = (...labels: string[]) => {
    const looks = completeLooks(Object.fromEntries(labels.map((label) => [label, {}])));
    return labels.map((label) => looks(label).family);
  };
  expect(familiesOf("Airport", "City", "State")).toEqual(["orgs", "made", "money"]);
  expect(familiesOf("Airport", "City", "Airline")).toEqual(["context", "context", "orgs"]);
});

it("what no word tells is never taken for people", () => {
  const labels = ["Protein", "Gene", "Disease", "Pathway", "Tissue", "Cell"];
  const looks = completeLooks(Object.fromEntries(labels.map((label) => [label, {}])));
  expect(labels.map((label) => looks(label).family)).toEqual(["orgs", "made", "money", "context", "orgs", "made"]);
});

it.each(["person", "company", "class", "box", "city", "church", "day"])("%s is told by its plural", (word) => {
  const plural = pluralOf(word);
  expect(word === "person" ? [plural] : singularsOf(plural)).toContain(word === "person" ? "people" : word);
});
