/** Playback: the time moves on by itself, gliding, or in steps where motion is to be reduced. */
import { useEffect, useState } from "react";
import { type TimeAxis, dateAt, pageOf } from "../../view/time-axis.ts";
import { useExplorer } from "../context.ts";

/** How long a year takes at the usual speed; with reduced motion it is one step. */
const yearLasts = 900;
const unitsInYear = { year: 1, month: 12, day: 365 } as const;

export const speeds = [0.5, 1, 2, 4] as const;

const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

export interface Play {
  isPlaying: boolean;
  speed: number;
  setSpeed: (speed: number) => void;
  toggle: () => void;
}

/** Plays from where the handle is, or from the beginning when it is at the end; keeps the length of a period. */
export function usePlay(axis: TimeAxis | null, [from, to]: readonly [number, number]): Play {
  const explorer = useExplorer();
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(1);
  useEffect(() => {
    if (!isPlaying || axis === null) return undefined;
    const width = to - from;
    let position = to >= axis.last ? axis.first + width : to;
    const perYear = unitsInYear[axis.unit];
    const step = isStill() ? Math.max(1, Math.min(pageOf[axis.unit], perYear)) : Math.max(1, Math.round(perYear / 24));
    const show = () => {
      const { time } = explorer.store.getState();
      const [first, last] = [position - width, position].map((at) => dateAt(at, axis.unit));
      explorer.passTime({ from: first, to: last, undated: time?.undated ?? true });
    };
    show();
    const timer = window.setInterval(
      () => {
        position = Math.min(axis.last, position + step);
        show();
        if (position >= axis.last) setPlaying(false);
      },
      (yearLasts * step) / perYear / speed,
    );
    return () => {
      window.clearInterval(timer);
      const { time } = explorer.store.getState();
      if (time !== null) explorer.setTime(time);
    };
    // Where it stands while it plays is its own doing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isPlaying, speed, axis, explorer]);
  return { isPlaying, speed, setSpeed, toggle: () => setPlaying(!isPlaying) };
}
