/** The environment: every variable that the program reads, checked at start. */
import path from "node:path";
import { z } from "zod";
import { Refused } from "./errors.ts";

const Folder = z.string().transform((folder) => path.resolve(folder));

const HostList = z.string().transform((list) =>
  list
    .split(",")
    .map((host) => host.trim())
    .filter((host) => host !== ""),
);

const Variables = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, "is not a number")
    .transform(Number)
    .pipe(z.number().max(65_535, "is above 65535"))
    .default(4680),
  HOST: z.string().default("127.0.0.1"),
  /** Names accepted in the Host header, separated by commas. */
  ALLOWED_HOSTS: HostList.default([]),
  DATA_FOLDER: Folder.prefault("./data"),
  SEEDS: Folder.prefault("./seeds"),
  /** Without it the texts of the articles are neither read nor sent. */
  ARTICLES: Folder.optional(),
  NEO4J_URI: z
    .string()
    .regex(
      /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/[^/\s]+$/,
      "is not an address of Neo4j: write it like neo4j://localhost:7687",
    )
    .optional(),
  NEO4J_USER: z.string().default("neo4j"),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
});

export const Environment = Variables.superRefine((variables, context) => {
  if (variables.NEO4J_URI !== undefined && variables.NEO4J_PASSWORD === undefined) {
    context.addIssue({
      code: "custom",
      path: ["NEO4J_PASSWORD"],
      message: "is missing, though NEO4J_URI is set: give the password of the user, or take NEO4J_URI away",
    });
  }
}).transform(
  ({
    PORT,
    HOST,
    ALLOWED_HOSTS,
    DATA_FOLDER,
    SEEDS,
    ARTICLES,
    NEO4J_URI,
    NEO4J_USER,
    NEO4J_PASSWORD,
    NEO4J_DATABASE,
  }) => ({
    port: PORT,
    host: HOST,
    allowedHosts: ALLOWED_HOSTS,
    dataFolder: DATA_FOLDER,
    seeds: SEEDS,
    articles: ARTICLES,
    neo4j:
      NEO4J_URI === undefined
        ? undefined
        : { uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD ?? "", database: NEO4J_DATABASE },
  }),
);
export type Environment = z.infer<typeof Environment>;

/** Reads the environment, where an empty variable counts as none; throws `Refused` with a line for each problem. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const result = Environment.safeParse(given);
  if (result.success) return result.data;
  throw new Refused(
    result.error.issues.map(({ path: [variable], message }) => `${String(variable)} ${message}.`).join("\n"),
    "Correct these variables of the environment, then start again.",
  );
}
