/** What a folder holds, byte by byte and as a graph, and two states of one data set to tell apart. */
import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { GraphDatabase } from "../../server/database/database.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { guild } from "../server/support.ts";

/** Everything in a graph, in an order of its own, as text. */
export async function contentOf(database: GraphDatabase): Promise<string> {
  const nodes = await database.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties");
  const relationships = await database.read(
    "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties",
  );
  return [...nodes, ...relationships]
    .map((row) => JSON.stringify(row))
    .toSorted()
    .join("\n");
}

/** Opens a folder as a start would, reads all of it and closes it. */
export async function contentIn(folder: string): Promise<string> {
  const database = await openGrafeo({ folder });
  try {
    return await contentOf(database);
  } finally {
    await database.close();
  }
}

/** Each file of a folder with a digest of its bytes. */
export function bytesOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex"),
      ]),
  );
}

export interface Version {
  readonly seeds: string;
  readonly content: string;
}

/** The guild twice: as it is, and with a founder renamed, a job taken out and two hundred people added. */
export async function twoVersions(folder: string): Promise<[Version, Version]> {
  const later = join(folder, "later");
  cpSync(guild, later, { recursive: true });
  const file = join(later, "guild.yaml");
  const text = readFileSync(file, "utf8");
  const changed = text
    .replace("en: Ann\n", "en: Ann the Elder\n")
    .replace("      - { to: gamma, ongoing: true, sources: [notes#10-20] }\n", "");
  if (changed.length === text.length) throw new Error("guild.yaml is no longer as this test knows it");
  writeFileSync(file, changed);
  appendFileSync(join(later, "more.yaml"), "Person:\n");
  for (let i = 0; i < 200; i++) {
    appendFileSync(
      join(later, "more.yaml"),
      `  member-${i}:\n    en: Member ${i}\n    WORKED_AT:\n      - { to: alpha, sources: [notes#10-20] }\n`,
    );
  }
  return [await loaded(guild), await loaded(later)];
}

async function loaded(seeds: string): Promise<Version> {
  const database = await openGrafeo();
  await loadSeeds(database, await readDataset(seeds));
  const content = await contentOf(database);
  await database.close();
  return { seeds, content };
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });
