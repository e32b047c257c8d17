/** Whether layers are generations. Pure. */
import { type Vocabulary, typesWithRole } from "../../schema/vocabulary.ts";

/** `no` where no relationship can tell who or what came before whom: layers then follow the relationships alone. */
export const tellsOfDescent = (vocabulary: Vocabulary | null): "yes" | "no" =>
  vocabulary === null || typesWithRole(vocabulary, "founding", "making", "lineage", "career", "education").length > 0
    ? "yes"
    : "no";
