/** GEXF as a schema of the format has it; tests/export/gephi.test.ts opens it in Gephi's toolkit. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeGexf } from "../../scene/writers/gexf.ts";
import { fileOf, missingModule, readWith } from "../support/readers.ts";
import { alumniScene, hostileScene } from "./scenes.ts";

const schema = join(process.env["GRAPHML_SCHEMA"] ?? "", "gexf.xsd");
const missing =
  missingModule("lxml") ??
  (existsSync(schema)
    ? null
    : "GEXF's schema is not here: set GRAPHML_SCHEMA to a folder with gexf.xsd and viz.xsd, as .ci/run does");

/** The schema has what is seen under the format's own namespace, where Gephi and the format's primer have it under `viz`. */
const asInSchema = (gexf: string) => gexf.replaceAll(/(<\/?)viz:/g, "$1");

const validate = `
from lxml import etree
schema = etree.XMLSchema(etree.parse(${JSON.stringify(schema)}))
schema.validate(etree.parse(path))
print(json.dumps(sorted({e.message for e in schema.error_log})))`;

describe.skipIf(missing !== null)(`GEXF's schema${missing ? ` (${missing})` : ""}`, () => {
  it("accepts version 1.2, of people's names and of hostile ones", async () => {
    for (const scene of [await alumniScene(), hostileScene()])
      expect(readWith(validate, fileOf("a.gexf", asInSchema(writeGexf(scene, "1.2"))))).toEqual([]);
  });

  it("refuses a relationship without an end", async () => {
    const wrong = asInSchema(writeGexf(await alumniScene(), "1.2")).replaceAll(/(<edge [^>]*?) target="[^"]*"/g, "$1");
    expect(readWith(validate, fileOf("a.gexf", wrong))).toEqual([
      "Element '{http://www.gexf.net/1.2draft}edge': The attribute 'target' is required but missing.",
    ]);
  });
});
