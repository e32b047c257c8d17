/** The Dockerfile, read beside the code that it makes an image of. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";
import packageFile from "../package.json" with { type: "json" };

/** Those at the head of a file, for what they do alone, those that are read when they are needed, and files by their path. */
const imports =
  /^(?:import|export)\b[^;]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)|\bnew URL\(\s*"([^"]+)"|^ *\["(@[^"]+\/files\/[^"]+)"/gm;

const root = resolve(import.meta.dirname, "..");
const dockerfile = readFileSync(join(root, "Dockerfile"), "utf8");
const lastStage = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
const imported = walk(join(root, "command/serve.ts"));

describe("the image", () => {
  it("leaves behind just the dependencies that the program does not import", () => {
    const removed = [...dockerfile.matchAll(/dependencies\.(\S+)/g)].map(([, name]) => name);
    const unused = Object.keys(packageFile.dependencies).filter((name) => !imported.packages.has(name));
    expect(removed.toSorted()).toEqual(unused.toSorted());
  });

  it("runs nothing that Node itself cannot read", () => {
    expect(imported.others).toEqual([]);
  });

  it("has every folder that the program imports from", () => {
    const copied = [...lastStage.matchAll(/^COPY (\w+) \1$/gm)].map(([, folder]) => folder);
    for (const folder of imported.folders) expect(copied).toContain(folder);
  });

  it("is made of nothing that is not let through to it", () => {
    const ignored = readFileSync(join(root, ".dockerignore"), "utf8");
    const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, names = ""]) => names.split(" "));
    expect(copied.length).toBeGreaterThan(5);
    for (const name of copied) {
      expect(existsSync(join(root, name))).toBe(true);
      expect(ignored).toContain(`!${name}\n`);
    }
  });
});

interface Imported {
  packages: ReadonlySet<string>;
  folders: ReadonlySet<string>;
  /** Of ours, what is neither TypeScript nor JSON: JSX, or a path that only a bundler understands. */
  others: string[];
}

/** What a file imports, directly or through others. */
function walk(start: string): Imported {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const others: string[] = [];
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(file, "utf8");
    for (const [, ...names] of text.matchAll(imports)) {
      const name = (names.find((each) => each !== undefined) ?? "").replace(/^.*\/node_modules\//, "");
      if (!name.startsWith(".")) {
        if (!name.startsWith("node:")) packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
      } else if (/\.m?ts$/.test(name)) waiting.push(join(dirname(file), name));
      else if (!/\.(?:json|mjs)$|\/$/.test(name)) others.push(`${relative(root, file)}: ${name}`);
    }
  }
  return { packages, folders: new Set([...seen].map((file) => relative(root, file).split(sep)[0] ?? "")), others };
}
