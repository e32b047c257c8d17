/** Figures of an entity: numbers and dates as a table by measure, with bars where values can be compared. */
import { type ReactNode, useId, useState } from "react";
import type { EntityDetail, Observation } from "../../../schema/api.ts";
import { citationsOf } from "../../facts/claims.ts";
import { type FigureGroup, firstGroups, groupFigures, isCounted } from "../../facts/figures.ts";
import { type Worded, wordObservation, wordText } from "../../words/wording.ts";
import { useLanguage, useSay, useVocabulary } from "../context.ts";
import { Count } from "../Count.tsx";
import { Words } from "../Words.tsx";
import { type FigureProps, FigureMarks, OpenedFigure, useObservationDate } from "./figure-parts.tsx";
import { Said } from "./Said.tsx";
import { SourceCount } from "./SourceCount.tsx";

/** A bar as long as its value's share of the largest that it can be compared with. */
function Bar({ observation, most }: { observation: Observation; most: number }) {
  const { value } = observation.properties;
  const share = typeof value === "number" && most > 0 ? Math.abs(value) / most : 0;
  return <span className="figure-bar" style={{ width: `${Math.max(share * 100, 1)}%` }} />;
}

interface RowProps extends FigureProps {
  /** What the row says before its value; the date follows. */
  head: ReactNode;
  most: number | undefined;
}

function FigureRow({ observation, detail, head, most }: RowProps) {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const [open, setOpen] = useState(false);
  const openedId = useId();
  const value = wordObservation(observation, vocabulary, language);
  const text: Worded | null = wordText(observation, language);
  const date = useObservationDate(observation);
  return (
    <>
      <tr className={most === undefined ? undefined : "with-bar"}>
        <th scope="row">
          {head}
          {date === null ? null : <span className={head === null ? undefined : "figure-date"}>{date}</span>}
          {text === null || value?.text === text.text ? null : (
            <span className="figure-date">
              <Words words={text} />
            </span>
          )}
          <FigureMarks observation={observation} />
        </th>
        <td className="figure-value">
          {value === null ? null : <Words words={value} />}
          {most === undefined ? null : <Bar observation={observation} most={most} />}
        </td>
        <td className="figure-sources">
          <SourceCount
            citations={citationsOf(observation.properties)}
            open={open}
            controls={openedId}
            toggle={() => setOpen(!open)}
          />
        </td>
      </tr>
      <tr id={openedId} className="figure-opened" hidden={!open}>
        <td colSpan={3}>{open ? <OpenedFigure observation={observation} detail={detail} /> : null}</td>
      </tr>
    </>
  );
}

/** One value stands beside its measure; several stand under it, told apart by their dates. */
function MeasureRows({ group, detail }: { group: FigureGroup; detail: EntityDetail }) {
  const language = useLanguage();
  const caption = useVocabulary().measures[group.measure]?.caption[language] ?? group.measure;
  const isAlone = group.observations.length === 1;
  return (
    <tbody>
      {isAlone ? null : (
        <tr className="figure-measure">
          <th colSpan={3} scope="rowgroup">
            {caption}
          </th>
        </tr>
      )}
      {group.observations.map((observation) => (
        <FigureRow
          key={observation.id}
          observation={observation}
          detail={detail}
          head={isAlone ? caption : null}
          most={group.most.get(observation.id)}
        />
      ))}
    </tbody>
  );
}

/** How many rows of figures are shown before the rest is asked for. */
const shortTable = 12;

function Counted({ groups, detail }: { groups: readonly FigureGroup[]; detail: EntityDetail }) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const count = groups.reduce((sum, { observations }) => sum + observations.length, 0);
  if (count === 0) return null;
  const shown = all || count <= shortTable * 1.5 ? groups : firstGroups(groups, shortTable);
  return (
    <section>
      <h3>
        {say("inspector.figures")} <Count of={count} />
      </h3>
      <table className="figures">
        <thead className="heard">
          <tr>
            <th scope="col">{say("inspector.measure")}</th>
            <th scope="col">{say("inspector.value")}</th>
            <th scope="col">{say("inspector.sources")}</th>
          </tr>
        </thead>
        {shown.map((group) => (
          <MeasureRows key={group.measure} group={group} detail={detail} />
        ))}
      </table>
      {shown.length < groups.length ? (
        <button type="button" className="link more" onClick={() => setAll(true)}>
          {say("inspector.all", { count })}
        </button>
      ) : null}
    </section>
  );
}

export function Figures({ detail }: { detail: EntityDetail }) {
  const measures = Object.keys(useVocabulary().measures);
  const counted = detail.observations.filter(isCounted);
  const told = detail.observations.filter((observation) => !isCounted(observation));
  return (
    <>
      <Counted groups={groupFigures(counted, measures)} detail={detail} />
      <Said groups={groupFigures(told, measures)} detail={detail} />
    </>
  );
}
