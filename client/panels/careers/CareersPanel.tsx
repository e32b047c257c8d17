/** The dock's careers: lanes of the people in view, and in words with whom the selected ones overlapped. */
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { type OverlapAnswer, type Overlaps, overlapAnswers } from "../../../schema/careers.ts";
import { useSay } from "../context.ts";
import { type Highlights, Lanes, useWidth } from "./Lanes.tsx";
import { OverlapList } from "./OverlapList.tsx";
import { type Read, useCareers, useOverlaps, useShownPeople } from "./use-careers.ts";

const lanesAtFirst = 40;

/** The strongest answer of each stint that takes part in an overlap. */
function highlightsOf(found: Read<Overlaps>): Highlights {
  const strongest = new Map<string, OverlapAnswer>();
  if (found === null || found === "failed") return strongest;
  for (const { meetings } of found.overlaps)
    for (const { answer, stints } of meetings) {
      if (answer !== "certain" && answer !== "possible") continue;
      for (const id of stints) {
        const before = strongest.get(id);
        if (before === undefined || overlapAnswers.indexOf(answer) < overlapAnswers.indexOf(before))
          strongest.set(id, answer);
      }
    }
  return strongest;
}

/** Free pixels above the lane at which the chart begins. */
const overLane = 24;

/** Once its lanes are drawn, begins the chart at who is selected, where they would be out of sight. */
function useStart(chart: RefObject<HTMLElement | null>, isDrawn: boolean): void {
  useEffect(() => {
    const panel = isDrawn ? chart.current : null;
    const lane = panel?.querySelector(".lane.is-selected");
    if (!panel || !lane) return;
    const [outer, inner] = [panel.getBoundingClientRect(), lane.getBoundingClientRect()];
    if (inner.bottom > outer.bottom) panel.scrollBy(0, inner.top - outer.top - overLane);
  }, [chart, isDrawn]);
}

export function CareersPanel() {
  const say = useSay();
  const { people, selected } = useShownPeople();
  const [careers, retry] = useCareers(people);
  const [overlaps] = useOverlaps(selected, null, 100);
  const [most, setMost] = useState(lanesAtFirst);
  const chart = useRef<HTMLElement>(null);
  const width = useWidth(chart);
  const highlights = useMemo(() => highlightsOf(overlaps), [overlaps]);
  useStart(chart, careers !== null && careers !== "failed" && width > 0);
  return (
    <div className="careers">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard */}
      <section ref={chart} className="careers-chart scrolling" tabIndex={0} aria-label={say("dock.careers")}>
        {people.length === 0 ? <p className="note">{say("careers.empty")}</p> : null}
        {people.length > 0 && careers === null ? <p className="note">{say("stage.loading")}</p> : null}
        {careers === "failed" ? (
          <p className="note">
            {say("inspector.notRead")}{" "}
            <button type="button" className="link" onClick={retry}>
              {say("problem.retry")}
            </button>
          </p>
        ) : null}
        {careers === null || careers === "failed" || width === 0 || people.length === 0 ? null : (
          <>
            <Lanes careers={careers} width={width} highlights={highlights} selected={selected} most={most} />
            {careers.people.length > most ? (
              <button type="button" className="link more" onClick={() => setMost(most + lanesAtFirst)}>
                {say("careers.more", { count: careers.people.length - most })}
              </button>
            ) : null}
            <p className="note careers-key">{say("careers.key")}</p>
          </>
        )}
      </section>
      <div className="careers-overlaps scrolling">
        {selected.length === 0 ? (
          <p className="note">{say("careers.choose")}</p>
        ) : (
          <OverlapList key={selected.join(" ")} people={selected} />
        )}
      </div>
    </div>
  );
}
