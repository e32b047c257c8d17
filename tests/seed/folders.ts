/** What is wrong with data sets that are written for one test. */
import { relative } from "node:path";
import { expect } from "vitest";
import { InvalidSeeds } from "../../server/errors.ts";
import { readDataset } from "../../server/seed/index.ts";
import { folderOf } from "../support/temporary-folder.ts";

/** What reading them throws; the test fails where it throws nothing, or something else than faults of seeds. */
export async function faultsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<InvalidSeeds> {
  const error: unknown = await readDataset(folderOf(files)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InvalidSeeds);
  return error as InvalidSeeds;
}

/** `all.yaml:3 message → remedy`, for each fault. */
export async function toldOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const folder = folderOf(files);
  const error: unknown = await readDataset(folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InvalidSeeds);
  return (error as InvalidSeeds).problems.map(
    ({ file, line, message, remedy }) => `${relative(folder, file)}:${line} ${message} → ${remedy}`,
  );
}
