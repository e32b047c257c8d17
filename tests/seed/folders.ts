/** Data sets written for one test, and what is wrong with them. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, onTestFinished } from "vitest";
import { InvalidSeeds } from "../../server/errors.ts";
import { readDataset } from "../../server/seed/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** The folder of a data set's files, gone when the test is over; folders within it are made. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder("set");
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

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
