/** What a person reads on a terminal. */
import { pino } from "pino";
import { describe, expect, it, vi } from "vitest";
import { createAnnouncer, describeLoad } from "../../server/announce.ts";

const tally = { added: 0, changed: 0, removed: 0, unchanged: 0 };

describe("a terminal", () => {
  it("shows plain lines, and the progress of a long load in one that is written over", () => {
    vi.useFakeTimers();
    const written: string[] = [];
    const announcer = createAnnouncer(pino({ level: "silent" }), true, (text) => written.push(text));
    announcer.progress({ step: "entities", done: 1, total: 9 });
    vi.advanceTimersByTime(600);
    announcer.progress({ step: "entities", done: 5, total: 9 });
    announcer.progress({ step: "entities", done: 6, total: 9 });
    announcer.say("Loaded.");
    announcer.warn("Warning: …");
    vi.useRealTimers();
    expect(written).toEqual([
      "\rLoading entities: 5 of 9",
      `\r${" ".repeat("Loading entities: 5 of 9".length)}\rLoaded.\n`,
      "Warning: …\n",
    ]);
  });
});

describe("a load", () => {
  it("is told with what changed", () => {
    expect(
      describeLoad("guild", {
        entities: { ...tally, unchanged: 9 },
        relationships: tally,
        observations: tally,
        kept: [],
      }),
    ).toBe("Loaded guild: 9 entities, 0 relationships and 0 figures (nothing changed).");
    expect(
      describeLoad("guild", {
        entities: { ...tally, added: 2, removed: 1 },
        relationships: { ...tally, added: 3 },
        observations: { ...tally, changed: 1 },
        kept: ["ann"],
      }),
    ).toBe(
      "Loaded guild: 2 entities, 3 relationships and 1 figures (5 added, 1 changed, 1 removed). Kept, because something of another origin hangs on them: ann.",
    );
  });
});
