/** An outage, once it is known: requests share one look whether it is over, so that none waits its own time for the same news. */
import { withPatience } from "./patience.ts";

export interface Outage {
  begins(error: unknown): void;
  ends(): void;
  /** Returns when there is none, or when a look finds it over; else throws its error, after a second at most. */
  check(): Promise<void>;
}

/** In milliseconds: how long a request waits for a look, after which the next begins one of its own; and how long the news of one holds. */
const patience = 1000;
const holds = 200;

/** `look` resolves when the server answers; what it throws is what the next requests are told. */
export function watchOutage(look: () => Promise<void>): Outage {
  let known: { readonly error: unknown } | undefined;
  let looking: { readonly begun: number; readonly ended: Promise<void> } | undefined;
  let lookedAt = -Infinity;

  async function lookOnce(): Promise<void> {
    try {
      await look();
      known = undefined;
    } catch (error) {
      // One that began before another found it over tells nothing new.
      if (known) known = { error };
    }
    lookedAt = performance.now();
    looking = undefined;
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
      const now = performance.now();
      if (now - lookedAt > holds) {
        // One that hangs, as a look-up of a name may, does not keep the next from seeing the server again.
        if (!looking || now - looking.begun > patience) looking = { begun: now, ended: lookOnce() };
        const { ended } = looking;
        await withPatience(patience, () => ended).catch(() => {});
      }
      if (known) throw known.error;
    },
  };
}
