/** Holds cypher/ and server/queries together. */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import * as queries from "../../server/queries/index.ts";
import { cypherFolder, parametersOf, statements } from "../../server/queries/bind.ts";
import { readQuestions } from "../../server/questions/index.ts";
import type { Role } from "../../schema/vocabulary.ts";
import type { Parameters } from "../../server/database/database.ts";
import { anyTime } from "../../server/questions/period.ts";
import { fillSlots, typesOf } from "../../server/questions/roles.ts";
import { isSingle } from "../../server/questions/fill.ts";
import { describeEachEngine } from "../support/engines.ts";
import { careers, writeGraph } from "./graph.ts";

/** Roles that no type of the small graph has. */
const others = Object.fromEntries(
  ["contribution", "trade", "restriction", "recommendation", "event", "place"].map((role) => [`${role}Types`, []]),
);

/** These are bound in server/search, whose own tests hold them. */
const ofSearch = new Set(["search.cypher", "find-short-word.cypher"]);
const files = readdirSync(cypherFolder)
  .filter((name) => name.endsWith(".cypher") && !ofSearch.has(name))
  .map((name) => name.replace(/\.cypher$/, ""));

const given: Record<string, string | number | boolean | null | string[] | Record<string, string | string[]>[]> = {
  id: "moore",
  ids: ["moore", "zhang"],
  toAny: false,
  limit: 5,
  types: [],
  labels: [],
  direction: "both",
  first: 20100101,
  last: 20201231,
  undated: true,
  afterDegree: 0,
  afterId: null,
  starts: [{ id: "chen", relationships: ["chen.founded.moore"] }],
  rivals: [{ id: "chen.founded.moore", start: "chen" }],
  patterns: ["|moore|", "zhang"],
  nearby: ".*(?:moore|zhang).*",
  prefix: "notes#",
  people: ["zhang"],
  destinations: ["moore"],
  drawn: [],
  person: "zhang",
  organizations: ["nvidia"],
  pairs: [{ near: "zhang", far: "moore" }],
  ends: ["zhang", "moore"],
  withoutTypes: [],
  withoutLabels: [],
  certainties: [],
  without: [],
};

describe("cypher/ and server/queries", () => {
  it("name the same queries", () => {
    expect(Object.keys(queries).length).toBeGreaterThan(0);
    expect([...statements.keys()].sort()).toEqual(files.sort());
  });

  it.each(files)("%s takes the parameters that are bound to it", (name) => {
    const statement = statements.get(name);
    expect(statement?.cypher).toBe(readFileSync(`${cypherFolder}/${name}.cypher`, "utf8"));
    expect([...(statement?.parameters ?? [])].sort()).toEqual(parametersOf(statement?.cypher ?? ""));
  });

  it("finds the parameters of a text, and none in comments or quoted text", () => {
    expect(
      parametersOf(
        "// $a\nMATCH (n {id: $id}) /* $b */ WHERE n.x = '$c' AND n.`$d` = $limit AND n.y = \"$e\" RETURN $id AS id",
      ),
    ).toEqual(["id", "limit"]);
  });
});

describeEachEngine("each query file", (engine) => {
  beforeAll(() => writeGraph(engine.database));

  it.each(files)("%s runs and gives rows of the form that is bound to it", async (name) => {
    const statement = statements.get(name);
    const parameters = Object.fromEntries(
      (statement?.parameters ?? []).map((parameter) => [parameter, given[parameter] ?? null]),
    );
    expect(await statement?.run(engine.database, parameters)).not.toBe(undefined);
  });

  it("each question runs, and answers nothing when it is asked of nobody", async () => {
    for (const { id, cypher, parameters } of (await readQuestions()).values()) {
      const nothing = Object.fromEntries(
        Object.entries(parameters).map(([name, { form }]) => [name, isSingle(form) ? "nobody" : []]),
      );
      const all: Parameters = {
        ...careers,
        leadingWords: [],
        core: [],
        backbone: [],
        ...others,
        ...anyTime,
        ...nothing,
      };
      const types = (role: Role) => [all[typesOf(role)] ?? []].flat() as string[];
      const used = Object.fromEntries(Object.entries(all).filter(([name]) => parametersOf(cypher).includes(name)));
      const rows = await engine.database.read(fillSlots(cypher, types), used);
      const needed = Object.values(parameters).filter(({ optional, form }) => !optional && form !== "period");
      expect([id, needed.length === 0 ? [] : rows]).toEqual([id, []]);
    }
  });
});
