/** Whose data a graph holds: ours carries one Dataset node; anything else is left alone. */
import { z } from "zod";
import { Refused } from "../errors.ts";
import type { Parameters, Row } from "../database/database.ts";
import { statement } from "./statements.ts";

/** Raised whenever the form of what is loaded changes, so that an older graph is derived anew. */
export const schemaVersion = 2;

const Marking = z.object({ id: z.string(), schemaVersion: z.int().nullable(), version: z.string().nullable() });
export type Marking = z.infer<typeof Marking>;

type Run = (cypher: string, parameters?: Parameters) => Promise<Row[]>;

/** The graph's mark, or `undefined` for an empty graph; throws `Refused` unless this data set may be loaded into it. */
export async function readMarking(run: Run, datasetId: string): Promise<Marking | undefined> {
  const markings = z.array(Marking).parse(await run(statement("list-datasets")));
  const [marking] = markings;
  if (marking === undefined) {
    const [{ nodes }] = z.tuple([z.object({ nodes: z.int() })]).parse(await run(statement("count-nodes")));
    if (nodes === 0) return undefined;
    throw new Refused(
      `The database holds ${nodes} nodes that are not Alumnigraph's; nothing was changed.`,
      "Point NEO4J_URI or NEO4J_DATABASE at an empty database (or DATA_FOLDER at an empty folder), and start again.",
    );
  }
  const foreign = markings.find(({ id }) => id !== datasetId);
  if (foreign !== undefined) {
    throw new Refused(
      `The database holds the data set ${foreign.id}, not ${datasetId}; nothing was changed.`,
      `Set SEEDS to the folder of ${foreign.id}, or use another database for ${datasetId} (NEO4J_DATABASE, or DATA_FOLDER).`,
    );
  }
  if ((marking.schemaVersion ?? 0) > schemaVersion) {
    throw new Refused(
      `The database was written by a newer Alumnigraph (schema ${marking.schemaVersion}; this one knows ${schemaVersion}); nothing was changed.`,
      "Install the newer version, or use an empty database.",
    );
  }
  return marking;
}
