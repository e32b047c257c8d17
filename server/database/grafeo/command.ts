/** What the commands about the data folder have in common: where it is, and how they speak. */
import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { SeedDataset } from "../../../schema/seed-dataset.ts";
import { readEnvironment } from "../../environment.ts";
import { Refused } from "../../errors.ts";
import { isAboutThePlace, translateOpening, withoutDecoration } from "./errors.ts";
import { examine, type Examined } from "./examine.ts";
import { type Places, placesIn } from "./places.ts";

export interface Target {
  readonly dataset: string;
  readonly seeds: string;
  readonly places: Places;
}

/** Runs a command: a fault ends it with its message and remedy, anything else with its message. */
export async function runCommand(work: (target: Target, args: readonly string[]) => Promise<void>): Promise<void> {
  try {
    await work(findTarget(), process.argv.slice(2));
  } catch (error) {
    const remedy = error instanceof Error && "remedy" in error ? `\n${String(error.remedy)}` : "";
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}${remedy}\n`);
    process.exitCode = 1;
  }
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The folder that a start with the same environment would use. */
function findTarget(): Target {
  const { neo4j, seeds, dataFolder } = readEnvironment();
  if (neo4j) {
    throw new Refused(
      "The graph is in Neo4j, and this command is for the embedded database.",
      "Use Neo4j's own tools (neo4j-admin database dump, and load), or take NEO4J_URI away.",
    );
  }
  const dataset = readId(path.join(seeds, "dataset.yaml"));
  return { dataset, seeds, places: placesIn(path.join(dataFolder, dataset)) };
}

/** Only the id is asked for, so that faults elsewhere in the seeds do not keep a backup from being made. */
function readId(file: string): string {
  try {
    return z.object({ id: SeedDataset.shape.id }).parse(parse(fs.readFileSync(file, "utf8"))).id;
  } catch (cause) {
    throw new Refused(`${file} does not tell the data set's id.`, "Set SEEDS to the folder of a data set.", { cause });
  }
}

export type Look = { readonly found: Examined } | { readonly fault: Error };

/** Looks into the folder's graph; damage is told, and throws `Refused` only where another process has it. */
export async function lookInto(places: Places, cypher?: string, parameters?: Record<string, unknown>): Promise<Look> {
  try {
    return { found: await examine(places.graph, cypher, parameters) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (isAboutThePlace(error)) throw translateOpening(error, places);
    return { fault: new Error(withoutDecoration(error.message), { cause: error }) };
  }
}
