/** An outage, once it is known: requests share one look whether it is over, so that none waits its own time for the same news. */
import { withPatience } from "./patience.ts";

export interface Outage {
  begins(error: unknown): void;
  ends(): void;
  /** Returns when there is none, or when a look finds it over; else throws its error, after a second at most. */
  check(): Promise<void>;
}

/** In milliseconds: how long a request waits for a look, and how long the news of one holds. */
const patience = 1000;
const holds = 200;

/** `look` resolves when the server answers; what it throws is what the next requests are told. */
export function watchOutage(look: () => Promise<void>): Outage {
  let known: { readonly error: unknown } | undefined;
  let looking: Promise<void> | undefined;
  let lookedAt = 0;

  async function lookOnce(): Promise<void> {
    try {
      await look();
      known = undefined;
    } catch (error) {
      known = { error };
    } finally {
      lookedAt = performance.now();
      looking = undefined;
    }
  }

  return {
    begins(error) {
      known = { error };
    },

    ends() {
      known = undefined;
    },

    async check() {
      if (!known) return;
      if (performance.now() - lookedAt > holds) {
        const underWay = (looking ??= lookOnce());
        await withPatience(patience, () => underWay).catch(() => {});
      }
      if (known) throw known.error;
    },
  };
}
