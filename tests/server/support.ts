/** The guild, a made-up data set, loaded and served without a socket. */
import { join } from "node:path";
import type { GraphDatabase } from "../../server/database/database.ts";
import { type AppOptions, createApp } from "../../server/app.ts";
import { readQuestions } from "../../server/questions/index.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";

export const guild = join(import.meta.dirname, "dataset");
export const articles = join(import.meta.dirname, "articles");

export type App = ReturnType<typeof createApp>;

/** Loads the guild and makes the app that serves it. */
export async function serveGuild(database: GraphDatabase, options: Partial<AppOptions> = {}): Promise<App> {
  const dataset = await readDataset(guild);
  await loadSeeds(database, dataset);
  return createApp({ database, dataset, questions: await readQuestions(dataset.folder), ...options });
}

/** The JSON that a path answers with, which must be a 200. */
export async function get<T>(app: App, path: string, form: { parse(value: unknown): T }): Promise<T> {
  const response = await app.request(path);
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${JSON.stringify(body)}`);
  return form.parse(body);
}
