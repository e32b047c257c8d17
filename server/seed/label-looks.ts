/** Families and shapes of labels whose vocabulary does not say: by what their names usually mean, else in turn. */
import type { SeedVocabulary } from "../../schema/seed-dataset.ts";
import { Family, Shape } from "../../schema/vocabulary.ts";
import { singularsOf, wordsOf } from "./names.ts";

export interface Look {
  readonly family: Family;
  readonly shape: Shape;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** The last word of a name decides, whole and in the singular or plural: a TradeUnion is a union, a RiskFactor no actor. */
const usual: Readonly<Record<Family, ReadonlySet<string>>> = {
  people: words(`person people human individual man woman character actor actress author coauthor writer songwriter
    screenwriter artist painter singer musician composer user member employee worker player politician minister senator
    officer director producer student teacher professor scientist researcher engineer developer contributor customer
    client patient friend saint founder cofounder shareholder profile businessman businesswoman chairman
    chairwoman chairperson spokesman spokesperson sportsman sportsperson salesperson nobleman philosopher poet king queen`),
  orgs: words(`company subsidiary organization organisation corporation business startup nonprofit firm airline school
    university college bank agency institution institute ministry government party union club team studio publisher
    newspaper intermediary association hospital supplier shipper house band department committee council foundation`),
  money: words(`account fund investor exchange trust payment transaction currency order invoice contract grant loan
    donation`),
  made: words(`product film movie show episode book paper article work artwork song album game chip software package
    library module vessel ship spaceship starship patent project repository device model drug`),
  context: words(`place city town village country region state address location station airport event year date topic
    genre category tag keyword type page document website`),
};

/** By the last word of a label. */
function familyOf(label: string): Family | undefined {
  const last =
    wordsOf(label)
      .replace(/\s*\d+$/, "")
      .split(" ")
      .at(-1)
      ?.toLowerCase() ?? "";
  const singulars = singularsOf(last);
  return Family.options.find((family) => singulars.some((word) => usual[family].has(word)));
}

/** What no word tells is not taken for a person. */
const inTurn: readonly Family[] = ["orgs", "made", "money", "context"];

const shapes: Readonly<Record<Family, readonly Shape[]>> = {
  people: ["circle"],
  orgs: ["square", "triangle", "square-hollow"],
  money: ["diamond", "bar"],
  made: ["hexagon", "triangle-down", "cross", "hexagon-hollow"],
  context: ["circle-hollow", "diamond-hollow", "triangle-down-hollow", "bar-hollow"],
};

export function completeLooks(labels: SeedVocabulary["labels"]): (label: string) => Look {
  const families = new Map<string, Family>();
  const undecided: string[] = [];
  // Where every label is context, all would be grey, and nothing told apart by its color.
  const isAllContext = Object.entries(labels).every(
    ([label, { family }]) => family === undefined && familyOf(label) === "context",
  );
  for (const [label, { family }] of Object.entries(labels)) {
    const known = family ?? (isAllContext ? undefined : familyOf(label));
    if (known === undefined) undecided.push(label);
    else families.set(label, known);
  }
  for (const label of undecided) families.set(label, leastUsed([...families.values()]));

  const taken = new Set(Object.values(labels).flatMap(({ shape }) => shape ?? []));
  const chosen = new Map<string, Shape>();
  for (const [label, { shape }] of Object.entries(labels)) {
    const family = families.get(label) ?? "context";
    const free = shape ?? [...shapes[family], ...Shape.options].find((each) => !taken.has(each)) ?? shapes[family][0];
    taken.add(free ?? "circle");
    chosen.set(label, free ?? "circle");
  }
  return (label) => ({ family: families.get(label) ?? "context", shape: chosen.get(label) ?? "circle" });
}

function leastUsed(used: readonly Family[]): Family {
  const count = (family: Family) => used.filter((each) => each === family).length;
  return inTurn.toSorted((a, b) => count(a) - count(b))[0] ?? "context";
}
