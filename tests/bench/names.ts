/** People with common Chinese names and their employers, the same ones in every run. */
import type { Dataset, EntityRow, RelationshipRow } from "../../server/seed/index.ts";
import { searchProperty } from "../../server/search/keys.ts";

const surnames = Array.from(
  "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘於蔣蔡余杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范金石廖賈夏韋付方白鄒孟熊秦邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯",
);
const givenNames = Array.from(
  "偉芳娜秀英敏靜麗強磊軍洋勇豔傑娟濤明超蘭霞平剛桂建中文華國志海永春雪梅雲龍玉生紅光天新利清飛彬富順信子昌成康星茂進林有堅和彪博誠先敬震振壯會思群豪心邦承樂紹功松善厚慶",
);
const english = ["James", "Mary", "Robert", "Linda", "David", "Susan", "Daniel", "Karen", "Kevin", "Helen"];

/** Mulberry32: a small generator whose numbers depend on its seed alone. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** `size` people, each with two relationships, some of them to a few hubs. */
export function namesDataset(size: number): Dataset {
  const random = numbers(1);
  const pick = <T>(list: readonly T[]) => list[random(list.length)] as T;
  const entities: EntityRow[] = [];
  const relationships: RelationshipRow[] = [];
  for (let index = 0; index < size; index++) {
    const id = `person-${index}`;
    const name = pick(surnames) + pick(givenNames) + (random(3) > 0 ? pick(givenNames) : "");
    const names = {
      nameEn: `${pick(english)} ${index}`,
      nameZhHant: name,
      aliases: [`${pick(english)} ${pick(english)}`],
    };
    entities.push({
      id,
      label: "Person",
      properties: { ...names, origin: "seeds", search: searchProperty(names, true) },
    });
    for (const end of new Set([random(10), random(index + 1)])) {
      if (end >= index) continue;
      relationships.push({
        id: `${id}.knows.person-${end}`,
        type: "KNOWS",
        start: id,
        end: `person-${end}`,
        properties: { origin: "seeds" },
      });
    }
  }
  const text = { en: "Names", "zh-Hant": "姓名", "zh-Hans": "姓名" };
  return {
    id: "bench",
    title: text,
    description: text,
    firstQuestion: { question: "alumni-of", parameters: {} },
    questions: [],
    folder: "",
    version: String(size),
    vocabulary: { labels: {}, relationships: {}, measures: {}, units: {} },
    documents: {},
    rows: { entities, relationships, observations: [] },
  };
}
