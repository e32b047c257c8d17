/** The time that is looked at, on the lanes' own axis, and the years above it, by which it is chosen. */
import type { KeyboardEvent, MouseEvent } from "react";
import type { LanesDrawing } from "../../../scene/careers.ts";
import { daysOfPeriod, isAllTime } from "../../../schema/as-of.ts";
import { formatPeriod } from "../../strings/format.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";

interface Props {
  readonly drawing: LanesDrawing;
  /** Where the lanes begin, under the years. */
  readonly head: number;
}

/** A band over the days of the time, with a line at each end that lies on the axis. */
export function LaneTime({ drawing: { axis, xOf, height }, head }: Props) {
  const time = useView((state) => state.time);
  if (time === null || isAllTime(time)) return null;
  const { first, last } = daysOfPeriod(time);
  const [from, to] = [
    time.from === undefined ? axis.from : xOf(first),
    time.to === undefined ? axis.to : xOf(last) + 1,
  ];
  const ends = [
    ...(time.from !== undefined && from >= axis.from && from <= axis.to ? [from] : []),
    ...(time.to !== undefined && to >= axis.from && to <= axis.to ? [to] : []),
  ];
  const [left, right] = [Math.max(from, axis.from), Math.min(to, axis.to)];
  return (
    <g className="lane-time" aria-hidden="true">
      {right > left ? <rect x={left} y={head - 4} width={right - left} height={height + 4} /> : null}
      {ends.map((x) => (
        <line key={x} x1={x} x2={x} y1={head - 4} y2={head + height} />
      ))}
    </g>
  );
}

/** The years of the axis as a slider: a click or an arrow key looks at a year, the same again at all time. */
export function LaneYears({ drawing: { axis, ticks, years, yearAt }, head }: Props) {
  const explorer = useExplorer();
  const language = useLanguage();
  const say = useSay();
  const time = useView((state) => state.time);
  const shown = time !== null && !isAllTime(time) && time.from === time.to ? Number(time.from?.slice(0, 4)) : null;
  const look = (year: number | null) => {
    const undated = time?.undated ?? true;
    const date = String(year).padStart(4, "0");
    explorer.setTime(year === null ? { undated } : { from: date, to: date, undated });
  };
  const within = (year: number) => Math.min(years.last, Math.max(years.first, year));
  const onClick = (event: MouseEvent<SVGElement>) => {
    const { left } = event.currentTarget.ownerSVGElement?.getBoundingClientRect() ?? { left: 0 };
    const year = within(yearAt(event.clientX - left));
    look(year === shown && time?.from === String(year) ? null : year);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Partial<Record<string, number>> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: 5,
      PageDown: -5,
    };
    const step = steps[event.key];
    if (step !== undefined) look(within(shown === null ? (step > 0 ? years.first : years.last) : shown + step));
    else if (event.key === "Home") look(years.first);
    else if (event.key === "End") look(years.last);
    else if (event.key === "Delete" || event.key === "Backspace") look(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g
      className="lane-years"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input cannot stand in a drawing
      role="slider"
      tabIndex={0}
      aria-label={say("careers.year")}
      aria-valuemin={years.first}
      aria-valuemax={years.last}
      aria-valuenow={shown ?? years.last}
      aria-valuetext={formatPeriod(time ?? {}, language)}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <title>{say("careers.yearHint")}</title>
      <rect x={axis.from - 16} y={0} width={axis.to - axis.from + 32} height={head - 4} />
      {ticks.map(({ year, x }) => (
        <text key={year} x={x} y={16} textAnchor="middle">
          {year}
        </text>
      ))}
    </g>
  );
}
