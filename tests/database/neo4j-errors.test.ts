/** What the driver's own errors come to; those of a server are tried on one, in neo4j.test.ts. */
import { error, Neo4jError } from "neo4j-driver";
import { expect, it } from "vitest";
import { translate } from "../../server/database/neo4j/errors.ts";

it.each([error.SERVICE_UNAVAILABLE, error.SESSION_EXPIRED, error.PROTOCOL_ERROR])(
  "a connection that breaks is an outage, whatever the driver calls it (%s)",
  (code) => {
    const broken = new Neo4jError("Received FAILURE as a response for RESET", code, "50N42", "");
    expect(translate(broken, { uri: "bolt://graph:7687" })).toMatchObject({
      name: "Unavailable",
      message: "Neo4j at bolt://graph:7687 cannot be reached.",
    });
  },
);

it("an error that is not the driver's passes as it is", () => {
  const own = new TypeError("a mistake of ours");
  expect(translate(own, { uri: "bolt://graph:7687" })).toBe(own);
});
