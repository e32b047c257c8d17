/** The rules of portable Cypher that a text can show, each with what it must catch and what it must let through. */
import { type Clause, clausesOf, splitAtCommas, withoutWords } from "./text.ts";

export interface Rule {
  readonly name: string;
  /** What is wrong in the query, or undefined. */
  readonly find: (query: Query) => string | undefined;
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

/** A query as the rules see it. */
export interface Query {
  /** Without comments and the insides of strings. */
  readonly text: string;
  readonly clauses: readonly Clause[];
}

export interface Problem {
  readonly rule: string;
  readonly found: string;
}

/** `findProblems("MATCH (n) RETURN n.id")` → `[{rule: "alias every returned item", found: "n.id"}]` */
export function findProblems(cypher: string, among: readonly Rule[] = rules): Problem[] {
  const text = withoutWords(cypher);
  const query = { text, clauses: clausesOf(text) };
  return among.flatMap(({ name, find }) => {
    const found = find(query)?.replace(/\s+/g, " ").trim();
    return found === undefined ? [] : [{ rule: name, found }];
  });
}

/** A rule that a pattern of the whole text breaks. */
const never = (name: string, pattern: RegExp, bad: readonly string[], good: readonly string[]): Rule => ({
  name,
  find: ({ text }) => pattern.exec(text)?.[0],
  bad,
  good,
});

/** A rule about every clause of a kind. */
const inClauses = (
  name: string,
  keywords: RegExp,
  find: (clause: Clause, query: Query) => string | undefined,
  bad: readonly string[],
  good: readonly string[],
): Rule => ({
  name,
  find: (query) =>
    query.clauses
      .filter((clause) => keywords.test(clause.keyword))
      .map((clause) => find(clause, query))
      .find((found) => found !== undefined),
  bad,
  good,
});

const reserved =
  "in|is|set|or|and|case|create|delete|detach|distinct|match|merge|not|null|optional|remove|return|then|union|unwind|when|where|with|xor|as";

/** What the graph elements of a query are called: `(n`, `-[r`. */
const nodeNames = (text: string) => namesIn(text, /(?<![\w`])\(\s*([A-Za-z_]\w*)\s*(?=[:{)])/g);
const relationshipNames = (text: string) => namesIn(text, /-\[\s*([A-Za-z_]\w*)\s*(?=[\]:{*])/g);

function namesIn(text: string, pattern: RegExp): Set<string> {
  return new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ""));
}

const relationship = /<?-\[[^\]]*\]->?|<?--(?!\s*\d)>?/g;

/** The separate patterns of a MATCH, without those of a shortest path. */
const patternsOf = (clause: Clause) => splitAtCommas(clause.body).filter((part) => !/shortestPaths?\s*\(/i.test(part));

export const write: readonly Rule[] = [
  inClauses(
    "alias every returned item",
    /^RETURN$/,
    ({ body }) =>
      splitAtCommas(body.replace(/;\s*$/, "").replace(/^\s*DISTINCT\b/i, "")).find(
        (item) => !/\bAS\s+[\w`]+$/i.test(item),
      ),
    [
      "MATCH (n) RETURN n.id",
      "MATCH (n) RETURN n.id AS id, n",
      "MATCH (n) RETURN count(*)",
      "MATCH (n) RETURN *",
      "MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN collect(m.id) } RETURN n.id AS id",
    ],
    [
      "MATCH (n) RETURN DISTINCT n.id AS id, {id: n.id, labels: labels(n)} AS node ORDER BY id SKIP 1 LIMIT 2",
      "MATCH (n) CALL { WITH n MATCH (n)--(m) RETURN collect(m.id) AS ids } RETURN ids AS ids;",
      "MATCH (n) WHERE EXISTS { MATCH (n)--(m) } RETURN [x IN n.xs WHERE x > 1 | x] AS xs",
    ],
  ),
  {
    name: "return projections, never bare nodes, relationships or paths",
    find: ({ text, clauses }) => {
      const elements = new Set([
        ...nodeNames(text),
        ...relationshipNames(text),
        ...namesIn(text, /\bMATCH\s+([A-Za-z_]\w*)\s*=/gi),
      ]);
      return clauses
        .filter(({ keyword }, index) => keyword === "RETURN" && !insideCall(clauses, index))
        .flatMap(({ body }) => splitAtCommas(body.replace(/^\s*DISTINCT\b/i, "")))
        .find((item) => {
          const name =
            /^([A-Za-z_]\w*)\s+AS\b/i.exec(item)?.[1] ??
            /^(?:collect|head|last)\(\s*(?:DISTINCT\s+)?([A-Za-z_]\w*)\s*\)/i.exec(item)?.[1];
          return name !== undefined && elements.has(name);
        });
    },
    bad: [
      "MATCH (n:Entity) RETURN n AS node",
      "MATCH (n)-[r]-(m) RETURN r AS r",
      "MATCH p = (a)-[r]-(b) RETURN p AS p",
      "MATCH (n) RETURN collect(n) AS ns",
    ],
    good: [
      "MATCH (n) RETURN {id: n.id} AS node, n.id AS id, collect(n.id) AS ids",
      "UNWIND $rows AS row RETURN row AS row",
    ],
  },
  never(
    "a projection starts with .x or .*",
    /(?<![(:\w|&[.$])\b(?!(?:CALL|EXISTS|COUNT|COLLECT|AS|IN|WITH|RETURN|THEN|ELSE|ON|SET|UNION|ALL|MATCH|WHERE)\b)[A-Za-z_]\w*\s*\{\s*(?![.\s])[^}]*\}?/i,
    ["MATCH (n) RETURN n{id: n.id} AS node", "MATCH (n) RETURN n {v} AS node"],
    [
      "MATCH (n {id: $id}) RETURN n{.id, x: 1} AS node, n {.*} AS all",
      "MATCH (n:Entity {id: $id}) CALL { WITH n RETURN 1 AS x } RETURN CASE WHEN n IS NULL THEN null ELSE {id: n.id} END AS node",
    ],
  ),
  never(
    "internal ids are not ours",
    /(?<![.\w])(?:elementId|id)\s*\(/i,
    ["MATCH (n) RETURN id(n) AS id", "MATCH (n) WHERE elementId(n) = $id RETURN n.id AS id"],
    ["MATCH (n {id: $id}) RETURN n.id AS id"],
  ),
  inClauses(
    "one hop per MATCH",
    /MATCH$/,
    (clause) => patternsOf(clause).find((pattern) => (pattern.match(relationship)?.length ?? 0) > 1),
    ["MATCH (a {id: $id})-[r]-(x)-[s]-(y) RETURN y.id AS id", "MATCH (a {id: $id})-->(x)<--(y) RETURN y.id AS id"],
    [
      "MATCH (a {id: $id}) MATCH (a)-[r]-(x) MATCH (x)-[s]-(y) WHERE s <> r RETURN y.id AS id",
      "MATCH (a {id: $id}) MATCH p = (a)-[rs*1..4]-(b) WHERE all(r IN rs WHERE r.x = 1) RETURN length(p) AS length",
      "MATCH p = shortestPath((a)-[:R*..4]-(b)) RETURN length(p) AS length",
    ],
  ),
  inClauses(
    "anchor first, and go left to right",
    /MATCH$/,
    (clause, { text }) =>
      patternsOf(clause).find((pattern) => {
        const [first = "", ...others] = pattern.replace(/^\s*\w+\s*=\s*/, "").split(relationship);
        const name = /\(\s*([A-Za-z_]\w*)/.exec(first)?.[1];
        const isBound = name !== undefined && new RegExp(`\\b${name}\\b`).test(text.slice(0, clause.start));
        return !isBound && !first.includes("{") && others.some((other) => other.includes("{"));
      }),
    ["MATCH (x)-[r]->(b {id: $b}) RETURN x.id AS id", "MATCH (x:Entity)-[r]-(b:Entity {id: $b}) RETURN x.id AS id"],
    [
      "MATCH (b {id: $b})<-[r]-(x) RETURN x.id AS id",
      "MATCH (x {id: $x}) MATCH (b {id: $b}) MATCH (x)-[r]->(b {id: $b}) RETURN r.id AS id",
    ],
  ),
  {
    name: "no second OPTIONAL MATCH from a new variable",
    find: ({ text, clauses }) => {
      const optional = clauses.filter(({ keyword }) => keyword === "OPTIONAL MATCH");
      const before = text.slice(0, optional[0]?.start);
      return optional.slice(1).find(({ body }) => {
        const name = /\(\s*([A-Za-z_]\w*)/.exec(body)?.[1];
        return name === undefined || !new RegExp(`\\b${name}\\b`).test(before);
      })?.body;
    },
    bad: ["MATCH (a {id: $id}) OPTIONAL MATCH (a)-[r]-(b) OPTIONAL MATCH (c)-[s]-(b) RETURN c.id AS id"],
    good: ["MATCH (a {id: $id}) OPTIONAL MATCH (a)-[r]-(b) OPTIONAL MATCH (a)-[s]-(c) RETURN c.id AS id"],
  },
  never(
    "sum stands in coalesce(sum(x), 0)",
    /(?<!\bcoalesce\(\s*)\bsum\s*\([^)]*\)?/i,
    ["MATCH (n) RETURN sum(n.x) AS x"],
    ["MATCH (n) RETURN coalesce(sum(n.x), 0) AS x, checksum(n) AS y"],
  ),
  {
    name: "a grouping key that is an expression gets its alias in a WITH before",
    find: ({ clauses }) =>
      clauses
        .filter(({ keyword }) => keyword === "WITH" || keyword === "RETURN")
        .flatMap(({ body }) => {
          const items = splitAtCommas(body);
          const aggregates = (item: string) => /\b(?:count|collect|sum|avg|min|max)\s*\(/i.test(item);
          return items.some(aggregates) ? items.filter((item) => !aggregates(item)) : [];
        })
        .find((item) => /^(?:DISTINCT\s+)?CASE\b/i.test(item)),
    bad: ["MATCH (n) RETURN CASE WHEN n.x > 1 THEN 'a' ELSE 'b' END AS kind, count(*) AS count"],
    good: ["MATCH (n) WITH CASE WHEN n.x > 1 THEN 'a' ELSE 'b' END AS kind RETURN kind AS kind, count(*) AS count"],
  },
  never(
    "slices have non-negative bounds",
    /\[\s*(?:-\s*\d+|[^[\]]*\.\.\s*-\s*\d+)[^\]]*\]/,
    ["MATCH (n) RETURN n.xs[-1] AS x", "MATCH (n) RETURN n.xs[0..-1] AS xs", "MATCH (n) RETURN n.xs[-2..] AS xs"],
    ["MATCH (n) RETURN n.xs[0..2] AS xs, n.xs[1] AS x, [1, -1] AS ys"],
  ),
  never(
    "a list grows as coalesce(n.tags, []) + [$tag]",
    /\bSET\b[^]*?=\s*(?!coalesce\b)[A-Za-z_]\w*\.\w+\s*\+\s*(?:'|\[|\$)/i,
    ["MATCH (n) SET n.tags = n.tags + 'x'", "MATCH (n) SET n.tags = n.tags + [$tag]"],
    ["MATCH (n) SET n.tags = coalesce(n.tags, []) + [$tag]", "MATCH (n) SET n.count = n.count + 1"],
  ),
  {
    name: "delete what OPTIONAL MATCH found only where it is not null",
    find: ({ text }) => {
      const place = /\bOPTIONAL\s+MATCH\b/i.exec(text)?.index;
      if (place === undefined) return undefined;
      const after = text.slice(place);
      const deleting = /(?<!DETACH\s*)\b(?:DETACH\s+)?DELETE\s+\w+/i.exec(after);
      if (!deleting) return undefined;
      return /\bIS\s+NOT\s+NULL\b|\bFOREACH\b/i.test(after.slice(0, deleting.index)) ? undefined : deleting[0];
    },
    bad: ["MATCH (a {id: $id}) OPTIONAL MATCH (a)-[r]-(b) DELETE r", "OPTIONAL MATCH (a {id: $id}) DETACH DELETE a"],
    good: [
      "MATCH (a {id: $id}) OPTIONAL MATCH (a)-[r]-(b) WITH r WHERE r IS NOT NULL DELETE r",
      "MATCH (a {id: $id}) OPTIONAL MATCH (a)-[r]-(b) WITH collect(r) AS rs FOREACH (x IN rs | DELETE x)",
      "MATCH (a {id: $id}) DETACH DELETE a",
    ],
  },
  inClauses(
    "a shortest path has types and a bound, and nothing else",
    /MATCH$/,
    ({ body }) => {
      const found = /shortestPaths?\s*\(([^]*)/i.exec(body);
      const inside = /-\[([^\]]*)\]-/.exec(found?.[1] ?? "")?.[1];
      return found && !/^\s*\w*\s*:\s*[\w`|\s]+\*\s*(?:1\s*)?\.\.\s*\d+\s*$/.test(inside ?? "") ? found[0] : undefined;
    },
    [
      "MATCH p = shortestPath((a)-[*]-(b)) RETURN length(p) AS length",
      "MATCH p = shortestPath((a)-[:R*]-(b)) RETURN length(p) AS length",
      "MATCH p = allShortestPaths((a)-[:R*..4 {x: 1}]-(b)) RETURN length(p) AS length",
      "MATCH p = shortestPath((a)-[*..4]-(b)) RETURN length(p) AS length",
    ],
    [
      "MATCH p = shortestPath((a)-[:R*..4]-(b)) RETURN length(p) AS length",
      "MATCH p = allShortestPaths((a)-[:R|S*1..4]-(b)) RETURN length(p) AS length",
    ],
  ),
  never(
    "dates are ISO-8601 strings and ids come from the application",
    /(?<![.\w])(?:date|datetime|time|localtime|localdatetime|duration|timestamp|randomUUID)\s*(?:\(|\.\s*\w+\s*\()/i,
    [
      "RETURN date($day) AS day",
      "MATCH (n) SET n.at = datetime()",
      "RETURN randomUUID() AS id",
      "RETURN duration.between(a, b) AS d",
    ],
    ["MATCH (n) WHERE n.date < $day RETURN n.date AS date, n.time AS time"],
  ),
  never(
    "backtick reserved words used as names",
    new RegExp(`\\bAS\\s+(?:${reserved})\\b|\\.\\s*(?:${reserved})\\b|[{,]\\s*(?:${reserved})\\s*:`, "i"),
    [
      "MATCH (n) RETURN n.set AS x",
      "MATCH (n) RETURN n.id AS in",
      "MATCH (n) RETURN {id: n.id, case: 1} AS node",
      "MATCH (n {is: 1}) RETURN n.id AS id",
    ],
    [
      "MATCH (n) RETURN n.`set` AS `in`, {`case`: 1} AS node, n.settled AS inner",
      "MATCH (n) RETURN n.id AS id, CASE WHEN n.x THEN 1 ELSE 2 END AS x",
    ],
  ),
];

export const avoid: readonly Rule[] = [
  {
    name: "no label expressions",
    find: ({ text }) => {
      const inPattern = /\(\s*\w*\s*:[^)\]{]*[|&!%][^)]*\)/.exec(text)?.[0];
      const names = nodeNames(text);
      const asked = [...text.matchAll(/(?<![[({,]\s*)\b([A-Za-z_]\w*)\s*:\s*(?:!|%|\w+\s*[|&])\s*\w*/g)];
      return inPattern ?? asked.find((match) => names.has(match[1] ?? ""))?.[0];
    },
    bad: [
      "MATCH (n:A|B) RETURN n.id AS id",
      "MATCH (n:!A) RETURN n.id AS id",
      "MATCH (n) WHERE n:A|B RETURN n.id AS id",
      "MATCH (n) WHERE n:!A RETURN n.id AS id",
      "MATCH (n:A&B) RETURN n.id AS id",
    ],
    good: [
      "MATCH (n:A:B {x: $x}) WHERE n:A OR n:B RETURN n.id AS id",
      "MATCH (n)-[r:R|S]-(m) RETURN r.id AS id",
      "RETURN [x IN $xs | {id: x | 1}] AS y",
    ],
  },
  never(
    "no WHERE in patterns",
    /(?:MATCH|->|-|,|<-)\s*\(\s*\w*\s*(?::\s*\w+\s*)*(?:\{[^}]*\}\s*)?\bWHERE\b|-\[\s*\w*\s*(?::[\w|\s]+)?(?:\*[\d.\s]*)?(?:\{[^}]*\}\s*)?\bWHERE\b/i,
    [
      "MATCH (n:Entity WHERE n.x = 1) RETURN n.id AS id",
      "MATCH (a {id: $id})-[r:R WHERE r.x = 1]->(b) RETURN b.id AS id",
      "MATCH (a)-[r]->(b WHERE b.x = 1) RETURN b.id AS id",
    ],
    [
      "MATCH (n) WHERE n.x = 1 AND any(l IN labels(n) WHERE l IN $labels) RETURN [(n)-[r]-(m) WHERE m.x = 1 | m.id] AS ids",
    ],
  ),
  never(
    "no quantified paths and no SHORTEST k",
    /\)\s*\{\s*\d*\s*,?\s*\d*\s*\}|\)\s*[+*]\s*\(|-(?:>|\])?\s*(?:\{\s*\d*\s*,\s*\d*\s*\}|\+\s*\()|\b(?:ALL\s+SHORTEST|SHORTEST\s+\d+|ANY\s+SHORTEST)\b/i,
    [
      "MATCH (a)((x)-[r]->(y)){1,3}(b) RETURN b.id AS id",
      "MATCH (a)-[r]->+(b) RETURN b.id AS id",
      "MATCH p = SHORTEST 2 (a)-[r]-(b) RETURN length(p) AS l",
      "MATCH (a)-[r]->{1,2}(b) RETURN b.id AS id",
    ],
    ["MATCH (a)-[r*1..3]->(b) RETURN b.id AS id, (1) + 2 AS three, size($xs) * 2 AS n"],
  ),
  never(
    "no dynamic labels or types",
    /:\s*\$\s*\(/,
    ["MATCH (n:$($label)) RETURN n.id AS id", "MATCH (n) SET n:$($label)"],
    ["MATCH (n {id: $id}) RETURN {x: $x} AS x"],
  ),
  never(
    "no COLLECT { }",
    /\bCOLLECT\s*\{/i,
    ["MATCH (n) RETURN COLLECT { MATCH (n)--(m) RETURN m.id } AS ids"],
    ["MATCH (n) RETURN collect({id: n.id}) AS ids"],
  ),
  never(
    "no RETURN in EXISTS or COUNT",
    /\b(?:EXISTS|COUNT)\s*\{[^{}]*\bRETURN\b/i,
    ["MATCH (n) WHERE EXISTS { MATCH (n)--(m) RETURN m } RETURN n.id AS id"],
    ["MATCH (n) WHERE EXISTS { MATCH (n)--(m) WHERE m.x = 1 } RETURN n.id AS id"],
  ),
  never(
    "no IN TRANSACTIONS",
    /\bIN\s+(?:\d+\s+CONCURRENT\s+)?TRANSACTIONS\b/i,
    ["MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS"],
    ["MATCH (n) WHERE n.x IN $transactions RETURN n.id AS id"],
  ),
  never(
    "CREATE and MERGE take no map as a parameter",
    /\b(?:CREATE|MERGE)\s*\(\s*\w*\s*(?::\s*\w+\s*)*\$\w+\s*\)/i,
    ["CREATE (n:Entity $map)", "MERGE (n $map)"],
    ["CREATE (n:Entity {id: $id}) SET n += $map"],
  ),
  never(
    "no named path in CREATE or MERGE",
    /\b(?:CREATE|MERGE)\s+\w+\s*=/i,
    ["CREATE p = (a)-[r:R]->(b)"],
    ["MERGE (a)-[r:R {id: $id}]->(b)"],
  ),
  never("no || between texts", /\|\|/, ["RETURN $a || $b AS x"], ["RETURN $a + $b AS x, [x IN $xs | x] AS xs"]),
  {
    name: "LIMIT and SKIP take a number or a parameter",
    find: ({ clauses }) =>
      clauses
        .filter(({ keyword }) => keyword === "LIMIT" || keyword === "SKIP")
        .map(({ body }) => body.trim().replace(/;$/, ""))
        .find((body) => !/^(?:\d+|\$\w+)$/.test(body)),
    bad: ["MATCH (n) RETURN n.id AS id LIMIT $limit + 1", "MATCH (n) RETURN n.id AS id SKIP toInteger($skip)"],
    good: [
      "MATCH (n) WITH n ORDER BY n.x LIMIT 10 RETURN n.id AS id SKIP $skip LIMIT $limit;",
      "CALL { MATCH (n) RETURN n.id AS id LIMIT $limit } RETURN id AS id",
    ],
  },
  never(
    "no index into collect()",
    /\bcollect\s*\((?:[^()]|\([^()]*\))*\)\s*\[/i,
    ["MATCH (n) RETURN collect(n.id)[0] AS id"],
    ["MATCH (n) WITH collect(n.id) AS ids RETURN ids[0] AS id"],
  ),
  never(
    "no isEmpty",
    /\bisEmpty\s*\(/i,
    ["MATCH (n) WHERE isEmpty(n.xs) RETURN n.id AS id"],
    ["MATCH (n) WHERE size(n.xs) = 0 RETURN n.id AS id"],
  ),
  never(
    "round takes one argument",
    /\bround\s*\((?:[^(),]|\([^()]*\))*,/i,
    ["RETURN round($x, 2) AS x"],
    ["RETURN round($x) AS x, round(coalesce($x, 0)) AS y"],
  ),
  never(
    "indexes and constraints belong to the adapters",
    /\b(?:CREATE|DROP)\s+(?:OR\s+REPLACE\s+)?(?:\w+\s+)?(?:INDEX|CONSTRAINT)\b/i,
    ["CREATE INDEX x FOR (n:A) ON (n.id)", "CREATE FULLTEXT INDEX x FOR (n:A) ON EACH [n.id]", "DROP CONSTRAINT x"],
    ["CREATE (index:Entity {id: $id})"],
  ),
  never(
    "CALL { WITH n … } imports in its first clause",
    /\bCALL\s*\(/i,
    ["MATCH (n) CALL (n) { RETURN 1 AS x } RETURN x AS x"],
    ["MATCH (n) CALL { WITH n RETURN 1 AS x } RETURN x AS x"],
  ),
  never(
    "no procedures",
    /\bCALL\s+[a-z]\w*\./i,
    ["CALL db.labels() YIELD label RETURN label AS label"],
    ["CALL { MATCH (n) RETURN n.id AS id } RETURN id AS id"],
  ),
  never(
    "no LOAD CSV",
    /\bLOAD\s+CSV\b/i,
    ["LOAD CSV FROM $file AS line RETURN line AS line"],
    ["MATCH (n) RETURN n.load AS load"],
  ),
  never(
    "one statement",
    /;\s*\S/,
    ["MATCH (n) RETURN n.id AS id; MATCH (m) RETURN m.id AS id"],
    ["MATCH (n) RETURN ';' AS id;"],
  ),
  {
    name: "at most 100 clauses",
    find: ({ clauses }) => (clauses.length > 100 ? `${clauses.length} clauses` : undefined),
    bad: [`MATCH (n) ${"WITH n ".repeat(100)} RETURN n.id AS id`],
    good: [`MATCH (n) ${"WITH n ".repeat(50)} RETURN n.id AS id`],
  },
];

export const wrong: readonly Rule[] = [
  {
    name: "A. an entity goes through no expression",
    find: ({ text }) => {
      const entities = new Set([...nodeNames(text), ...relationshipNames(text)]);
      const passed = [
        ...text.matchAll(
          /(?:\bcoalesce\s*\(([^()]*)\)|\bCASE\b([^]*?)\bEND|\breduce\s*\(([^()]*)\)|\bhead\s*\(([^()]*)\))\s+AS\s+(\w+)/gi,
        ),
      ];
      return passed.find(([, ...parts]) => {
        const alias = parts.at(-1) ?? "";
        const inside = parts.slice(0, -1).join(" ");
        const carriesEntity = [...entities].some((name) =>
          new RegExp(`(?<![.\\w(])${name}(?![.\\w]|\\s*\\{|\\s+IS\\b)`).test(
            inside.replace(/\bCASE\b|\bWHEN\b[^]*?\bTHEN\b/gi, " "),
          ),
        );
        return carriesEntity && alias !== "";
      })?.[0];
    },
    bad: [
      "MATCH (a)-[r]-(b) WITH coalesce(r, r) AS x DELETE x",
      "MATCH (a)-[r]-(b) WITH CASE WHEN a.x = 1 THEN r ELSE null END AS x RETURN x.id AS id",
      "MATCH (a) MATCH (b) WITH coalesce(a, b) AS x RETURN x.id AS id",
    ],
    good: [
      "MATCH (a)-[r]-(b) RETURN coalesce(r.x, 0) AS x, CASE WHEN r IS NULL THEN null ELSE r{.id} END AS r",
      "MATCH (a)-[r]-(b) WITH collect(r) AS rs FOREACH (x IN rs | DELETE x)",
    ],
  },
  never(
    "A. FOREACH goes over no CASE",
    /\bFOREACH\s*\(\s*\w+\s+IN\s+(?:CASE|coalesce)\b/i,
    ["MATCH (a) OPTIONAL MATCH (a)-[r]-(b) FOREACH (x IN CASE WHEN r IS NULL THEN [] ELSE [r] END | DELETE x)"],
    ["MATCH p = (a)-[r]-(b) FOREACH (x IN relationships(p) | SET x.y = 1)"],
  ),
  never(
    "B. no coalesce(collect(…))",
    /\bcoalesce\s*\(\s*collect\s*\(/i,
    ["MATCH (n) RETURN coalesce(collect(n), []) AS ns"],
    ["MATCH (n) WITH collect(n.id) AS ids RETURN ids AS ids"],
  ),
  inClauses(
    "C. no SET of what may not convert",
    /SET$/,
    ({ body }) => /=\s*(?:toInteger|toFloat|toBoolean)\s*\([^)]*\)?/i.exec(body)?.[0],
    ["MATCH (n) SET n.x = toInteger($x)", "MERGE (n {id: $id}) ON CREATE SET n.x = toFloat($x)"],
    ["MATCH (n) SET n.x = $x RETURN toInteger($x) AS x"],
  ),
  inClauses(
    "D. SET copies from a map, never from an entity",
    /SET$/,
    ({ body }) => splitAtCommas(body).find((item) => /^[A-Za-z_]\w*\s*\+?=\s*[A-Za-z_]\w*$/.test(item)),
    [
      "MATCH (n) MATCH (m) SET n = m",
      "MATCH (n) MATCH (m) SET n += m",
      "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n.x = 1, n += row",
    ],
    [
      "MATCH (n) MATCH (m) SET n += properties(m), n.y = m.y",
      "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n += row.properties SET n = $map",
      "MATCH (n) WITH n, 1 AS x SET n.x = x",
    ],
  ),
  inClauses(
    "D. CREATE and MERGE declare no bound variable again",
    /^(?:CREATE|MERGE)$/,
    ({ body, start }, { text }) =>
      [...body.matchAll(/\(\s*([A-Za-z_]\w*)\s*[:{][^)]*\)/g)].find((match) =>
        nodeNames(text.slice(0, start)).has(match[1] ?? ""),
      )?.[0],
    [
      "MATCH (a:Entity {id: $id}) CREATE (a:Person {id: $id})",
      "MATCH (a {id: $a}) MATCH (b {id: $b}) MERGE (a:Entity)-[r:R {id: $id}]->(b)",
    ],
    [
      "MATCH (a {id: $a}) MATCH (b {id: $b}) MERGE (a)-[r:R {id: $id}]->(b)",
      "MERGE (a:Entity {id: $a}) MERGE (b:Entity {id: $b})",
    ],
  ),
  never(
    "D. keys are never null",
    /\b(?:CREATE|MERGE)\b[^]*?\{[^}]*\bid\s*:\s*null\b/i,
    ["MERGE (n:Entity {id: null})"],
    ["MERGE (n:Entity {id: $id}) SET n.x = null"],
  ),
  {
    name: "E. no WHERE on a shortest path",
    find: ({ clauses }) => {
      const index = clauses.findIndex(
        ({ keyword, body }, i) =>
          keyword.endsWith("MATCH") && /shortestPaths?\s*\(/i.test(body) && clauses[i + 1]?.keyword === "WHERE",
      );
      return clauses[index + 1] && index >= 0 ? `WHERE ${clauses[index + 1]?.body}` : undefined;
    },
    bad: ["MATCH p = shortestPath((a)-[:R*..4]-(b)) WHERE length(p) > 1 RETURN length(p) AS length"],
    good: [
      "MATCH (a {id: $a}) MATCH (b) WHERE b.id = $b MATCH p = shortestPath((a)-[:R*..4]-(b)) RETURN length(p) AS length",
    ],
  },
  {
    name: "F. no collect of maps after OPTIONAL MATCH",
    find: ({ text }) => {
      const place = /\bOPTIONAL\s+MATCH\b/i.exec(text)?.index;
      return place === undefined
        ? undefined
        : /\bcollect\s*\(\s*(?:DISTINCT\s+)?(?:\w+\s*)?\{/i.exec(text.slice(place))?.[0];
    },
    bad: [
      "MATCH (n) OPTIONAL MATCH (n)-[r]-(m) RETURN collect(m{.id}) AS ms",
      "MATCH (n) OPTIONAL MATCH (n)-[r]-(m) RETURN collect({id: m.id}) AS ms",
    ],
    good: [
      "MATCH (n) OPTIONAL MATCH (n)-[r]-(m) RETURN collect(m.id) AS ids",
      "MATCH (n) MATCH (n)-[r]-(m) RETURN collect(m{.id}) AS ms",
    ],
  },
  never(
    "G. a number is compared with no text",
    /'\s*'\s*(?:=|<>)\s*\d|\d\s*(?:=|<>)\s*'/,
    ["RETURN '1' = 1 AS x", "RETURN 1 <> 'a' AS x"],
    ["RETURN '1' = $x AS x, 1 = 2 AS y"],
  ),
  never(
    "H. percentileCont takes no parameter",
    /\bpercentile(?:Cont|Disc)\s*\((?:[^()]|\([^()]*\))*\$/i,
    ["MATCH (n) RETURN percentileCont(n.x, $p) AS x"],
    ["MATCH (n) WHERE n.y = $p RETURN percentileCont(n.x, 0.5) AS x"],
  ),
  never("H. no ^", /\^/, ["RETURN 2 ^ 3 ^ 2 AS x"], ["RETURN '^' AS x"]),
  {
    name: "H. a relationship's type is asked with type(r)",
    find: ({ text }) => {
      const names = relationshipNames(text);
      return [...text.matchAll(/(?<![[({,]\s*)\b([A-Za-z_]\w*)\s*:\s*[A-Z]\w*/g)].find((match) =>
        names.has(match[1] ?? ""),
      )?.[0];
    },
    bad: ["MATCH (a)-[r]-(b) WHERE r:KNOWS RETURN b.id AS id", "MATCH (a)-[r]-(b) RETURN NOT r:KNOWS AS x"],
    good: ["MATCH (a)-[r:KNOWS]-(b) WHERE type(r) = 'KNOWS' AND b:Person RETURN {r: TRUE, s: 1} AS x"],
  },
  never(
    "H. bounds go upwards",
    /\*\s*(?:[2-9]\s*\.\.\s*1\b|[3-9]\s*\.\.\s*[12]\b|\d+\s*\.\.\s*0)/,
    ["MATCH (a)-[r*2..1]-(b) RETURN b.id AS id"],
    ["MATCH (a)-[r*1..2]-(b) RETURN b.id AS id", "MATCH (a)-[r*2..12]-(b) RETURN b.id AS id"],
  ),
];

export const rules: readonly Rule[] = [...write, ...avoid, ...wrong];

/** A RETURN that ends a subquery: more of the statement follows it. */
function insideCall(clauses: readonly Clause[], index: number): boolean {
  return clauses
    .slice(index + 1)
    .some(({ keyword }) => !/^(?:ORDER BY|SKIP|LIMIT)$/.test(keyword) && !keyword.startsWith("UNION"));
}
