/** The track of the time strip: bars of dated claims by year, and one handle or two over them. */
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { formatDate } from "../../strings/format.ts";
import { type TimeAxis, dateAt, pageOf, positionOf } from "../../view/time-axis.ts";
import { useLanguage, useSay } from "../context.ts";

export type Ends = readonly [number, number];

interface TrackProps {
  axis: TimeAxis;
  ends: Ends;
  /** Whether the two ends move as one: as of a date. */
  single: boolean;
  /** Whether all time is shown, so that the handle rests at the end. */
  isAll: boolean;
  /** While a handle moves, and once it rests. */
  pass: (ends: Ends) => void;
  settle: () => void;
}

const within = (axis: TimeAxis, position: number) => Math.max(axis.first, Math.min(axis.last, Math.round(position)));

function Bars({ axis }: { axis: TimeAxis }) {
  const most = Math.max(...axis.years.map(({ claims }) => claims));
  const width = 100 / axis.years.length;
  return (
    <svg className="time-bars" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      {axis.years.map(({ year, claims }, i) => {
        const height = claims === 0 ? 0 : 2 + (22 * claims) / most;
        return <rect key={year} x={i * width + width * 0.1} width={width * 0.8} y={24 - height} height={height} />;
      })}
    </svg>
  );
}

/** Years that can be read beside each other. */
function Years({ axis }: { axis: TimeAxis }) {
  const count = axis.years.length;
  const step = [1, 2, 5, 10, 20, 50].find((each) => count / each <= 9) ?? 100;
  return (
    <div className="time-years" aria-hidden="true">
      {axis.years.map(({ year }, i) =>
        year % step === 0 ? (
          <span key={year} style={{ left: `${((i + 0.5) / count) * 100}%` }}>
            {year}
          </span>
        ) : null,
      )}
    </div>
  );
}

interface HandleProps {
  name: string;
  text: string;
  axis: TimeAxis;
  at: number;
  share: number;
  move: (to: number) => void;
  settle: () => void;
}

function keyTarget(key: string, at: number, { unit, first, last }: TimeAxis): number | null {
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return at - 1;
    case "ArrowRight":
    case "ArrowUp":
      return at + 1;
    case "PageDown":
      return at - pageOf[unit];
    case "PageUp":
      return at + pageOf[unit];
    case "Home":
      return first;
    case "End":
      return last;
    default:
      return null;
  }
}

function Handle({ name, text, axis, at, share, move, settle }: HandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const target = keyTarget(event.key, at, axis);
    if (target === null) return;
    event.preventDefault();
    move(within(axis, target));
  };
  return (
    <div
      className="time-handle"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- two handles share one track, which no input does
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={axis.first}
      aria-valuemax={axis.last}
      aria-valuenow={at}
      aria-valuetext={text}
      style={{ left: `${share * 100}%` }}
      onKeyDown={onKeyDown}
      onKeyUp={settle}
    />
  );
}

export function TimeTrack({ axis, ends, single, isAll, pass, settle }: TrackProps) {
  const say = useSay();
  const language = useLanguage();
  const track = useRef<HTMLDivElement>(null);
  const dragged = useRef<0 | 1>(1);
  // Years are as wide as their bars, so a position stands in the middle of its unit.
  const end = positionOf(((axis.years.at(-1)?.year ?? 0) + 1) * 10_000 + 101, axis.unit);
  const shareOf = (position: number) => (position + 0.5 - axis.first) / (end - axis.first);
  const moveEnd = (which: 0 | 1, to: number) => {
    const [from, until] = ends;
    if (single) pass([to, to]);
    else pass(which === 0 ? [Math.min(to, until), until] : [from, Math.max(to, from)]);
  };
  const positionAt = (event: PointerEvent) => {
    const { left = 0, width = 1 } = track.current?.getBoundingClientRect() ?? {};
    return within(axis, axis.first + ((event.clientX - left) / width) * (end - axis.first) - 0.5);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const to = positionAt(event);
    dragged.current = !single && Math.abs(to - ends[0]) < Math.abs(to - ends[1]) ? 0 : 1;
    event.currentTarget.setPointerCapture(event.pointerId);
    track.current?.querySelectorAll<HTMLElement>("[role=slider]")[single ? 0 : dragged.current]?.focus();
    event.preventDefault();
    moveEnd(dragged.current, to);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) moveEnd(dragged.current, positionAt(event));
  };
  const textOf = (position: number) => (isAll ? say("time.all") : formatDate(dateAt(position, axis.unit), language));
  const [left, right] = [shareOf(ends[0]), shareOf(ends[1])];
  return (
    <div
      ref={track}
      className="time-track"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={settle}
      onPointerCancel={settle}
    >
      <Bars axis={axis} />
      <div className="time-range" style={{ left: `${(isAll ? 0 : left) * 100}%`, right: `${(1 - right) * 100}%` }} />
      <div className="time-today" style={{ left: `${shareOf(axis.today) * 100}%` }} title={say("time.today")} />
      {single ? null : (
        <Handle
          name={say("time.from")}
          text={textOf(ends[0])}
          axis={axis}
          at={ends[0]}
          share={left}
          move={(to) => moveEnd(0, to)}
          settle={settle}
        />
      )}
      <Handle
        name={say(single ? "time.date" : "time.to")}
        text={textOf(ends[1])}
        axis={axis}
        at={ends[1]}
        share={right}
        move={(to) => moveEnd(1, to)}
        settle={settle}
      />
      <Years axis={axis} />
    </div>
  );
}
