/** Neo4j's errors, told apart by code: gqlStatus is the same for nearly all of them on 5.26. */
import { Neo4jError } from "neo4j-driver";
import { InvalidStatement, Refused, Unavailable } from "../../errors.ts";

export const isConflict = (error: unknown): boolean => error instanceof Neo4jError && error.retriable;

/** An error of the driver or the server, by whose fault it is; anything else passes through. */
export function translate(error: unknown, { uri, database }: { uri: string; database?: string }): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code, message } = error;
  const options = { position: positionIn(message), cause: error };
  const text = withoutPosition(message);

  if (code.startsWith("Neo.ClientError.Security.")) {
    if (code.endsWith(".Forbidden")) {
      return new Refused(
        `Neo4j does not let this user do it: ${text}`,
        "Give the user of NEO4J_USER the right to read, write and make indexes and constraints.",
        { cause: error },
      );
    }
    return new Refused(
      `Neo4j at ${uri} does not accept the user and password.`,
      "Check NEO4J_USER and NEO4J_PASSWORD.",
      { cause: error },
    );
  }
  if (code === "Neo.ClientError.Database.DatabaseNotFound") {
    return new Refused(
      `Neo4j at ${uri} has no database ${database ?? "of that name"}.`,
      "Check NEO4J_DATABASE; leave it out for the server's own default.",
      { cause: error },
    );
  }
  if (code === "Neo.ClientError.Statement.AccessMode")
    return new InvalidStatement("readOnly", "The statement does more than read.", options);
  if (code === "Neo.ClientError.Schema.ConstraintValidationFailed")
    return new InvalidStatement("constraint", text, options);
  if (code === "Neo.ClientError.Statement.SyntaxError" || code === "Neo.ClientError.Statement.ParameterMissing") {
    return new InvalidStatement("syntax", text, options);
  }
  if (code.startsWith("Neo.ClientError.Statement.")) return new InvalidStatement("data", text, options);
  if (
    code === "ServiceUnavailable" ||
    code === "SessionExpired" ||
    code === "N/A" ||
    code.startsWith("Neo.TransientError.General.DatabaseUnavailable")
  ) {
    return new Unavailable(
      `Neo4j at ${uri} cannot be reached.`,
      "Start it, and check NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD.",
      { cause: error },
    );
  }
  if (code.startsWith("Neo.TransientError."))
    return new Unavailable(`Neo4j is too busy: ${text}`, "Try again in a moment.", { cause: error });
  return error;
}

const position = / \(line (\d+), column (\d+) \(offset: \d+\)\)[^]*$/;

function positionIn(message: string): { line: number; column: number } | undefined {
  const found = position.exec(message);
  return found ? { line: Number(found[1]), column: Number(found[2]) } : undefined;
}

const withoutPosition = (message: string) => message.replace(position, "");
