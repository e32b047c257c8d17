/** Runs people's queries in processes of their own: a few at once, some waiting, each ended at its limits. */
import { consoleLimits, type CypherAnswer, type CypherWarning } from "../../schema/console.ts";
import { QueryRefused, Unavailable } from "../errors.ts";
import { checkQuery } from "./check.ts";
import type { FromChild } from "./child.ts";
import { ChildEnded, type ConsoleChild, startChild } from "./child-process.ts";
import type { AskedQuery, CypherConsole } from "./console.ts";
import { refuseCrash, refuseMemory, refuseTime } from "./refusals.ts";

export interface ConsoleEngine {
  readonly name: CypherAnswer["engine"];
  /** The file that a process runs. */
  readonly script: string;
  /** What a process is given, and the version of the data that it will see. */
  prepare(): Promise<{ setup: unknown; version: string }>;
  /** The version of the data now; a process that sees another is replaced. */
  version(): string;
  /** Throws `QueryRefused` for what this engine must not be asked, beyond what none must. */
  check(asked: AskedQuery): void;
  /** What this engine gets wrong in a query, without a word. */
  warn(query: string): CypherWarning[];
  /** Lets go of what `prepare` made. */
  dispose(): Promise<void>;
}

interface Member {
  readonly child: ConsoleChild;
  readonly version: string;
  idle?: NodeJS.Timeout;
}

/** How long an idle process is kept, in milliseconds. */
const kept = 120_000;
/** A process that holds on to so much after a query is replaced. */
const mostGrown = consoleLimits.memory / 4;
/** However long a process took to start, a query has that much time, in milliseconds. */
const least = 1000;

export function createConsole(engine: ConsoleEngine): CypherConsole {
  const free: Member[] = [];
  const all = new Set<Member>();
  const turns = createTurns();
  let closing: Promise<void> | undefined;

  function drop(member: Member): void {
    clearTimeout(member.idle);
    all.delete(member);
    member.child.kill();
  }

  async function take(): Promise<Member> {
    const version = engine.version();
    for (let member = free.pop(); member !== undefined; member = free.pop()) {
      clearTimeout(member.idle);
      if (member.version === version) return member;
      drop(member);
    }
    const prepared = await engine.prepare();
    const member: Member = { child: await startChild(engine.script, prepared.setup), version: prepared.version };
    all.add(member);
    member.child.onEnd(() => {
      all.delete(member);
      const index = free.indexOf(member);
      if (index >= 0) free.splice(index, 1);
    });
    return member;
  }

  function giveBack(member: Member): void {
    if (closing) return drop(member);
    member.idle = setTimeout(() => {
      free.splice(free.indexOf(member), 1);
      drop(member);
    }, kept).unref();
    free.push(member);
  }

  /** Has a process ready for the next query, since one that is ended takes its time to replace. */
  async function startSpare(): Promise<void> {
    if (closing || free.length > 0) return;
    try {
      giveBack(await take());
    } catch {
      return; // whoever asks next is told
    }
  }

  async function runOn(
    member: Member,
    asked: AskedQuery,
    deadline: number,
    signal: AbortSignal | undefined,
  ): Promise<FromChild> {
    // A process that is ended may take its time to go: nobody waits for that.
    let end: (reason: unknown) => void = () => {};
    const ended = new Promise<never>((_, reject) => (end = reject));
    const timer = setTimeout(() => end(refuseTime(asked)), Math.max(deadline - performance.now(), least));
    const cancel = () => end(signal?.reason);
    signal?.addEventListener("abort", cancel);
    const answering = member.child.ask({ asked });
    answering.catch(() => undefined); // it also ends after it was given up
    try {
      signal?.throwIfAborted();
      return await Promise.race([answering, ended]);
    } catch (error) {
      drop(member);
      void startSpare();
      if (!(error instanceof ChildEnded)) throw error;
      throw error.byMemory ? refuseMemory(error) : refuseCrash(error);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
    }
  }

  async function answer(asked: AskedQuery, signal: AbortSignal | undefined): Promise<CypherAnswer> {
    signal?.throwIfAborted();
    const deadline = performance.now() + (asked.seconds ?? consoleLimits.seconds) * 1000;
    const member = await take();
    if (closing) drop(member);
    const told = await runOn(member, asked, deadline, signal);
    if ("answer" in told && told.grown > mostGrown) drop(member);
    else giveBack(member);
    if ("refused" in told) {
      const { kind, message, remedy, position } = told.refused;
      throw new QueryRefused(kind, message, remedy, { position });
    }
    if (!("answer" in told)) throw new Error("failed" in told ? told.failed : "The console's process lost its place.");
    const { answer } = told;
    const warnings = [...engine.warn(asked.query), ...answer.warnings];
    return { engine: engine.name, ...answer, warnings, limits: consoleLimits };
  }

  return {
    async run(asked, signal) {
      if (closing) throw new Unavailable("The database is closed.", "Start the program again.");
      checkQuery(asked);
      engine.check(asked);
      const done = await turns.wait(signal);
      try {
        return await answer(asked, signal);
      } finally {
        done();
      }
    },

    close() {
      closing ??= (async () => {
        const members = [...all];
        for (const member of members) drop(member);
        await Promise.all(members.map(({ child }) => child.ended));
        await engine.dispose();
      })();
      return closing;
    },
  };
}

/** So many at once, so many waiting in the order in which they came. */
function createTurns() {
  let running = 0;
  const waiting: (() => void)[] = [];
  /** A turn is handed on, so that nobody who comes just then is before those who wait. */
  const done = () => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  return {
    /** Resolves when it is one's turn, with the function that ends it; throws `QueryRefused` where the line is full. */
    async wait(signal: AbortSignal | undefined): Promise<() => void> {
      if (running < consoleLimits.running) running += 1;
      else {
        if (waiting.length >= consoleLimits.waiting)
          throw new QueryRefused("busy", "Too many queries are waiting already.", "Try again in some seconds.");
        await new Promise<void>((resolve, reject) => {
          const leave = () => {
            const index = waiting.indexOf(turn);
            if (index >= 0) waiting.splice(index, 1);
            reject(signal?.reason as Error);
          };
          const turn = () => {
            signal?.removeEventListener("abort", leave);
            resolve();
          };
          signal?.addEventListener("abort", leave);
          waiting.push(turn);
        });
      }
      return done;
    },
  };
}
