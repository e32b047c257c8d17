/** The compose file as a person runs it, under a project name of its own. */
import { execFile, execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { missingForDocker, neo4jImage } from "./docker.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

/** `docker compose`, or the older `docker-compose`; undefined where neither is there. */
export function findCompose(): readonly [string, ...string[]] | undefined {
  const commands = [["docker", "compose"], ["docker-compose"]] as const;
  return commands.find(([command, ...args]) => {
    try {
      execFileSync(command, [...args, "version"], { stdio: "ignore", timeout: 10_000 });
      return true;
    } catch {
      return false;
    }
  });
}

/** What the Dockerfile begins with. */
export const baseImage = "node:24-bookworm-slim";

/** Why the compose file cannot be brought up here, with the command that helps; undefined where it can. */
export async function missingForContainers(): Promise<string | undefined> {
  const missing = await missingForDocker(neo4jImage, baseImage);
  return missing ?? (findCompose() ? undefined : "there is no docker compose: apt-get install docker-compose");
}

/** Gives a function that runs compose with its arguments, in that environment and without a .env file, and gives what it printed. */
export function composeFor(project: string, environment: Record<string, string>) {
  return async (...args: string[]): Promise<string> => {
    const [command, ...before] = findCompose() ?? ["docker-compose"];
    const folder = temporaryFolder("compose");
    const empty = join(folder, "empty.env");
    writeFileSync(empty, "");
    try {
      const alone = ["--project-name", project, "--env-file", empty];
      const { stdout } = await run(command, [...before, ...alone, ...args], {
        cwd: root,
        env: { ...process.env, NEO4J_PASSWORD: undefined, ALLOWED_HOSTS: undefined, ...environment },
        maxBuffer: 64e6,
      });
      return stdout.trim();
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}
