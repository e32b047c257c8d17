/** Other people's readers of our files: Python's libraries and office programs, where they are to be had. */
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

/** A Python that has the libraries; READERS_PYTHON names one in an environment of its own. */
const python = process.env["READERS_PYTHON"] ?? "python3";

const packages: Readonly<Record<string, string>> = { pptx: "python-pptx" };

const known = new Map<string, string | null>();

/** Null where Python has a module, else why a test is skipped and what installs it. */
export function missingModule(name: string): string | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const { status } = spawnSync(python, ["-c", `import ${name}`], { stdio: "ignore" });
  const missing =
    status === 0
      ? null
      : `${name} is not here: python3 -m pip install ${packages[name] ?? name}, or set READERS_PYTHON`;
  known.set(name, missing);
  return missing;
}

/** Null where a program is to be had, else why a test is skipped and what installs it. */
export function missingProgram(name: string, debian: string): string | null {
  const { error } = spawnSync(name, ["--version"], { stdio: "ignore" });
  return error === undefined ? null : `${name} is not here: apt-get install ${debian}`;
}

/** Writes content where another program can read it. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder("export"), name);
  writeFileSync(path, content);
  return path;
}

/** What a Python script prints as JSON; the file's path is `path` in it. */
export function readWith(script: string, path: string): unknown {
  const program = `import json, sys\npath = sys.argv[1]\n${script}\n`;
  return JSON.parse(execFileSync(python, ["-c", program, path], { encoding: "utf8" }));
}

/** Debian's own Python, which has LibreOffice's bridge where the package is there. */
const systemPython = "/usr/bin/python3";

/** Null where LibreOffice can be led by a script, else why a test is skipped and what installs it. */
export function missingUno(): string | null {
  const { status } = spawnSync(systemPython, ["-c", "import uno"], { stdio: "ignore" });
  return status === 0 ? null : "LibreOffice's bridge to Python is not here: apt-get install python3-uno";
}

/** What a Python script prints as JSON of a file that is open in LibreOffice as `document`. */
export function readWithUno(script: string, path: string, profile: string): unknown {
  const pipe = `alumnigraph-${process.pid}`;
  const program = `
import json, subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
path, profile, pipe = sys.argv[1:]
office = subprocess.Popen(['soffice', '--headless', '--norestore', profile, '--accept=pipe,name=' + pipe + ';urp;'])
try:
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', context)
    for _ in range(240):
        try:
            remote = resolver.resolve('uno:pipe,name=' + pipe + ';urp;StarOffice.ComponentContext')
            break
        except NoConnectException:
            time.sleep(0.25)
    desktop = remote.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', remote)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), '_blank', 0, (PropertyValue('Hidden', 0, True, 0),))
${script.trim().replaceAll(/^/gm, "    ")}
    document.close(True)
    desktop.terminate()
    office.wait(30)
finally:
    office.kill()
`;
  const options = ["-c", program, path, profile, pipe];
  return JSON.parse(
    execFileSync(systemPython, options, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 150_000 }),
  );
}
