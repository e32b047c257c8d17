import { describe, expect, it } from "vitest";
import { ApiProblem, createApi } from "../../client/api.ts";
import { serveFlorence } from "./support.ts";

const answering = (body: unknown, status = 200) => createApi(async () => Response.json(body, { status }));

const problemOf = async (asked: Promise<unknown>): Promise<ApiProblem> => {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error("It did not fail with an ApiProblem.");
  return error;
};

describe("the API over the real server", () => {
  const { api } = serveFlorence();

  it("reads the data set, its vocabulary and its first view", async () => {
    const [dataset, vocabulary, answer] = await Promise.all([
      api.getDataset(),
      api.getVocabulary(),
      api.getFirstView(),
    ]);
    expect(dataset.id).toBe("florence");
    expect(Object.keys(vocabulary.labels)).toContain("Painter");
    expect(answer.columns?.origins).toEqual(["verrocchio-workshop"]);
  });

  it("asks a question with its parameters", async () => {
    const answer = await api.askQuestion("career-of", { person: ["leonardo"] });
    expect(answer.parameters).toEqual({ person: ["leonardo"] });
    expect(answer.subgraph.nodes.map(({ id }) => id)).toContain("leonardo");
  });

  it("searches, expands, counts, joins and finds paths", async () => {
    expect((await api.search("vinci")).hits[0]?.node.id).toBe("leonardo");
    const counts = await api.countNeighbors("leonardo");
    const neighbors = await api.expandNode("leonardo", { limit: 2 });
    expect(neighbors.total).toBe(counts.total);
    expect(neighbors.nextCursor).not.toBeNull();
    expect((await api.getSubgraph(["leonardo", "last-supper"])).relationships).toHaveLength(1);
    expect((await api.findPaths("verrocchio", "last-supper")).paths[0]?.nodes).toHaveLength(3);
  });

  it("tells what is not there, with a remedy", async () => {
    const problem = await problemOf(api.getNode("nobody"));
    expect(problem.kind).toBe("missing");
    expect(problem.remedy).not.toBe("");
  });
});

describe("a failure", () => {
  it("is the server's with 5xx, even without a problem in the body", async () => {
    expect((await problemOf(answering("broken", 503).getDataset())).kind).toBe("server");
  });

  it("is the request's with 4xx, and carries the server's words", async () => {
    const problem = { type: "about:blank", title: "Bad", status: 400, detail: "q is too long", remedy: "Shorten it." };
    expect(await problemOf(answering(problem, 400).search("x"))).toMatchObject({
      kind: "invalid",
      message: "q is too long",
      remedy: "Shorten it.",
    });
  });

  it("is told as such when an answer has another form than it should", async () => {
    expect((await problemOf(answering({ id: 7 }).getDataset())).kind).toBe("unreadable");
  });

  it("is the connection's when nobody answers", async () => {
    const api = createApi(() => Promise.reject(new TypeError("fetch failed")));
    expect((await problemOf(api.getDataset())).kind).toBe("offline");
  });

  it("stays an abort when the caller gave up", async () => {
    const api = createApi(() => Promise.reject(new DOMException("", "AbortError")));
    await expect(api.getDataset()).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("an address", () => {
  it("carries lists with commas and leaves out what is empty", async () => {
    const asked: string[] = [];
    const api = createApi(async (path) => {
      asked.push(path);
      return Response.json({});
    });
    await problemOf(api.expandNode("a b", { types: ["X", "Y"], labels: [], limit: 3 }));
    expect(asked).toEqual(["/api/nodes/a%20b/neighbors?types=X%2CY&limit=3"]);
  });
});
