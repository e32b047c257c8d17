/** What phrases in three languages are offered, of the shipped data set. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GraphDatabase } from "../../server/database/database.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { type AskedOfPhrases, offerPhrases } from "../../server/phrases/offer.ts";
import { blanksIn, allOf } from "../../server/phrases/cues.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";

const seeds = new URL("../../seeds", import.meta.url).pathname;
let asked: AskedOfPhrases;
let database: GraphDatabase;
beforeAll(async () => {
  database = await openGrafeo();
  const dataset = await readDataset(seeds);
  await loadSeeds(database, dataset);
  asked = { database, dataset, questions: await readQuestions() };
});
afterAll(() => database.close());

/** `alumni-of companies=nvidia,amd`, or `path a b`. */
async function offered(phrase: string): Promise<string[]> {
  const { offers } = await offerPhrases(asked, phrase);
  return offers.map((offer) =>
    offer.kind === "path"
      ? `path ${offer.from} ${offer.to}`
      : [
          offer.asked.question,
          ...Object.entries(offer.asked.parameters)
            .map(([name, values]) => `${name}=${values.join(",")}`)
            .sort(),
        ].join(" "),
  );
}

const phrases: [phrase: string, first: string][] = [
  ["NVIDIA alumni who founded companies", "founded-by-alumni-of companies=nvidia"],
  ["companies founded by NVIDIA alumni", "founded-by-alumni-of companies=nvidia"],
  ["people from Huawei", "people-of organizations=huawei"],
  ["who worked with Zhang Jianzhong", "career-of person=zhang-jianzhong"],
  ["張建中待過哪些公司", "career-of person=zhang-jianzhong"],
  ["谁从英伟达离开", "left-to-lead companies=nvidia"],
  ["谁被列入实体清单", "restrictions"],
  ["Huagang architecture lineage", "lineage-of thing=huagang"],
  ["ex-NVIDIA people at Biren", "worked-at-both companies=nvidia,biren"],
  ["誰從輝達去了摩爾線程", "worked-at-both companies=nvidia,moore-threads"],
  ["AMD 出身的創辦人", "founded-by-alumni-of companies=amd"],
  ["AMD 出身的创始人", "founded-by-alumni-of companies=amd"],
  ["輝達校友", "alumni-of companies=nvidia"],
  ["alumni of NVIDIA and AMD", "alumni-of companies=nvidia,amd"],
  ["who left AMD to found chip companies", "left-to-lead companies=amd makes=Chip"],
  ["張建中 → 陳維良", "path zhang-jianzhong chen-weiliang"],
  ["张建中->陈维良", "path zhang-jianzhong chen-weiliang"],
  ["path between Zhang Jianzhong and Chen Weiliang", "path zhang-jianzhong chen-weiliang"],
  ["listed on HKEX in 2026", "listings exchanges=hkex period=2026 stages=listed"],
  ["2026年在港交所上市的公司", "listings exchanges=hkex period=2026 stages=listed"],
  ["港交所上市", "listings exchanges=hkex stages=listed"],
  ["摩尔线程 收入", "figures-by-measure entities=moore-threads measure=revenue"],
  ["摩爾線程 營收", "figures-by-measure entities=moore-threads measure=revenue"],
  ["revenue of Biren and MetaX in 2024", "figures-by-measure entities=biren,metax measure=revenue period=2024"],
  ["壁仞科技2024年营收", "figures-by-measure entities=biren measure=revenue period=2024"],
  ["market cap of Moore Threads", "figures-by-measure entities=moore-threads measure=market-capitalization"],
  ["who invested in Biren", "investments companies=biren"],
  ["谁投资了壁仞", "investments companies=biren"],
  ["what did Tencent invest in", "investments investors=tencent"],
  ["who invested in several", "shared-investors"],
  ["shared investors of Biren and MetaX", "shared-investors companies=biren,metax"],
  ["壁仞和沐曦的共同投資方", "shared-investors companies=biren,metax"],
  ["谁投资了多家", "shared-investors"],
  ["what is not cited", "to-be-checked"],
  ["what needs checking about Biren", "to-be-checked entities=biren"],
  ["哪些沒有來源", "to-be-checked"],
  ["壁仞 待查证", "to-be-checked entities=biren"],
  ["四小龙", "members-of groups=gpu-four-little-dragons"],
  ["四小龍", "members-of groups=gpu-four-little-dragons"],
  ["members of four little dragons", "members-of groups=gpu-four-little-dragons"],
  ["who worked at both NVIDIA and AMD", "worked-at-both companies=nvidia,amd"],
  ["founders from both NVIDIA and AMD", "founders-from-each companies=nvidia,amd"],
  ["founders who worked at both NVIDIA and AMD", "founders-from-each companies=nvidia,amd"],
  ["which founders of Chinese GPU makers worked at both NVIDIA and AMD?", "founders-from-each companies=nvidia,amd"],
  ["在輝達和AMD都待過的創辦人", "founders-from-each companies=nvidia,amd"],
  ["英伟达和AMD都待过的创始人", "founders-from-each companies=nvidia,amd"],
  ["在NVIDIA和AMD都待过的人", "worked-at-both companies=nvidia,amd"],
  ["what does Moore Threads make", "made-by company=moore-threads"],
  ["rivals of NVIDIA", "rivals-of company=nvidia"],
  ["誰與輝達競爭", "rivals-of company=nvidia"],
  ["what is only reported about Biren", "claims-by-certainty certainty=reported entities=biren"],
  ["only rumours", "claims-by-certainty certainty=reported"],
  ["where do sources disagree", "disagreements"],
  ["哪裡說法不一", "disagreements"],
  ["張建中的履歷", "career-of person=zhang-jianzhong"],
  ["who is Zhang Yubo", "career-of person=zhang-yubo"],
  ["Jensen Huang said", "said-by speakers=jensen-huang"],
  ["lineage of MUSA", "lineage-of thing=musa"],
  ["what happened in December 2025", "happened-in period=2025-12"],
  ["2025年12月發生了什麼", "happened-in period=2025-12"],
  ["who makes chips", "makers-of kind=Chip"],
  ["谁创办了沐曦", "founders-of organizations=metax"],
  ["摩尔线程高管", "leaders-of organizations=moore-threads"],
  ["sanctioned companies", "restrictions"],
  ["Goldman Sachs recommended", "recommendations entities=goldman-sachs"],
  ["all schools", "all-of kind=School"],
  ["show everything", "everything"],
  ["neighbors of NVIDIA", "around entity=nvidia"],
  ["整個網絡", "everything"],
  ["who is best connected", "best-connected"],
  ["誰相連最廣", "best-connected"],
  ["概览", "best-connected"],
  ["who recruited Xu Lingjie", "recruited-by people=xu-lingjie"],
  ["how are NVIDIA and Moore Threads related", "between entities=nvidia,moore-threads"],
  ["compare Moore Threads with Biren", "figures-of entities=moore-threads,biren"],
  ["比較摩爾線程和壁仞", "figures-of entities=moore-threads,biren"],
  ["what do Moore Threads and Biren have in common", "between entities=moore-threads,biren"],
  ["everything about Biren", "known-of entities=biren"],
  ["Which ex-NVIDIA engineers now run their own chip startup?", "founded-by-alumni-of companies=nvidia"],
  ["how much money did Moore Threads raise", "investments companies=moore-threads"],
  ["沐曦的創辦人以前在哪裡工作", "founders-of organizations=metax"],
  ["徐凌傑現在在哪裡", "career-of person=xu-lingjie"],
  ["被美國制裁的公司", "restrictions"],
  ["英伟达出来的创业者", "founded-by-alumni-of companies=nvidia"],
  ["天数智芯什么时候成立", "figures-by-measure entities=iluvatar-corex measure=founding-date"],
  ["when did MetaX go public", "listings companies=metax"],
  ["how fast is C600", "figures-by-measure entities=c600 measure=performance"],
  ["nvidia", "made-by company=nvidia"],
];

