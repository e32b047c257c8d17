/** A data set, read from its folder: what it is, its vocabulary, and its facts as rows for the database. */
import type { SeedDocument } from "../../schema/fact.ts";
import type { LocalizedText } from "../../schema/language.ts";
import type { SeedQuestion } from "../../schema/seed-dataset.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { Rows } from "./compile.ts";
import type { ReadProgress } from "./files.ts";
import type { Readings } from "./reading.ts";

/** A question that a data set asks. */
export interface OfferedQuestion extends Omit<SeedQuestion, "headline"> {
  /** Replaces the question's own. */
  readonly headline?: LocalizedText | undefined;
}

export interface Dataset {
  readonly id: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly firstQuestion: OfferedQuestion;
  /** Offered beside the first. */
  readonly questions: readonly OfferedQuestion[];
  /** Where it was read; `questions/` in it is the server's. */
  readonly folder: string;
  /** Changes whenever anything that an answer could show does. */
  readonly version: string;
  readonly vocabulary: Vocabulary;
  /** As written in documents.yaml, with the names of their files. */
  readonly documents: Readonly<Record<string, SeedDocument>>;
  readonly rows: Rows;
}

/**
 * Throws `InvalidSeeds` with everything that is wrong with it, or `Refused` where there is no such folder. With
 * `readings`, what has not changed is not parsed again.
 */
export async function readDataset(
  folder: string,
  readings?: Readings,
  report?: (progress: ReadProgress) => void,
): Promise<Dataset> {
  const read = async (): Promise<Dataset> => {
    const { readWritten } = await import("./read-dataset.ts");
    return readWritten(folder, report);
  };
  return readings === undefined ? read() : readings.take({ name: "seeds", of: [folder], read });
}
