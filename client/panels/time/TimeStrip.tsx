/** The time strip between the drawing and the dock: the network as of a date, or between two. */
import { useEffect, useState } from "react";
import { daysOfPeriod, isAllTime } from "../../../schema/as-of.ts";
import { formatPeriod } from "../../strings/format.ts";
import type { TimeView } from "../../store.ts";
import { type TimeAxis, dateAt, positionOf } from "../../view/time-axis.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { TimeCounts } from "./TimeCounts.tsx";
import { type Ends, TimeTrack } from "./TimeTrack.tsx";
import { useTimeAxis } from "./use-axis.ts";
import { type Play, speeds, usePlay } from "./use-play.ts";

/** Where the handles stand: at the end while all time is shown. */
function endsOf(time: TimeView, axis: TimeAxis, single: boolean): Ends {
  const { first, last } = daysOfPeriod(time);
  const at = (days: number) => Math.max(axis.first, Math.min(axis.last, positionOf(days, axis.unit)));
  if (isAllTime(time)) return single ? [axis.last, axis.last] : [axis.first, axis.last];
  return [time.from === undefined ? axis.first : at(first), time.to === undefined ? axis.last : at(last)];
}

function PlayControls({ play }: { play: Play }) {
  const say = useSay();
  const name = say(play.isPlaying ? "time.pause" : "time.play");
  return (
    <>
      <button type="button" className="bare" aria-label={name} title={name} onClick={play.toggle}>
        <Icon name={play.isPlaying ? "pause" : "play"} />
      </button>
      <select
        className="time-speed"
        aria-label={say("time.speed")}
        title={say("time.speed")}
        value={play.speed}
        onChange={(event) => play.setSpeed(Number(event.target.value))}
      >
        {speeds.map((speed) => (
          <option key={speed} value={speed}>
            {speed}×
          </option>
        ))}
      </select>
    </>
  );
}

function Modes({ single, choose }: { single: boolean; choose: (single: boolean) => void }) {
  const say = useSay();
  return (
    <fieldset className="tabs time-modes" aria-label={say("time.mode")}>
      {[true, false].map((each) => (
        <button key={String(each)} type="button" aria-pressed={single === each} onClick={() => choose(each)}>
          {say(each ? "time.modeDate" : "time.modePeriod")}
        </button>
      ))}
    </fieldset>
  );
}

function Slider({ time, axis }: { time: TimeView; axis: TimeAxis }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const say = useSay();
  const [isSingle, setSingle] = useState(isAllTime(time) || time.from === time.to);
  const single = isSingle && (isAllTime(time) || time.from === time.to);
  const ends = endsOf(time, axis, single);
  const play = usePlay(axis, ends);
  const viewOf = ([from, to]: Ends): TimeView => ({
    from: dateAt(from, axis.unit),
    to: dateAt(to, axis.unit),
    undated: time.undated,
  });
  const settle = () => {
    const now = explorer.store.getState().time;
    if (now !== null) explorer.setTime(now);
  };
  const choose = (asOne: boolean) => {
    setSingle(asOne);
    explorer.setTime(viewOf(asOne ? [ends[1], ends[1]] : [axis.first, ends[1]]));
  };
  return (
    <>
      <div className="time-head">
        <PlayControls play={play} />
        <Modes single={single} choose={choose} />
        <strong aria-live={play.isPlaying ? "off" : "polite"}>{formatPeriod(time, language)}</strong>
        <button type="button" className="link" onClick={() => explorer.setTime(viewOf([axis.today, axis.today]))}>
          {say("time.today")}
        </button>
      </div>
      <TimeTrack
        axis={axis}
        ends={ends}
        single={single}
        isAll={isAllTime(time)}
        pass={(moved) => explorer.passTime(viewOf(moved))}
        settle={settle}
      />
    </>
  );
}

export function TimeStrip() {
  const explorer = useExplorer();
  const time = useView((state) => state.time);
  const answer = useView((state) => state.answer);
  useEffect(() => {
    // While the handle moves, nothing is asked.
    if (answer === null || time === null) return undefined;
    const timer = setTimeout(() => void explorer.wordAnswer(), 250);
    return () => clearTimeout(timer);
  }, [explorer, answer, time]);
  const say = useSay();
  const { axis, counts } = useTimeAxis(time ?? { undated: true });
  if (time === null) return null;
  return (
    <section className="time-strip" aria-label={say("time.label")}>
      {axis === null ? <p className="note">{say("time.none")}</p> : <Slider time={time} axis={axis} />}
      <TimeCounts time={time} counts={counts} hasAxis={axis !== null} />
      <button
        type="button"
        className="bare time-close"
        aria-label={say("time.close")}
        title={say("time.close")}
        onClick={() => explorer.setTime(null)}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}
