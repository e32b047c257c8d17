/**
 * Damage to each file of the data folder: it opens with everything that was acknowledged, or is refused with what to
 * do, untouched.
 */
import fs from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Refused } from "../../server/errors.ts";
import { openGrafeo } from "../../server/database/grafeo.ts";
import { loadSeeds, readDataset } from "../../server/seed/index.ts";
import { guild } from "../server/support.ts";
import { startChild } from "./child.ts";
import { bytesOf, contentIn, contentOf, remove } from "./content.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { patience, randomFor, report, rounds } from "./rounds.ts";

const temporary = temporaryFolder("fault");

/** Folders as a program leaves them: closed in order, killed after a save, and killed with writes that only the log has. */
const states = ["closed", "saved", "unsaved"] as const;
type State = (typeof states)[number];

const lastWrites = {
  closed: { args: ["5", "5"], until: /^closed$/ },
  saved: { args: ["5"], until: /^saved saved-5$/ },
  unsaved: { args: [], until: /^wrote unsaved-20$/ },
};

const whole = (state: State) => path.join(temporary, state);
const contents = new Map<State, string>();

beforeAll(async () => {
  for (const state of states) {
    const database = await openGrafeo({ folder: whole(state) });
    await loadSeeds(database, await readDataset(guild));
    await database.close();
    const { args, until } = lastWrites[state];
    const child = startChild("tests/faults/writer.ts", [whole(state), state, ...args]);
    await child.printed(until);
    await (state === "closed" ? child.ended : child.kill());
    const copy = path.join(temporary, "copy");
    fs.cpSync(whole(state), copy, { recursive: true });
    contents.set(state, await contentIn(copy));
    remove(copy);
  }
}, patience());

/** Anything but the first two is a failure. */
type Outcome =
  | "opened"
  | "refused"
  | "opened with something else"
  | "refused, and written to"
  | `refused without ${string}`;

/** Damages a copy, opens it, and judges what comes of it. */
async function tryDamage(state: State, damage: (folder: string) => void): Promise<Outcome> {
  const folder = path.join(temporary, "damaged");
  remove(folder);
  fs.cpSync(whole(state), folder, { recursive: true });
  damage(folder);
  const before = JSON.stringify(bytesOf(folder));
  try {
    const database = await openGrafeo({ folder });
    const content = await contentOf(database);
    await database.close();
    return content === contents.get(state) ? "opened" : "opened with something else";
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (JSON.stringify(bytesOf(folder)) !== before) return "refused, and written to";
    return wayOut(folder).test(error.remedy) ? "refused" : `refused without a way out: ${error.remedy}`;
  }
}

/** The newest backup, unless it is the one that was damaged: there is only one. */
function wayOut(folder: string): RegExp {
  const backups = path.join(folder, "backups");
  const [name = "none"] = fs.existsSync(backups) ? fs.readdirSync(backups) : [];
  const original = (state: State) => path.join(whole(state), "backups", name);
  const isWhole = states.some(
    (state) =>
      fs.existsSync(original(state)) &&
      fs.readFileSync(original(state)).equals(fs.readFileSync(path.join(backups, name))),
  );
  return isWhole ? new RegExp(`npm run restore -- ${path.join(backups, name)}\\n.*npm run rebuild`) : /npm run rebuild/;
}

const files = (state: State) => Object.keys(bytesOf(whole(state)));

/** Half of the places lie in the header pages, where damage leads to an older image; those are few of all bytes. */
function placeIn(file: string, random: () => number): number {
  const { size } = fs.statSync(file);
  return Math.floor(random() * (random() < 0.5 ? Math.min(size, 12_288) : size));
}

describe.each(states)("a folder that was %s", (state) => {
  it("has the files that this suite is about", () => {
    const names = files(state).map((name) => name.replace(/\d{4,}.*(?=\.\w+$)/, "…"));
    const expected = ["backups/….grafeo", "committed.json", "graph.grafeo", "saved.json"];
    if (state !== "closed") expected.push("graph.grafeo.wal/wal_….log", "open.json");
    expect(names.toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    [
      "flipped",
      (file: string, place: number, random: () => number) => {
        const bytes = fs.readFileSync(file);
        bytes[place] = (bytes[place] ?? 0) ^ (1 + Math.floor(random() * 255));
        fs.writeFileSync(file, bytes);
      },
    ],
    ["missing from there on", (file: string, place: number) => fs.truncateSync(file, place)],
  ])(
    "opens with everything or is refused untouched when bytes are %s",
    { timeout: patience(6000) },
    async (kind, damage) => {
      const random = randomFor(`${state} ${kind}`);
      const figures = { opened: 0, refused: 0 };
      const failures: string[] = [];
      for (const file of files(state)) {
        for (let i = 0; i < Math.ceil(rounds / 8); i++) {
          const place = placeIn(path.join(whole(state), file), random);
          const outcome = await tryDamage(state, (folder) => damage(path.join(folder, file), place, random));
          if (outcome === "opened" || outcome === "refused") figures[outcome]++;
          else failures.push(`${file}, byte ${place}: ${outcome}`);
        }
      }
      report(`bytes ${kind}, folder ${state}`, figures);
      expect(failures).toEqual([]);
    },
  );

  it(
    "is refused untouched when the graph is gone, or a log with unsaved writes, and opens without the others",
    { timeout: patience() },
    async () => {
      const outcomes: Record<string, Outcome> = {};
      const expected: Record<string, Outcome> = {};
      for (const name of fs.readdirSync(whole(state), { recursive: true, encoding: "utf8" })) {
        const isNeeded = name === "graph.grafeo" || (state === "unsaved" && name.startsWith("graph.grafeo.wal"));
        expected[name] = isNeeded ? "refused" : "opened";
        outcomes[name] = await tryDamage(state, (folder) => fs.rmSync(path.join(folder, name), { recursive: true }));
      }
      expect(outcomes).toEqual(expected);
    },
  );
});

describe("a folder whose newest backup is damaged too", () => {
  it.each([
    ["in its header", 0x2000, 100],
    ["further on", 0x3000, 16_000],
  ])("%s names the one before", { timeout: patience() }, async (_, place, length) => {
    const folder = path.join(temporary, "two-backups");
    remove(folder);
    fs.cpSync(whole("closed"), folder, { recursive: true });
    const backups = path.join(folder, "backups");
    const [name = ""] = fs.readdirSync(backups);
    const before = path.join(backups, "2001-01-01T000000.grafeo");
    fs.copyFileSync(path.join(backups, name), before);
    overwrite(path.join(backups, name), place, length);
    overwrite(path.join(folder, "graph.grafeo"), 0x3000, 16_000);
    await expect(openGrafeo({ folder })).rejects.toMatchObject({
      name: "Refused",
      remedy: expect.stringContaining(before),
    });
  });
});

function overwrite(file: string, place: number, length: number): void {
  const handle = fs.openSync(file, "r+");
  fs.writeSync(handle, Buffer.alloc(length, 0x5a), 0, length, place);
  fs.closeSync(handle);
}
