/** How many claims on screen hold at the time, may hold, are over or still to come: what is drawn how, and what is hidden. */
import type { Presence } from "../../../schema/as-of.ts";
import { isTimeSet } from "../../view/time.ts";
import type { TimeView } from "../../store.ts";
import { useExplorer, useSay } from "../context.ts";

interface CountsProps {
  time: TimeView;
  counts: Readonly<Record<Presence, number>>;
  /** Whether there is a handle to be dragged. */
  hasAxis: boolean;
}

function Count({ look, words }: { look: "now" | "perhaps" | "past"; words: string }) {
  return (
    <li>
      <span className="time-sample" data-look={look} aria-hidden="true" />
      {words}
    </li>
  );
}

export function TimeCounts({ time, counts, hasAxis }: CountsProps) {
  const explorer = useExplorer();
  const say = useSay();
  const { certain, possible, unknown, undated, past, future } = counts;
  const isSet = isTimeSet(time);
  const hidden = future + (time.undated ? 0 : undated);
  return (
    <div className="time-counts">
      {isSet ? (
        <ul>
          <Count look="now" words={say("time.certain", { count: certain })} />
          <Count look="perhaps" words={say("time.perhaps", { count: possible + unknown })} />
          <Count look="past" words={say("time.past", { count: past })} />
        </ul>
      ) : hasAxis ? (
        <span>{say("time.hint")}</span>
      ) : null}
      <label className="time-undated">
        <input
          type="checkbox"
          checked={time.undated}
          onChange={(event) => explorer.setTime({ ...time, undated: event.target.checked })}
        />
        {say("time.undated", { count: undated })}
      </label>
      {isSet ? (
        <span>
          {hidden === 0 ? null : say("time.hidden", { count: hidden })}{" "}
          <button type="button" className="link" onClick={() => explorer.setTime({ undated: true })}>
            {say("time.showAll")}
          </button>
        </span>
      ) : null}
    </div>
  );
}
