/** What someone might type to write, read files, hang or kill. Each has to end in one of the ways that it names. */
import type { QueryProblemKind } from "../../schema/query-problem.ts";

export interface Attack {
  readonly query: string;
  readonly parameters?: unknown;
  /** How it may end: refused so, or `answered` with what the graph holds anyway. */
  readonly ends: readonly (QueryProblemKind | "answered")[];
  /** How long it may run; the console's own limit where it is left out. */
  readonly seconds?: number;
}

const attack = (query: string, ...ends: Attack["ends"]): Attack => ({ query, ends });
/** What runs until it is ended gets less time; not what Neo4j plans at length, which goes on when it is ended. */
const brief = (asked: Attack): Attack => (asked.ends.includes("time") ? { ...asked, seconds: 2 } : asked);
const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;

function nestedList(depth: number): unknown {
  let list: unknown = 1;
  for (let level = 0; level < depth; level++) list = [list];
  return list;
}

const writing = [
  "CREATE (n:Entity {id: 'evil'})",
  "CREATE (n:Entity {id: 'evil'}) RETURN n",
  "MERGE (n:Entity {id: 'evil'}) RETURN n",
  "MATCH (n) SET n.evil = true",
  "MATCH (n) SET n:Evil RETURN n",
  "MATCH (n) SET n += {evil: 1}",
  "MATCH (n) REMOVE n.nameEn",
  "MATCH (n) REMOVE n:Entity",
  "MATCH (n) DETACH DELETE n",
  "MATCH ()-[r]->() DELETE r",
  "MATCH (a {id: 'ann'}), (b {id: 'bob'}) CREATE (a)-[:EVIL]->(b)",
  "MATCH (a {id: 'ann'}), (b {id: 'bob'}) MERGE (a)-[:EVIL]->(b) RETURN a",
  "FOREACH (x IN [1, 2] | CREATE (:Evil))",
  "MATCH (n) FOREACH (x IN [1] | SET n.evil = x)",
  "MATCH (n) WITH n LIMIT 1 CALL { WITH n CREATE (m:Evil) RETURN m } RETURN m",
  "CALL { CREATE (n:Evil) RETURN n } RETURN n",
  "UNWIND [1, 2] AS x CREATE (:Evil {x: x}) RETURN x",
  "// only reads\nCREATE (:Evil)",
  "/* RETURN 1 */ create (:Evil)",
  "RETURN 1 AS x UNION CREATE (n:Evil) RETURN 1 AS x",
  "RETURN 1 AS x; CREATE (:Evil)",
  ";CREATE (:Evil)",
  "EXPLAIN CREATE (:Evil)",
  "PROFILE CREATE (:Evil)",
  "\\u0043REATE (:Evil)",
  "CYPHER runtime=slotted CREATE (:Evil)",
  "MATCH (n) CALL { WITH n SET n.evil = 1 } IN TRANSACTIONS OF 10 ROWS",
  "MERGE (n:Entity {id: null})",
  "MATCH (n) WITH coalesce(n, n) AS x DELETE x",
].map((query) => attack(query, "writes", "syntax", "statement"));

const schema = [
  "CREATE INDEX evil FOR (n:Entity) ON (n.nameEn)",
  "CREATE CONSTRAINT evil FOR (n:Entity) REQUIRE n.nameEn IS UNIQUE",
  "DROP INDEX entity_id_unique IF EXISTS",
  "DROP CONSTRAINT entity_id_unique IF EXISTS",
  "CREATE DATABASE evil",
  "DROP DATABASE neo4j",
  "STOP DATABASE neo4j",
  "CREATE USER evil SET PASSWORD 'evilevil'",
  "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'evilevil'",
  "GRANT ROLE admin TO evil",
  "SHOW USERS",
  "SHOW SETTINGS",
  "SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message",
  "TERMINATE TRANSACTION 'neo4j-transaction-1'",
  "USE system SHOW USERS",
  "START TRANSACTION",
  "COMMIT",
  "SESSION SET SCHEMA evil",
  "CREATE GRAPH evil",
  "DROP GRAPH default",
].map((query) => attack(query, "writes", "syntax", "statement"));

/** The test puts the place of a file with a secret for FILE. */
const files = [
  "LOAD CSV FROM 'FILE' AS line RETURN line",
  "LOAD CSV WITH HEADERS FROM 'FILE' AS line RETURN line",
  "load\ncsv from 'FILE' as line return line",
  "LOAD /* x */ CSV FROM 'FILE' AS line RETURN line",
  "MATCH (n) WITH n LIMIT 1 LOAD CSV FROM 'FILE' AS line RETURN line",
  "UNWIND [1] AS x CALL { LOAD CSV FROM 'FILE' AS line RETURN line } RETURN line",
  "CALL { LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line } RETURN line",
  "\\u004cOAD CSV FROM 'FILE' AS line RETURN line",
].map((query) => attack(query, "reads-files", "syntax", "statement"));

