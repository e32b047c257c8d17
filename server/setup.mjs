/**
 * Brings a checkout to where it runs, with nothing but Node and npm: installs the dependencies when the lock file has
 * changed and, for `build`, builds the client when its sources have. Plain JavaScript, since nothing is installed yet.
 *   node server/setup.mjs [build]
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

function stop(message, remedy) {
  console.error(`${message}\n${remedy}`);
  process.exit(1);
}

function run(command, args, failure) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error || status !== 0) stop(failure, error ? String(error.message) : "The lines above say why.");
}

/** A digest of files' paths and contents; folders are read through. */
function digest(...paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(path.slice(root.length)).update("\0").update(readFileSync(path)).update("\0");
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

/** Runs `work` unless the mark left by the last time says that nothing has changed since. */
function once(mark, wanted, work) {
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  rmSync(mark, { force: true });
  work();
  mkdirSync(resolve(mark, ".."), { recursive: true });
  writeFileSync(mark, wanted);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(
    `Alumnigraph needs Node 20.19 or later; this is ${process.versions.node}.`,
    "Install a newer Node and try again.",
  );

once(join(root, "node_modules/.installed"), digest("package-lock.json"), () => {
  console.log("Installing dependencies …");
  // Not `npm ci`: newer ones refuse a lock file without the optional packages of other platforms that are not published.
  run(
    "npm",
    ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"],
    "The dependencies could not be installed.",
  );
});

if (process.argv[2] === "build") {
  once(join(root, "dist/.built"), digest("package-lock.json", "client", "scene", "schema"), () => {
    console.log("Building the explorer …");
    run(
      process.execPath,
      ["node_modules/vite/bin/vite.js", "build", "--config", "client/vite.config.ts", "--logLevel", "warn"],
      "The explorer could not be built.",
    );
  });
}
