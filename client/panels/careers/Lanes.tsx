/** The lanes as a chart: names, bars on an axis of years, and what has no date beside it. */
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { type Bar, byFirstDay, drawLanes, isUndated, type Lane, type LaneDrawing } from "../../../scene/careers.ts";
import { type Days, datedOf, daysOfPeriod, presenceOf } from "../../../schema/as-of.ts";
import type { Properties } from "../../../schema/graph.ts";
import type { Careers, OverlapAnswer } from "../../../schema/careers.ts";
import { certaintyOf } from "../../facts/claims.ts";
import { sans, tokens } from "../../page/theme.ts";
import { useExplorer, useLanguage, useSay, useView, useVocabulary } from "../context.ts";
import { organizationColors } from "./colors.ts";
import { LaneBar } from "./LaneBar.tsx";
import { todayAsDays } from "../../view/time.ts";
import { LaneTime, LaneYears } from "./LaneTime.tsx";
import { lanesOf, nameIn, wordsOf, wordStint } from "./lanes.ts";

const fontSize = 12;

let ruler: CanvasRenderingContext2D | null | undefined;

function measureIn(language: keyof typeof sans): (text: string) => number {
  ruler ??= document.createElement("canvas").getContext("2d");
  return (text) => {
    if (ruler === null || ruler === undefined) return text.length * 8;
    ruler.font = `${fontSize}px ${sans[language]}`;
    return ruler.measureText(text).width;
  };
}

/** The width of an element, as it changes. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** The stints that take part in an overlap with the selected person, each with the strongest answer. */
export type Highlights = ReadonlyMap<string, OverlapAnswer>;

interface LanesProps {
  careers: Careers;
  width: number;
  highlights: Highlights;
  selected: readonly string[];
  /** No more lanes than this, the selected ones first among them. */
  most: number;
  /** In the inspector: one lane without its name and without what has no date. */
  small?: boolean;
}

/** Where the arrow keys lead from a bar: along its lane, or to the nearest lane's first bar. */
function walk(lanes: readonly LaneDrawing[], at: string, key: string): string | undefined {
  const row = lanes.findIndex(({ bars }) => bars.some(({ id }) => id === at));
  const bars = lanes[row]?.bars ?? [];
  const place = bars.findIndex(({ id }) => id === at);
  if (key === "ArrowRight") return bars[place + 1]?.id;
  if (key === "ArrowLeft") return bars[place - 1]?.id;
  if (key === "ArrowDown") return lanes.slice(row + 1).find((lane) => lane.bars.length > 0)?.bars[0]?.id;
  if (key === "ArrowUp") return lanes.slice(0, Math.max(row, 0)).findLast((lane) => lane.bars.length > 0)?.bars[0]?.id;
  return undefined;
}

const withDatesOnly = (lane: Lane): Lane => ({ ...lane, stints: lane.stints.filter((stint) => !isUndated(stint)) });

/** Whether a stint surely does not reach into these days. */
const isOver = (properties: Properties, days: Days) =>
  ["past", "future"].includes(presenceOf(datedOf(properties), days, todayAsDays(new Date())));

function Name({ id, text, lane, width }: { id: string; text: string; lane: LaneDrawing; width: number }) {
  const explorer = useExplorer();
  const isSelected = useView(({ selected, alsoSelected }) => selected?.id === id || alsoSelected.has(id));
  return (
    <foreignObject x={0} y={lane.y} width={width} height={Math.min(lane.height, 28)}>
      <button
        type="button"
        className="lane-name"
        aria-pressed={isSelected}
        title={text}
        onClick={() => explorer.select(isSelected ? null : { kind: "node", id })}
      >
        {text}
      </button>
    </foreignObject>
  );
}