describe("a phrase is offered first", () => {
  it.each(phrases)("%s", async (phrase, first) => {
    expect((await offered(phrase))[0]).toBe(first);
  });
});

describe("nothing is offered", () => {
  it.each([
    "zhang",
    "zh",
    "hello world",
    "weather tomorrow",
    "今天天氣",
    "the",
    "2026",
    "asdf qwer",
    "→",
    "who",
    "誰",
    "no such name founded anything at all here",
    "......",
  ])("for %s", async (phrase) => {
    expect(await offered(phrase)).toEqual([]);
  });
});

describe("what was understood", () => {
  it("is told piece by piece, with what else a name could mean", async () => {
    const { offers } = await offerPhrases(asked, "四小龍成員");
    expect(offers[0]?.understood).toMatchObject([
      { text: "成員", form: "question" },
      {
        text: "四小龍",
        form: "entity",
        parameter: "groups",
        value: "gpu-four-little-dragons",
        others: [{ value: "ai-chip-four-little-dragons" }],
      },
    ]);
  });
});

describe("what was not understood", () => {
  const missedIn = async (phrase: string) => {
    const { offers } = await offerPhrases(asked, phrase);
    return offers.map((offer) => (offer.kind === "question" ? [offer.asked.question].concat(offer.missed) : []));
  };

  it("is told beside what is offered all the same", async () => {
    const found = await missedIn("which founders of Chinese GPU makers worked at both NVIDIA and AMD?");
    expect(found[0]).toEqual(["founders-from-each", "Chinese GPU makers"]);
    expect(await missedIn("founders who worked at both NVIDIA and AMD")).toContainEqual(["worked-at-both", "founders"]);
  });

  it("is nothing where small words alone are left out", async () => {
    expect((await missedIn("who worked at both NVIDIA and AMD"))[0]).toEqual(["worked-at-both"]);
  });
});

describe("the phrases that questions declare", () => {
  it("name blanks that there are", () => {
    for (const { id, phrases: declared, parameters } of asked.questions.values()) {
      const strangers =
        declared === undefined
          ? []
          : allOf(declared)
              .flatMap(blanksIn)
              .filter((name) => !(name in parameters));
      expect([id, strangers]).toEqual([id, []]);
    }
  });
});
