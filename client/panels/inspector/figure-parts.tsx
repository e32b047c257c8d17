/** What a figure has in common wherever it stands: its day, its measure, its marks, and what opens under it. */
import type { EntityDetail, Observation } from "../../../schema/api.ts";
import { certaintyOf, citationsOf, isDated, rivalsOf } from "../../facts/claims.ts";
import { observationInWords } from "../../words/copy-words.ts";
import { formatDate, formatInterval } from "../../strings/format.ts";
import { useLanguage, useSay, useVocabulary } from "../context.ts";
import { LineSample } from "../LineSample.tsx";
import { Citations } from "./Citations.tsx";
import { CertaintyNote } from "./ClaimDetail.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { useCopyWording } from "./use-copied-words.ts";

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

/** How sure the source is, where it is not plain, and whether others contradict. */
export function FigureMarks({ observation: { properties } }: { observation: Observation }) {
  const say = useSay();
  const certainty = certaintyOf(properties);
  return (
    <>
      {certainty === "stated" ? null : (
        <span className="figure-date">
          <LineSample certainty={certainty} /> {say(`certainty.${certainty}`)}
        </span>
      )}
      {rivalsOf(properties).length > 0 ? <span className="disputed">{say("rivals.mark")}</span> : null}
    </>
  );
}

export interface FigureProps {
  observation: Observation;
  detail: EntityDetail;
}

export function OpenedFigure({ observation, detail }: FigureProps) {
  const say = useSay();
  const wording = useCopyWording();
  const { properties } = observation;
  return (
    <>
      <CertaintyNote properties={properties} />
      <Citations citations={citationsOf(properties)} documents={detail.documents} />
      <p className="opened-actions">
        <CopyButton words={() => observationInWords(observation, wording)} hint={say("copy.claimHint")} />
      </p>
    </>
  );
}
