/**
 * Writes pairs into a folder until it is killed, and prints each once it is acknowledged:
 * `writer.ts <folder> <name> <save after so many, or 0> <end after so many, or 0>`.
 */
import { openGrafeo } from "../../server/database/grafeo.ts";
import { say } from "./say.ts";

const [folder = "", name = "", saveAfter = "0", endAfter = "0"] = process.argv.slice(2);

const database = await openGrafeo({ folder });
say("open");
for (let count = 1; ; count++) {
  const id = `${name}-${count}`;
  await database.write(async (transaction) => {
    await transaction.run("CREATE (n:Entity {id: $id, other: $other})", { id: `${id}-a`, other: `${id}-b` });
    await transaction.run("CREATE (n:Entity {id: $id, other: $other})", { id: `${id}-b`, other: `${id}-a` });
    await transaction.run(
      "MATCH (a:Entity {id: $a}) MATCH (b:Entity {id: $b}) CREATE (a)-[r:PAIRED_WITH {id: $id}]->(b)",
      { a: `${id}-a`, b: `${id}-b`, id },
    );
  });
  say(`wrote ${id}`);
  if (Number(saveAfter) > 0 && count % Number(saveAfter) === 0) {
    await database.save();
    say(`saved ${id}`);
  }
  if (count === Number(endAfter)) break;
}
await database.close();
say("closed");
