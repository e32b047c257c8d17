import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { once } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { testDatabase, testPersistence } from "./database.suite.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const temporary = temporaryFolder("grafeo");

let folders = 0;
const newFolder = () => path.join(temporary, `folder-${++folders}`);

testDatabase("grafeo in memory", () => openGrafeo());
testDatabase("grafeo in a folder", () => openGrafeo({ folder: newFolder() }));

const kept = newFolder();
testPersistence("grafeo, opened twice", () => openGrafeo({ folder: kept }));

const add = "CREATE (n:Entity {id: $id})";
const count = "MATCH (n:Entity) RETURN count(n) AS count";

/** Makes a database with so many nodes, saved and closed. */
async function makeDatabase(folder: string, nodes: number): Promise<void> {
  const database = await openGrafeo({ folder });
  for (let i = 0; i < nodes; i++) await database.write((transaction) => transaction.run(add, { id: `n${i}` }));
  await database.save();
  await database.close();
}

/** Runs a script that opens the folder by the adapter, and resolves when it has printed `ready`. */
async function inAnotherProcess(folder: string, script: string) {
  const adapter = path.resolve(import.meta.dirname, "../../server/database/grafeo.ts");
  const code = `import { openGrafeo } from ${JSON.stringify(adapter)};
    const database = await openGrafeo({ folder: ${JSON.stringify(folder)} });
    ${script}
    console.log("ready");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

describe("the folder of grafeo", () => {
  it("is refused while another process has it open, by its number, and no longer once that one was killed", async () => {
    const folder = newFolder();
    const child = await inAnotherProcess(folder, "");
    const refused = {
      name: "Refused",
      message: expect.stringContaining(`Process ${child.pid}`),
      remedy: expect.stringContaining("DATA_FOLDER"),
    };
    await expect(openGrafeo({ folder })).rejects.toMatchObject(refused);
    child.kill("SIGKILL");
    await once(child, "exit");
    await (await openGrafeo({ folder })).close();
  });

  it("is refused while this process has it open, and the first goes on", async () => {
    const folder = newFolder();
    const first = await openGrafeo({ folder });
    await expect(openGrafeo({ folder })).rejects.toMatchObject({
      name: "Refused",
      message: expect.stringContaining("This process"),
    });
    await first.write((transaction) => transaction.run(add, { id: "a" }));
    expect(await first.read(count)).toEqual([{ count: 1 }]);
    await first.close();
  });

  it("is refused when it cannot be made", async () => {
    const file = path.join(temporary, "a-file");
    fs.writeFileSync(file, "");
    await expect(openGrafeo({ folder: path.join(file, "folder") })).rejects.toMatchObject({
      name: "Refused",
      remedy: expect.stringContaining("DATA_FOLDER"),
    });
  });

  it("is refused when its file is no database", async () => {
    const folder = newFolder();
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "graph.grafeo"), "something else entirely");
    await expect(openGrafeo({ folder })).rejects.toMatchObject({
      name: "Refused",
      remedy: expect.stringContaining("npm run rebuild"),
    });
  });

  it("holds everything that was saved when the process is killed", async () => {
    const folder = newFolder();
    const script = `for (let i = 0; i < 50; i++) await database.write((transaction) => transaction.run(${JSON.stringify(add)}, { id: "n" + i }));
      await database.save();`;
    const child = await inAnotherProcess(folder, script);
    child.kill("SIGKILL");
    await once(child, "exit");
    const database = await openGrafeo({ folder });
    expect(await database.read(count)).toEqual([{ count: 50 }]);
    await database.close();
  });

  it("keeps the newest three backups by itself, and none of them goes because of a clock that was wrong", async () => {
    const folder = newFolder();
    const backups = path.join(folder, "backups");
    const names = () => fs.readdirSync(backups).toSorted();
    const addAndSave = async (id: string) => {
      const database = await openGrafeo({ folder });
      await database.write((transaction) => transaction.run(add, { id }));
      await database.save();
      await database.close();
    };
    await addAndSave("a");
    const [today = ""] = names();
    const others = ["2001-01-01", "2001-01-02", "2001-01-03", "2099-01-01", "2099-01-02", "2099-01-03"];
    for (const day of others) fs.copyFileSync(path.join(backups, today), path.join(backups, `${day}T000000.grafeo`));
    fs.rmSync(path.join(backups, today));
    await addAndSave("b");
    const made = names().find((name) => !others.some((day) => name.startsWith(day))) ?? "none";
    expect(names()).toEqual(
      [...others.slice(1, 3), made, ...others.slice(3)].map((name) => (name === made ? name : `${name}T000000.grafeo`)),
    );

    fs.writeFileSync(path.join(folder, "graph.grafeo"), "something else entirely");
    await expect(openGrafeo({ folder })).rejects.toMatchObject({ remedy: expect.stringContaining(made) });
  });

  it("makes ready throw when its file is taken away", async () => {
    const folder = newFolder();
    const database = await openGrafeo({ folder });
    await database.ready();
    fs.renameSync(path.join(folder, "graph.grafeo"), path.join(folder, "elsewhere"));
    await expect(database.ready()).rejects.toMatchObject({
      name: "Unavailable",
      message: expect.stringContaining("gone"),
    });
    fs.renameSync(path.join(folder, "elsewhere"), path.join(folder, "graph.grafeo"));
    await database.close();
  });
});

describe("a folder of grafeo that holds less than was saved", () => {
  it("is refused when an older image lies there, and names the backup", async () => {
    const folder = newFolder();
    await makeDatabase(folder, 2);
    const file = path.join(folder, "graph.grafeo");
    fs.copyFileSync(file, path.join(temporary, "older"));
    await makeMore(folder);
    fs.copyFileSync(path.join(temporary, "older"), file);

    const [backup = ""] = fs.readdirSync(path.join(folder, "backups"));
    const refused = {
      name: "Refused",
      message: expect.stringMatching(/2 nodes .* 3 nodes/),
      remedy: expect.stringContaining(backup),
    };
    await expect(openGrafeo({ folder })).rejects.toMatchObject(refused);
  });

  it("is refused when the file is gone", async () => {
    const folder = newFolder();
    await makeDatabase(folder, 2);
    fs.rmSync(path.join(folder, "graph.grafeo"));
    await expect(openGrafeo({ folder })).rejects.toMatchObject({
      name: "Refused",
      message: expect.stringContaining("graph.grafeo is gone"),
    });
  });

  it("is refused when its record is damaged, with what the graph opens with", async () => {
    const folder = newFolder();
    await makeDatabase(folder, 2);
    const record = path.join(folder, "saved.json");
    fs.writeFileSync(record, fs.readFileSync(record, "utf8").replace('"nodes":2', '"nodes":1'));
    await expect(openGrafeo({ folder })).rejects.toMatchObject({
      name: "Refused",
      message: expect.stringMatching(/saved\.json is damaged.*2 nodes/),
      remedy: expect.stringContaining("npm run restore"),
    });
  });

  it("is known by a record that each checkpoint brings up to date", async () => {
    const folder = newFolder();
    const record = path.join(folder, "saved.json");
    const database = await openGrafeo({ folder });
    await database.write((transaction) => transaction.run(add, { id: "a" }));
    await vi.waitUntil(() => fs.existsSync(record), { timeout: 20_000 });
    expect(JSON.parse(fs.readFileSync(record, "utf8"))).toMatchObject({ nodes: 1, relationships: 0 });
    await database.close();
  });

  it("opens as it is once the record is moved away", async () => {
    const folder = newFolder();
    await makeDatabase(folder, 2);
    const file = path.join(folder, "graph.grafeo");
    fs.copyFileSync(file, path.join(temporary, "older"));
    await makeMore(folder);
    fs.copyFileSync(path.join(temporary, "older"), file);
    await expect(openGrafeo({ folder })).rejects.toMatchObject({ remedy: expect.stringContaining("saved.json") });
    for (const record of ["saved.json", "committed.json"]) fs.rmSync(path.join(folder, record), { force: true });
    const database = await openGrafeo({ folder });
    expect(await database.read(count)).toEqual([{ count: 2 }]);
    await database.close();
  });

  async function makeMore(folder: string): Promise<void> {
    const database = await openGrafeo({ folder });
    await database.write((transaction) => transaction.run(add, { id: "more" }));
    await database.close();
  }
});