const procedures = [
  "CALL dbms.listConfig()",
  "CALL dbms.listConfig",
  "CALL `dbms`.`listConfig`()",
  "CALL db.createLabel('Evil')",
  "CALL db.awaitIndexes()",
  "CALL dbms.components() YIELD name RETURN name",
  "CALL apoc.load.json('FILE') YIELD value RETURN value",
  "CALL apoc.cypher.runWrite('CREATE (:Evil)', {}) YIELD value RETURN value",
  "CALL grafeo.procedures()",
  "CALL grafeo.pagerank() YIELD node_id RETURN node_id",
  "MATCH (n) CALL dbms.listConfig() YIELD name RETURN name",
  "CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name",
  "RETURN apoc.cypher.runFirstColumnSingle('CREATE (:Evil) RETURN 1', {}) AS x",
  "RETURN `apoc`.`cypher`.`run`('CREATE (:Evil)', {}) AS x",
  "RETURN genai.vector.encode('secret', 'OpenAI', {token: 'x'}) AS x",
].map((query) => attack(query, "procedure", "syntax", "statement"));

const costly: Attack[] = [
  attack("MATCH (a), (b), (c), (d) RETURN a, b, c, d", "answered"),
  attack(
    "MATCH (a), (b), (c), (d), (e), (f) RETURN sum(a.degree * b.degree * f.degree) AS s",
    "time",
    "memory",
    "unstoppable",
  ),
  attack("UNWIND range(1, 10000000000) AS x RETURN count(x + 1) AS n", "time", "memory", "unstoppable"),
  attack("RETURN size(range(1, 10000000000)) AS n", "time", "memory", "answered", "data", "unstoppable"),
  attack("RETURN range(1, 300000000) AS xs", "time", "memory", "answered", "crash", "unstoppable"),
  attack("UNWIND range(1, 100000000) AS x RETURN collect(toString(x)) AS xs", "time", "memory", "unstoppable"),
  attack("UNWIND range(1, 1000000) AS x RETURN x", "answered"),
  attack(
    "UNWIND range(1, 100000) AS x RETURN 'a long text that is repeated ' + x AS y, range(1, 1000) AS z",
    "answered",
  ),
  attack(
    "UNWIND range(1, 100000) AS x RETURN [y IN range(1, 100000) | [z IN range(1, 1000) | z]] AS l",
    "time",
    "memory",
    "unstoppable",
  ),
  attack("RETURN reduce(s = 0, x IN range(1, 10000000000) | s + x) AS s", "time", "memory", "unstoppable"),
  attack("RETURN reduce(l = [], x IN range(1, 3000) | [l]) AS l", "data", "memory", "crash", "time", "unstoppable"),
  attack("MATCH p = (a)-[*1..30]-(b) RETURN count(p) AS n", "time", "memory", "unstoppable"),
  attack(
    "MATCH (n) WITH 100000 AS a RETURN reduce(s = 0, x IN range(1, a * a) | s + x) AS s",
    "time",
    "memory",
    "unstoppable",
  ),
  attack("RETURN reduce(s = 'a', x IN range(1, 40) | s + s) AS s", "time", "memory", "unstoppable"),
  attack(
    `WITH 'a' AS s ${"WITH s + s AS s ".repeat(40)}RETURN size(s) AS n`,
    "time",
    "memory",
    "unstoppable",
    "crash",
    "syntax",
  ),
  attack("RETURN all(x IN range(1, 10000000000) WHERE x > 0) AS a", "time", "memory", "unstoppable"),
  attack("RETURN 1 / 0 AS x", "data"),
];

const deep: Attack[] = [
  attack(`RETURN ${nested("(", ")", 2000)} AS x`, "nesting"),
  attack(`RETURN ${nested("[", "]", 20_000)} AS x`, "nesting"),
  attack(`RETURN ${"{a: ".repeat(2000)}1${"}".repeat(2000)} AS x`, "nesting"),
  attack(`RETURN ${"(".repeat(49_000)}`, "nesting"),
  attack(`RETURN ${"NOT ".repeat(12_000)}true AS x`, "syntax", "crash", "answered", "memory", "time"),
  attack(`RETURN ${"-".repeat(1).padEnd(20_001, " -")}1 AS x`, "syntax", "crash", "answered", "memory"),
  attack(`RETURN 1${" + 1".repeat(12_000)} AS x`, "syntax", "crash", "answered", "memory", "time"),
  attack(
    `MATCH (n) WHERE ${"n.id = 'x' OR ".repeat(3000)}false RETURN n`,
    "syntax",
    "crash",
    "answered",
    "memory",
    "time",
  ),
  attack(
    `MATCH ${Array.from({ length: 400 }, (_, i) => `(n${i})`).join(", ")} RETURN n0`,
    "answered",
    "syntax",
    "time",
    "memory",
    "crash",
  ),
  attack("RETURN 'never closed", "syntax"),
  attack("/* never closed", "syntax"),
  attack("RETURN `never closed", "syntax"),
  attack("\u0000", "syntax"),
  attack("RETURN 1 AS x\u0000CREATE (:Evil)", "syntax", "statement", "writes"),
  attack("💥", "syntax"),
  attack("   \n  ", "syntax"),
];

const withParameters: Attack[] = [
  { query: "RETURN $x AS x", ends: ["parameters"], parameters: { x: nestedList(1000) } },
  { query: "RETURN $x AS x", ends: ["syntax", "data"], parameters: {} },
  { query: "MATCH (n:Entity {id: $id}) RETURN n", ends: ["answered"], parameters: { id: "x'}) DETACH DELETE n //" } },
  { query: "RETURN $__proto__ AS x", ends: ["syntax", "data", "answered"], parameters: { constructor: 1 } },
];

export const attacks: readonly Attack[] = [
  ...writing,
  ...schema,
  ...files,
  ...procedures,
  ...costly.map(brief),
  ...deep,
  ...withParameters,
];
