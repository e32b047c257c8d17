/** A small graph, written by hand, with something missing wherever something may be missing. */
import { relationshipId } from "../../schema/fact.ts";
import type { GraphDatabase, Parameters } from "../../server/database/database.ts";

type Written = Record<string, string | number | boolean | string[]>;

/** `plain` has no label of its own, `unknown-degree` no degree, `alone` no relationship. */
const nodes: [id: string, label: string | null, properties: Written][] = [
  ["alone", "Person", { nameEn: "Alone", degree: 0 }],
  ["amd", "Company", { nameEn: "AMD", degree: 4 }],
  ["arch", "Architecture", { nameEn: "Arch", degree: 1 }],
  ["chen", "Person", { nameEn: "Chen", degree: 2 }],
  ["chip-1", "Chip", { nameEn: "Chip 1", degree: 5 }],
  ["chip-2", "Chip", { nameEn: "Chip 2", degree: 2 }],
  ["exchange", "Exchange", { nameEn: "Exchange", degree: 1 }],
  ["metax", "Company", { nameEn: "MetaX", degree: 1 }],
  ["moore", "Company", { nameEn: "Moore", nameZhHant: "摩爾", degree: 8, search: "|moore|" }],
  ["notes", "Document", { nameEn: "Notes", degree: 0 }],
  ["nvidia", "Company", { nameEn: "NVIDIA", degree: 5 }],
  ["plain", null, { degree: 1 }],
  ["school", "School", { nameEn: "School", degree: 1 }],
  ["unknown-degree", "Company", { nameEn: "Unknown" }],
  ["zhang", "Person", { nameEn: "Zhang", degree: 6 }],
  ["zhou", "Person", { nameEn: "Zhou", degree: 3 }],
];

const relationships: [start: string, type: string, end: string, properties: Written, key?: string][] = [
  [
    "zhang",
    "WORKED_AT",
    "nvidia",
    {
      citations: ["notes#10-20", "other#1-9"],
      start: "2006",
      startEarliest: 20060101,
      startLatest: 20061231,
      end: "2020",
      endEarliest: 20200101,
      endLatest: 20201231,
    },
  ],
  [
    "zhang",
    "FOUNDED",
    "moore",
    {
      citations: ["notes#5-9"],
      start: "2020-06",
      startEarliest: 20200601,
      startLatest: 20200630,
      rivals: ["chen.founded.moore", "moore.figure.founding"],
    },
  ],
  ["chen", "FOUNDED", "moore", { citations: ["other#5-9"], rivals: ["zhang.founded.moore"] }],
  ["zhang", "WORKED_AT", "moore", { citations: ["notes#30-40"], ongoing: true, endEarliest: 20251205 }],
  ["zhang", "WORKED_AT", "moore", { citations: ["notes#50-60"], endLatest: 20221231 }, "adviser"],
  ["zhang", "STUDIED_AT", "school", { citations: ["notes#5-9"] }],
  ["zhang", "RECRUITED", "zhou", { citations: ["notes-2#5-9"], certainty: "reported" }],
  ["chen", "WORKED_AT", "amd", { citations: ["notes#5-9"] }],
  ["chen", "FOUNDED", "metax", { citations: ["notes#5-9"] }],
  ["zhou", "WORKED_AT", "nvidia", { citations: ["notes#5-9"] }],
  ["zhou", "WORKED_AT", "amd", { citations: ["notes#5-9"], ongoing: true }],
  ["nvidia", "COMPETES_WITH", "amd", { citations: ["notes#5-9"] }],
  ["moore", "COMPETES_WITH", "nvidia", { citations: ["notes#5-9"] }],
  ["moore", "COMPETES_WITH", "unknown-degree", { citations: ["notes#5-9"] }],
  ["moore", "DEVELOPED", "chip-1", { citations: ["notes#5-9"], noEarlier: 20200601 }],
  ["chip-1", "BASED_ON", "arch", { citations: ["notes#5-9"] }],
  ["chip-1", "SUCCEEDED", "chip-2", { citations: ["notes#5-9"] }],
  ["chip-1", "BENCHMARKED_AGAINST", "chip-1", { citations: ["notes#5-9"] }],
  ["chip-1", "BENCHMARKED_AGAINST", "chip-2", { citations: ["notes#5-9"] }],
  ["moore", "LISTED_ON", "exchange", { citations: ["notes#5-9"], start: "2025-12-05", startEarliest: 20251205 }],
  ["plain", "INVESTED_IN", "moore", { citations: ["notes#5-9"] }],
];

const observations: [entity: string, id: string, properties: Written][] = [
  [
    "moore",
    "moore.figure.founding",
    { measure: "founding", text: "2020", citations: ["other#3-4"], rivals: ["zhang.founded.moore"] },
  ],
  [
    "moore",
    "moore.figure.revenue.later",
    { measure: "revenue", value: 3.5, startEarliest: 20240101, citations: ["notes#3-4"] },
  ],
  [
    "moore",
    "moore.figure.revenue.earlier",
    { measure: "revenue", value: 2, startEarliest: 20230101, citations: ["notes#1-2", "notes#7-8"] },
  ],
  ["moore", "moore.figure.revenue.undated", { measure: "revenue", value: 1, citations: ["notes#1-2"] }],
];

export const careers = {
  careerTypes: ["WORKED_AT"],
  foundingTypes: ["FOUNDED"],
  educationTypes: ["STUDIED_AT"],
  acquaintanceTypes: ["RECRUITED"],
  membershipTypes: ["MEMBER_OF"],
  makingTypes: ["DEVELOPED"],
  lineageTypes: ["BASED_ON", "SUCCEEDED"],
  rivalryTypes: ["COMPETES_WITH", "BENCHMARKED_AGAINST"],
  moneyTypes: ["INVESTED_IN"],
  listingTypes: ["LISTED_ON"],
} satisfies Parameters;

export async function writeGraph(database: GraphDatabase): Promise<void> {
  await database.write(async (transaction) => {
    for (const [id, label, properties] of nodes) {
      await transaction.run(`CREATE (n:Entity${label === null ? "" : `:${label}`} {id: $id}) SET n += $properties`, {
        id,
        properties,
      });
    }
    for (const [start, type, end, properties, key] of relationships) {
      await transaction.run(
        `MATCH (a:Entity {id: $start}) MATCH (b:Entity {id: $end}) CREATE (a)-[r:${type}]->(b) SET r += $properties`,
        {
          start,
          end,
          properties: { id: relationshipId(start, type, end, key), ...properties },
        },
      );
    }
    for (const [entity, id, properties] of observations) {
      await transaction.run(
        "MATCH (n:Entity {id: $entity}) CREATE (o:Observation {id: $id})-[:OF {id: $of}]->(n) SET o += $properties",
        { entity, id, of: `${id}.of`, properties },
      );
    }
  });
}
