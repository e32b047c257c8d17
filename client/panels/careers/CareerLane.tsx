/** One person's lane in the inspector: the dated stints, at one glance. */
import { useMemo, useRef } from "react";
import { datedOf } from "../../../schema/as-of.ts";
import { useView } from "../context.ts";
import { Lanes, type Highlights, useWidth } from "./Lanes.tsx";
import { useCareers } from "./use-careers.ts";

const none: Highlights = new Map();

export function CareerLane({ person }: { person: string }) {
  const people = useMemo(() => [person], [person]);
  const [careers] = useCareers(people);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  // In the dock the same person's lane stands among the others.
  const isElsewhere = useView((state) => state.dock === "careers");
  const isRead = careers !== null && careers !== "failed";
  const dated = isRead ? careers.stints.filter(({ properties }) => Object.keys(datedOf(properties)).length > 0) : [];
  if (isElsewhere || (isRead && dated.length === 0)) return null;
  return (
    <div ref={box} className="career-lane">
      {isRead && width > 0 ? (
        <Lanes careers={careers} width={width} highlights={none} selected={people} most={1} small />
      ) : null}
    </div>
  );
}
