/**
 * Looks into a database file, with its log, and writes nothing. It is run as a process of its own, so that whatever
 * damage does to the engine, the program that asked can still say so. Plain JavaScript: it is not imported.
 *   node examine.mjs <file> [<Cypher> [<parameters as JSON>]]
 */
import grafeo from "@grafeo-db/js";

const [file, cypher, parameters = "{}"] = process.argv.slice(2);
const print = (answer) =>
  process.stdout.write(JSON.stringify(answer, (_, value) => (typeof value === "bigint" ? Number(value) : value)));

try {
  const database = grafeo.GrafeoDB.openReadOnly(file);
  const rows = cypher ? (await database.executeCypher(cypher, JSON.parse(parameters))).toArray() : [];
  print({
    state: {
      epoch: Number(database.currentEpoch()),
      nodes: database.nodeCount(),
      relationships: database.edgeCount(),
    },
    rows,
  });
  database.close();
} catch (error) {
  print({ fault: String(error instanceof Error ? error.message : error) });
}
