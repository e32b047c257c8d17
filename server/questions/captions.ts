/** Captions of the columns that any answer may have. */
import type { LocalizedText } from "../../schema/language.ts";

const caption = (en: string, hant: string, hans: string): LocalizedText => ({
  en,
  "zh-Hant": hant,
  "zh-Hans": hans,
});

export const captions = {
  subject: caption("Who or what", "主體", "主体"),
  claim: caption("What is said", "說法", "说法"),
  object: caption("Of whom or what", "對象", "对象"),
  figure: caption("Figure", "數值", "数值"),
  details: caption("Details", "細節", "细节"),
  date: caption("When", "時間", "时间"),
  certainty: caption("Certainty", "確定程度", "确定程度"),
  sources: caption("Sources", "出處", "出处"),
  person: caption("Person", "人物", "人物"),
  origin: caption("Came from", "出身", "出身"),
  originPost: caption("Post there", "當時職務", "当时职务"),
  originDate: caption("When there", "任職時間", "任职时间"),
  destination: caption("Now at", "現在", "现在"),
  tie: caption("As", "關係", "关系"),
  destinationPost: caption("Post now", "現任職務", "现任职务"),
  destinationDate: caption("Since", "起始時間", "起始时间"),
};
