/** Claims that cannot hold together, as each of them knows of the others. */
import type { SeedRivals } from "../../schema/fact.ts";

export interface Rivalry {
  readonly rivals: readonly string[];
  readonly rivalTopicEn: string;
  readonly rivalTopicZhHant: string;
  readonly rivalTopicZhHans: string;
}

/** By the claim's id. One that has rivals about several things has them all, and the topics one after another. */
export function rivalsOf(groups: SeedRivals): Map<string, Rivalry> {
  const claims = new Map<string, Rivalry>();
  for (const { about, claims: ids } of groups) {
    for (const id of ids) {
      const before = claims.get(id);
      const topic = (earlier: string | undefined, more: string, separator: string) =>
        earlier === undefined ? more : earlier + separator + more;
      claims.set(id, {
        rivals: [...new Set([...(before?.rivals ?? []), ...ids])].filter((other) => other !== id).sort(),
        rivalTopicEn: topic(before?.rivalTopicEn, about.en, "; "),
        rivalTopicZhHant: topic(before?.rivalTopicZhHant, about["zh-Hant"], "；"),
        rivalTopicZhHans: topic(before?.rivalTopicZhHans, about["zh-Hans"], "；"),
      });
    }
  }
  return claims;
}
