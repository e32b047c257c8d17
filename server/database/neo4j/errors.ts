/** Neo4j's errors, told apart by code: gqlStatus is the same for nearly all of them on 5.26. */
import { Neo4jError } from "neo4j-driver";
import { InvalidStatement, Refused, Unavailable } from "../../errors.ts";
import { Silence } from "./patience.ts";

export const isConflict = (error: unknown): boolean => error instanceof Neo4jError && error.retriable;

/** Nobody is there, or nobody who answers: what one request learns so, the next need not wait for. */
export const isOutage = (error: unknown): boolean =>
  error instanceof Silence || (error instanceof Neo4jError && tellsOfOutage(error.code));

const tellsOfOutage = (code: string) =>
  code === "ServiceUnavailable" ||
  code === "SessionExpired" ||
  code.startsWith("Neo.TransientError.General.DatabaseUnavailable");

/** An error of the driver or the server, by whose fault it is; anything else passes through. */
export function translate(error: unknown, { uri, database }: { uri: string; database?: string }): unknown {
  if (error instanceof Silence) {
    return new Unavailable(
      `Neo4j at ${uri} has not answered for ${error.milliseconds / 1000} s.`,
      "Try again in a moment; if it stays so, see whether it is overloaded, or start it again.",
      { cause: error },
    );
  }
  if (!(error instanceof Neo4jError)) return error;
  const { code, message } = error;
  const options = { position: positionIn(message), cause: error };
  const text = withoutPosition(message);

  if (code.startsWith("Neo.ClientError.Security.")) return translateSecurity(code, text, uri, error);
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
  if (code === "N/A" && message.startsWith("Connection acquisition timed out"))
    return new Unavailable(`Neo4j at ${uri} does not answer in time.`, "Try again in a moment.", { cause: error });
  // The driver takes a connection that is cut while it is made ready again for one that breaks the protocol.
  if (tellsOfOutage(code) || code === "N/A" || code === "ProtocolError") {
    return new Unavailable(
      `Neo4j at ${uri} cannot be reached.`,
      "Start it, and check NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD.",
      { cause: error },
    );
  }
  if (code.startsWith("Neo.ClientError.Transaction.TransactionTimedOut"))
    return new Unavailable("Neo4j did not finish in time.", "Ask for less, or try again when it has less to do.", {
      cause: error,
    });
  if (code.startsWith("Neo.TransientError."))
    return new Unavailable(`Neo4j is too busy: ${text}`, "Try again in a moment.", { cause: error });
  if (code.startsWith("Neo."))
    return new Unavailable(`Neo4j could not do it: ${text}`, "Try again; if it stays so, Neo4j's own log says why.", {
      cause: error,
    });
  return error;
}

function translateSecurity(code: string, text: string, uri: string, cause: unknown): Refused | Unavailable {
  switch (code.slice("Neo.ClientError.Security.".length)) {
    case "Forbidden":
      return new Refused(
        `Neo4j does not let this user do it: ${text}`,
        "Give the user of NEO4J_USER the right to read, write and make indexes and constraints.",
        { cause },
      );
    case "AuthenticationRateLimit":
      return new Unavailable(
        `Neo4j at ${uri} lets this user wait, after too many wrong passwords.`,
        "Check NEO4J_USER and NEO4J_PASSWORD, wait some seconds, and try again.",
        { cause },
      );
    case "CredentialsExpired":
      return new Refused(
        `Neo4j at ${uri} wants this user's first password changed.`,
        "Change it (ALTER CURRENT USER SET PASSWORD FROM … TO …), then set NEO4J_PASSWORD.",
        { cause },
      );
    default:
      return new Refused(
        `Neo4j at ${uri} does not accept the user and password.`,
        "Check NEO4J_USER and NEO4J_PASSWORD.",
        { cause },
      );
  }
}

const position = / \(line (\d+), column (\d+) \(offset: \d+\)\)[^]*$/;

function positionIn(message: string): { line: number; column: number } | undefined {
  const found = position.exec(message);
  return found ? { line: Number(found[1]), column: Number(found[2]) } : undefined;
}

const withoutPosition = (message: string) => message.replace(position, "");
