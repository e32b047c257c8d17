/** Families and shapes of labels whose vocabulary does not say: by what their names usually mean, else in turn. */
import type { SeedVocabulary } from "../../schema/seed-dataset.ts";
import { Family, Shape } from "../../schema/vocabulary.ts";

export interface Look {
  readonly family: Family;
  readonly shape: Shape;
}

/** The last word of a name decides: a TradeUnion is a union. */
const usual: Readonly<Record<Family, RegExp>> = {
  people:
    /(person|people|human|individual|man|woman|character|actor|actress|author|writer|artist|painter|singer|musician|user|member|employee|worker|player|politician|minister|officer|director|student|teacher|scientist|researcher|developer|contributor|customer|patient|friend|saint|founder|profile)$/i,
  orgs: /(company|organi[sz]ation|corporation|business|firm|airline|school|university|college|bank|agency|institution|institute|ministry|government|party|union|club|team|studio|publisher|intermediary|association|hospital|supplier|shipper|house|band)$/i,
  money: /(account|fund|investor|exchange|trust|payment|transaction|currency|order|invoice|contract|grant)$/i,
  made: /(product|film|movie|show|episode|book|paper|article|work|song|album|game|chip|software|package|library|module|vessel|ship|patent|project|repository|device|model)$/i,
  context:
    /(place|city|town|country|region|state|address|location|station|event|year|date|topic|genre|category|tag|keyword|type|page|document|website)$/i,
};

/** What is no person is not taken for one, so people come last. */
const inTurn: readonly Family[] = ["orgs", "made", "money", "context", "people"];

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
  for (const [label, { family }] of Object.entries(labels)) {
    const known = family ?? Family.options.find((each) => usual[each].test(label));
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