export function Lanes({ careers, width, highlights, selected, most, small = false }: LanesProps) {
  const explorer = useExplorer();
  const language = useLanguage();
  const theme = useView((state) => state.theme);
  const threads = useView((state) => state.answer?.columns?.origins);
  const vocabulary = useVocabulary();
  const say = useSay();
  const svg = useRef<SVGSVGElement>(null);
  const [reached, setReached] = useState("");
  const words = useMemo(() => wordsOf(careers, language, vocabulary), [careers, language, vocabulary]);
  const drawing = useMemo(() => {
    const known = lanesOf(careers, words);
    const all = byFirstDay(small ? known.map(withDatesOnly) : known);
    const isFirst = (id: string, index: number) => index < most || selected.includes(id);
    return drawLanes(
      all.filter(({ id }, index) => isFirst(id, index)),
      {
        width,
        names: small ? 16 : Math.min(150, width * 0.2),
        undated: small ? 0 : Math.min(260, width * 0.27),
        measure: measureIn(language),
      },
    );
  }, [careers, words, most, selected, width, small, language]);
  const stints = useMemo(() => new Map(careers.stints.map((stint) => [stint.id, stint])), [careers]);
  const own = useView((state) => state.style.own);
  const colors = useMemo(
    () =>
      organizationColors(
        careers.stints.map(({ end }) => end),
        threads ?? [],
        theme,
        own,
      ),
    [careers, threads, theme, own],
  );
  const bars = drawing.lanes.flatMap((lane) => lane.bars);
  const stop = bars.some(({ id }) => id === reached) ? reached : bars[0]?.id;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = walk(drawing.lanes, stop ?? "", event.key);
    if (next === undefined) return;
    event.preventDefault();
    setReached(next);
    svg.current?.querySelector<SVGGElement>(`[data-bar="${CSS.escape(next)}"]`)?.focus();
  };
  const choose = (bar: Bar) => {
    setReached(bar.id);
    if (explorer.graph.hasEdge(bar.id)) explorer.select({ kind: "relationship", id: bar.id });
    else void explorer.showNode(bar.organization);
  };
  const time = useView((state) => state.time);
  const days = time === null ? null : daysOfPeriod(time);
  const head = small ? 0 : 26;
  const height = drawing.height + head + (small ? 20 : 6);
  return (
    <svg
      ref={svg}
      className="lanes"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset cannot stand in a drawing
      role="group"
      aria-label={say("careers.chart", { people: drawing.lanes.length })}
      fontSize={fontSize}
    >
      <LaneDefs colors={colors} />
      <g className="lane-ticks" aria-hidden="true">
        {drawing.ticks.map(({ year, x }) => (
          <g key={year}>
            <line x1={x} x2={x} y1={head} y2={head + drawing.height} />
            {small ? (
              <text x={x} y={height - 4} textAnchor="middle">
                {year}
              </text>
            ) : null}
          </g>
        ))}
        {small ? null : (
          <text x={drawing.undated.from} y={16}>
            {say("careers.undated")}
          </text>
        )}
      </g>
      {small ? null : <LaneYears drawing={drawing} head={head} />}
      <LaneTime drawing={drawing} head={head} />
      <g transform={`translate(0 ${head})`} onKeyDown={onKeyDown}>
        {drawing.lanes.map((lane) => (
          <g key={lane.id} className={selected.includes(lane.id) ? "lane is-selected" : "lane"}>
            <rect className="lane-ground" x={0} y={lane.y} width={width} height={lane.height} />
            {small ? null : (
              <Name id={lane.id} text={nameIn(words, lane.id)} lane={lane} width={drawing.axis.from - 8} />
            )}
            {lane.bars.map((bar) => {
              const stint = stints.get(bar.id);
              if (stint === undefined) return null;
              return (
                <LaneBar
                  key={bar.id}
                  bar={bar}
                  color={colors.get(bar.organization) ?? tokens[theme].quiet}
                  certainty={certaintyOf(stint.properties)}
                  words={wordStint(stint, words)}
                  isOver={days !== null && isOver(stint.properties, days)}
                  highlight={highlights.get(bar.id)}
                  isStop={bar.id === stop}
                  choose={choose}
                />
              );
            })}
          </g>
        ))}
      </g>
    </svg>
  );
}

/** Gradients from nothing to a color and back, one pair for each color. */
function LaneDefs({ colors }: { colors: ReadonlyMap<string, string> }) {
  const distinct = [...new Set(colors.values())];
  return (
    <defs>
      {distinct.flatMap((color) =>
        (["in", "out"] as const).map((kind) => (
          <linearGradient key={`${kind} ${color}`} id={`lane-${kind}-${color.slice(1)}`}>
            <stop offset="0" stopColor={color} stopOpacity={kind === "in" ? 0 : 0.3} />
            <stop offset="1" stopColor={color} stopOpacity={kind === "in" ? 0.3 : 0} />
          </linearGradient>
        )),
      )}
    </defs>
  );
}
