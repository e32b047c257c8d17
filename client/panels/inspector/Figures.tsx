/** Figures of an entity: numbers and dates as a table, words as a list, bars where values can be compared. */
import { useId, useState } from "react";
import type { EntityDetail, Observation } from "../../../schema/api.ts";
import { type Series, certaintyOf, citationsOf, comparableSeries, isDated, rivalsOf } from "../../claims.ts";
import { formatDate, formatInterval } from "../../strings/format.ts";
import { type Worded, wordObservation, wordText } from "../../wording.ts";
import { useLanguage, useSay, useVocabulary } from "../context.ts";
import { LineSample } from "../LineSample.tsx";
import { Words } from "../Words.tsx";
import { Citations } from "./Citations.tsx";
import { CertaintyNote } from "./ClaimDetail.tsx";

/** For what day or time a figure holds. */
export function useObservationDate({ properties }: Observation): string | null {
  const language = useLanguage();
  const { asOf } = properties;
  if (isDated(properties)) return formatInterval(properties, language);
  return typeof asOf === "string" ? formatDate(asOf, language) : null;
}

export function useMeasureCaption({ properties }: Observation): string {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const measure = typeof properties["measure"] === "string" ? properties["measure"] : "";
  return vocabulary.measures[measure]?.caption[language] ?? measure;
}

function FigureRow({ observation, detail }: { observation: Observation; detail: EntityDetail }) {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const openedId = useId();
  const { properties } = observation;
  const value = wordObservation(observation, vocabulary, language);
  const text: Worded | null = wordText(observation, language);
  const caption = useMeasureCaption(observation);
  const date = useObservationDate(observation);
  const count = citationsOf(properties).length;
  const isNumber = typeof properties["value"] === "number" || typeof properties["date"] === "string";
  const certainty = certaintyOf(properties);
  return (
    <>
      <tr className={isNumber ? undefined : "figure-text"}>
        <th scope="row">
          {caption}
          {date === null ? null : <span className="figure-date">{date}</span>}
          {certainty === "stated" ? null : (
            <span className="figure-date">
              <LineSample certainty={certainty} /> {say(`certainty.${certainty}`)}
            </span>
          )}
          {rivalsOf(properties).length > 0 ? <span className="disputed">{say("rivals.mark")}</span> : null}
        </th>
        <td className="figure-value">
          {value === null ? null : <Words words={value} />}
          {isNumber && text !== null ? (
            <span className="figure-date">
              <Words words={text} />
            </span>
          ) : null}
        </td>
        <td className="figure-sources">
          <button
            type="button"
            className="source-count"
            aria-expanded={open}
            aria-controls={openedId}
            aria-label={say("sources.count", { count })}
            title={say("sources.count", { count })}
            onClick={() => setOpen(!open)}
          >
            {count}
          </button>
        </td>
      </tr>
      <tr id={openedId} className="figure-opened" hidden={!open}>
        <td colSpan={3}>
          {open ? (
            <>
              <CertaintyNote properties={properties} />
              <Citations citations={citationsOf(properties)} documents={detail.documents} />
            </>
          ) : null}
        </td>
      </tr>
    </>
  );
}

const barHeight = 14;
const rowHeight = 22;
const labelWidth = 78;
const valueWidth = 74;
const chartWidth = 252;

function Bar({ observation, most, y }: { observation: Observation; most: number; y: number }) {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const date = useObservationDate(observation);
  const { value } = observation.properties;
  const share = typeof value === "number" && most > 0 ? Math.abs(value) / most : 0;
  const width = Math.max(1, share * (chartWidth - labelWidth - valueWidth));
  const middle = y + barHeight / 2 + 4;
  return (
    <g>
      <text x="0" y={middle}>
        {date ?? ""}
      </text>
      <rect x={labelWidth} y={y} width={width} height={barHeight} />
      <text x={labelWidth + width + 6} y={middle}>
        {wordObservation(observation, vocabulary, language)?.text}
      </text>
    </g>
  );
}

function Chart({ series }: { series: Series }) {
  const say = useSay();
  const language = useLanguage();
  const measure = useVocabulary().measures[series.measure]?.caption[language] ?? series.measure;
  const values = series.observations.map(({ properties }) =>
    typeof properties["value"] === "number" ? Math.abs(properties["value"]) : 0,
  );
  const height = series.observations.length * rowHeight;
  return (
    <figure className="chart">
      <figcaption>{measure}</figcaption>
      <svg
        viewBox={`0 0 ${chartWidth} ${height}`}
        role="img"
        aria-label={say("inspector.chart", { measure, count: values.length })}
      >
        {series.observations.map((observation, index) => (
          <Bar key={observation.id} observation={observation} most={Math.max(...values)} y={index * rowHeight + 4} />
        ))}
      </svg>
    </figure>
  );
}

export function Figures({ detail }: { detail: EntityDetail }) {
  const say = useSay();
  if (detail.observations.length === 0) return null;
  return (
    <section>
      <h3>{say("inspector.figures")}</h3>
      {comparableSeries(detail.observations).map((series) => (
        <Chart key={series.observations[0]?.id} series={series} />
      ))}
      <table className="figures">
        <thead className="heard">
          <tr>
            <th scope="col">{say("inspector.measure")}</th>
            <th scope="col">{say("inspector.value")}</th>
            <th scope="col">{say("inspector.sources")}</th>
          </tr>
        </thead>
        <tbody>
          {detail.observations.map((observation) => (
            <FigureRow key={observation.id} observation={observation} detail={detail} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
