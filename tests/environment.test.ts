import path from "node:path";
import { describe, expect, it } from "vitest";
import { readEnvironment } from "../server/environment.ts";

describe("readEnvironment", () => {
  it("has a default for everything", () => {
    expect(readEnvironment({})).toEqual({
      port: 4680,
      host: "127.0.0.1",
      allowedHosts: [],
      dataFolder: path.resolve("data"),
      seeds: path.resolve("seeds"),
    });
  });

  it("takes what is given", () => {
    const environment = readEnvironment({
      PORT: "8080",
      HOST: "0.0.0.0",
      ALLOWED_HOSTS: "graph.example, localhost:4680,",
      DATA_FOLDER: "/var/graph",
      SEEDS: "mine",
      ARTICLES: "articles",
      NEO4J_URI: "neo4j+s://db.example:7687",
      NEO4J_PASSWORD: "secret",
      NEO4J_DATABASE: "graph",
    });
    expect(environment).toEqual({
      port: 8080,
      host: "0.0.0.0",
      allowedHosts: ["graph.example", "localhost:4680"],
      dataFolder: "/var/graph",
      seeds: path.resolve("mine"),
      articles: path.resolve("articles"),
      neo4j: { uri: "neo4j+s://db.example:7687", user: "neo4j", password: "secret", database: "graph" },
    });
  });

  it("takes an empty variable for none, and leaves others alone", () => {
    expect(readEnvironment({ PORT: "", NEO4J_URI: " ", PATH: "/bin" })).toMatchObject({ port: 4680, neo4j: undefined });
  });

  it.each<[Record<string, string>, string]>([
    [{ PORT: "http" }, "PORT is not a number"],
    [{ PORT: "-1" }, "PORT is not a number"],
    [{ PORT: "70000" }, "PORT is above 65535"],
    [{ NEO4J_URI: "http://localhost:7474", NEO4J_PASSWORD: "x" }, "NEO4J_URI is not an address of Neo4j"],
    [{ NEO4J_URI: "localhost", NEO4J_PASSWORD: "x" }, "NEO4J_URI is not an address of Neo4j"],
    [{ NEO4J_URI: "neo4j://localhost" }, "NEO4J_PASSWORD is missing"],
  ])("names the variable of a problem: %o", (variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(message);
  });

  it("names all problems at once, with a remedy", () => {
    const reading = () => readEnvironment({ PORT: "x", NEO4J_URI: "y" });
    expect(reading).toThrow(/^PORT .*\nNEO4J_URI /);
    expect(reading).toThrow(
      expect.objectContaining({ name: "Refused", remedy: expect.stringContaining("environment") }),
    );
  });
});
