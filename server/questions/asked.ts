/** What a question is asked of. */
import type { GraphDatabase } from "../database/database.ts";
import type { Dataset } from "../seed/index.ts";
import type { Questions } from "./declarations.ts";

export interface Asked {
  readonly database: GraphDatabase;
  readonly questions: Questions;
  readonly dataset: Pick<Dataset, "firstQuestion" | "questions" | "vocabulary" | "rows">;
}
