/** One stint in its lane: solid where it surely held, fading where that is not known. */
import type { Bar } from "../../../scene/careers.ts";
import type { OverlapAnswer } from "../../../schema/careers.ts";
import type { Certainty } from "../../facts/claims.ts";

const dashes: Readonly<Record<Certainty, string | undefined>> = {
  stated: undefined,
  reported: "5 3",
  planned: "1.5 3",
  opinion: "6 3 1.5 3",
};

interface LaneBarProps {
  bar: Bar;
  color: string;
  certainty: Certainty;
  /** The stint in words, for those who hear it and as a tip. */
  words: string;
  highlight: OverlapAnswer | undefined;
  /** Over, or still to come, at the time that is looked at. */
  isOver: boolean;
  /** Tab comes to one bar of the chart; the arrow keys lead on. */
  isStop: boolean;
  choose: (bar: Bar) => void;
}

/** The two long edges, which stop where the bar is not sure. */
function Edges({ bar, color, certainty }: Pick<LaneBarProps, "bar" | "color" | "certainty">) {
  const { x, y, height, openStart, openEnd } = bar;
  const isSure = x[1] < x[2];
  if (!isSure && (openStart || openEnd)) return null;
  const [from, to] = isSure ? [x[1], x[2]] : [x[0], x[3]];
  return (
    <path
      d={`M${from} ${y + 0.5}H${to}M${from} ${y + height - 0.5}H${to}`}
      stroke={color}
      strokeWidth={1}
      strokeDasharray={dashes[certainty]}
      fill="none"
    />
  );
}

function Dated({ bar, color, certainty }: Pick<LaneBarProps, "bar" | "color" | "certainty">) {
  const { x, y, height, openStart, ongoing } = bar;
  const gradient = (kind: "in" | "out") => `url(#lane-${kind}-${color.slice(1)})`;
  return (
    <>
      {x[1] > x[0] ? <rect x={x[0]} y={y} width={x[1] - x[0]} height={height} fill={gradient("in")} /> : null}
      {x[2] > x[1] ? <rect x={x[1]} y={y} width={x[2] - x[1]} height={height} fill={color} fillOpacity={0.3} /> : null}
      {x[3] > x[2] ? <rect x={x[2]} y={y} width={x[3] - x[2]} height={height} fill={gradient("out")} /> : null}
      <Edges bar={bar} color={color} certainty={certainty} />
      {openStart ? null : <line x1={x[0]} x2={x[0]} y1={y} y2={y + height} stroke={color} strokeWidth={2} />}
      {ongoing ? <path d={`M${x[2]} ${y}l7 ${height / 2}l-7 ${height / 2}z`} fill={color} stroke="none" /> : null}
    </>
  );
}

/** A diamond in the middle of the days that it can mean, and a line over all of them. */
function Mark({ bar, color }: Pick<LaneBarProps, "bar" | "color">) {
  const { x, y, height } = bar;
  const [middle, center] = [(x[0] + x[3]) / 2, y + height / 2];
  return (
    <>
      <line x1={x[0]} x2={x[3]} y1={center} y2={center} stroke={color} strokeWidth={1.5} />
      <path d={`M${middle - 5.5} ${center}l5.5 -5.5l5.5 5.5l-5.5 5.5z`} fill={color} />
    </>
  );
}

function Undated({ bar, color, certainty }: Pick<LaneBarProps, "bar" | "color" | "certainty">) {
  const { x, y, height } = bar;
  return (
    <>
      <rect
        className="lane-chip"
        x={x[0] + 0.5}
        y={y + 0.5}
        width={x[3] - x[0] - 1}
        height={height - 1}
        rx={2}
        strokeDasharray={dashes[certainty]}
      />
      <rect x={x[0]} y={y} width={3} height={height} fill={color} />
    </>
  );
}

export function LaneBar({ bar, color, certainty, words, highlight, isOver, isStop, choose }: LaneBarProps) {
  const { id, kind, x, y, height, label } = bar;
  const Shape = kind === "bar" ? Dated : kind === "mark" ? Mark : Undated;
  return (
    <g
      className={isOver ? "lane-bar is-over" : "lane-bar"}
      data-bar={id}
      data-overlap={highlight}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a button cannot stand in a drawing
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={words}
      onClick={() => choose(bar)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose(bar);
      }}
    >
      <title>{words}</title>
      <rect
        className="lane-hit"
        x={Math.min(x[0], label.x) - 2}
        y={y - 1}
        width={Math.max(x[3], label.x) - Math.min(x[0], label.x) + 4}
        height={height + 2}
      />
      <Shape bar={bar} color={color} certainty={certainty} />
      <text className="lane-label" x={label.x} y={y + height / 2} dominantBaseline="central">
        {label.text}
      </text>
    </g>
  );
}
