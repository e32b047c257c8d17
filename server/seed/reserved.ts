/** Names that the program itself gives, so that a vocabulary cannot use them. */
import { SeedEntity, SeedRelationship } from "../../schema/fact.ts";

/** Keys of a relationship that are not its type's own properties. */
export const claimKeys: ReadonlySet<string> = new Set(Object.keys(SeedRelationship.shape));

/** Keys of an entity that are not its label's own properties. */
export const entityKeys: ReadonlySet<string> = new Set(Object.keys(SeedEntity.shape));

/** Names under which every object of the language has something already. */
export const ofEveryObject: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const stored = [
  ...ofEveryObject,
  "id",
  "origin",
  "citations",
  "rivals",
  "rivalTopic",
  "startEarliest",
  "startLatest",
  "endEarliest",
  "endLatest",
  "noEarlier",
];

export const reservedOnClaims: ReadonlySet<string> = new Set([...claimKeys, ...stored]);
export const reservedOnEntities: ReadonlySet<string> = new Set([
  ...entityKeys,
  ...stored,
  "name",
  "search",
  "degree",
  "tickers",
  "beganIn",
]);

/** Labels that are the program's own. */
export const reservedLabels: ReadonlySet<string> = new Set(["Entity", "Observation", "Dataset"]);

/** The relationship between an observation and its entity. */
export const observationType = "OF";

/** What the `origin` of everything from the seeds says. */
export const seedsOrigin = "seeds";
