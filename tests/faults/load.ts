/** A running load over HTTP: clients that ask one after another, and what each of them was answered. */
import { EventEmitter, once } from "node:events";
import { setImmediate as turn, setTimeout as pause } from "node:timers/promises";
import { Problem } from "../../schema/api.ts";

export interface Answered {
  readonly path: string;
  /** When it was asked and when it was answered, in milliseconds of `performance.now()`. */
  readonly asked: number;
  readonly answered: number;
  /** `data` as it was before the load began; `remedy`: a 503 that says what to do; else what came instead. */
  readonly kind: "data" | "remedy" | `other: ${string}`;
  /** What a remedy is against. */
  readonly detail?: string;
}

/** That nobody is there; of one that is only slow, as after a cold start on a busy machine, other words tell. */
export const tellsOfOutage = ({ detail = "" }: Answered): boolean => /cannot be reached/.test(detail);

/** Asks whether the app is ready until it is, and gives the time of it. */
export async function untilReady(base: string): Promise<number> {
  while (!(await fetch(`${base}/api/ready`)).ok) await pause(50);
  return performance.now();
}

export interface Load {
  readonly answers: readonly Answered[];
  /** Waits for so many answers to come that are like this. */
  until(condition: (answer: Answered) => boolean, count?: number): Promise<void>;
  /** Asks no more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Asks each path once for the data to expect, then lets so many clients ask them in turn. */
export async function startLoad(base: string, paths: readonly string[], clients: number): Promise<Load> {
  const expected = new Map<string, string>();
  for (const path of paths) {
    const response = await fetch(base + path);
    expected.set(path, await response.text());
    if (response.status !== 200) throw new Error(`${path} answers ${response.status} before the load began`);
  }
  const answers: Answered[] = [];
  const news = new EventEmitter().setMaxListeners(0);
  const stopping = new AbortController();

  async function client(number: number): Promise<void> {
    for (let turns = number; !stopping.signal.aborted; turns++) {
      const path = paths[turns % paths.length] ?? "/";
      const asked = performance.now();
      const judged = await ask(base + path, expected.get(path));
      answers.push({ path, asked, answered: performance.now(), ...judged });
      news.emit("answer");
      await turn();
    }
  }
  const running = Array.from({ length: clients }, (_, number) => client(number));

  return {
    answers,
    async until(condition, count = 1) {
      const before = answers.length;
      while (answers.slice(before).filter(condition).length < count) await once(news, "answer");
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** Asks each path once, one after another, for the data it had before. */
export async function askEach(base: string, expected: ReadonlyMap<string, string>): Promise<Answered["kind"][]> {
  const kinds: Answered["kind"][] = [];
  for (const [path, text] of expected) kinds.push((await ask(base + path, text)).kind);
  return kinds;
}

/** Asks one address, and judges the answer. */
export async function ask(address: string, expected: string | undefined): Promise<Pick<Answered, "kind" | "detail">> {
  try {
    const response = await fetch(address);
    const text = await response.text();
    if (response.status === 200) return { kind: text === expected ? "data" : `other: 200 with ${text.slice(0, 200)}` };
    const isProblem = response.headers.get("content-type") === "application/problem+json";
    if (response.status !== 503 || !isProblem) return { kind: `other: ${response.status} with ${text.slice(0, 200)}` };
    const { detail, remedy } = Problem.parse(JSON.parse(text));
    return detail !== "" && remedy !== ""
      ? { kind: "remedy", detail }
      : { kind: `other: 503 with ${text.slice(0, 200)}` };
  } catch (error) {
    return { kind: `other: ${String(error)}` };
  }
}
