/** Docker, where it runs: what the tests need of it, and a Neo4j in a container. */
import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { Neo4jContainer, type StartedNeo4jContainer } from "@testcontainers/neo4j";

export const neo4jImage = "neo4j:5.26-community";
export const containerPassword = "test-password";

const run = promisify(execFile);

/** Runs `docker` with these arguments and gives what it printed. */
export async function docker(...args: string[]): Promise<string> {
  return (await run("docker", args, { maxBuffer: 64e6 })).stdout.trim();
}

export function dockerRuns(): boolean {
  try {
    execFileSync("docker", ["info"], { stdio: "ignore", timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

/** Why tests with these images cannot run here, with the command that helps; undefined where they can. */
export async function missingForDocker(...images: string[]): Promise<string | undefined> {
  if (!dockerRuns()) return "Docker does not run; apt-get install docker.io docker-compose, and start it";
  for (const image of images) {
    try {
      await docker("image", "inspect", image).catch(() => docker("pull", "--quiet", image));
    } catch {
      return `Docker cannot pull ${image}: docker pull ${image} says why`;
    }
  }
  return undefined;
}

/** Starts an empty Neo4j; at a port of this machine that stays its own when it is killed and started again, if given. */
export async function startNeo4jContainer(port?: number): Promise<StartedNeo4jContainer> {
  const container = new Neo4jContainer(neo4jImage).withPassword(containerPassword);
  return (port === undefined ? container : container.withExposedPorts({ container: 7687, host: port })).start();
}
