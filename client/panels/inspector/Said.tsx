/** What is told of an entity in words alone, folded by what it is about. */
import { useId, useState } from "react";
import type { EntityDetail } from "../../../schema/api.ts";
import { citationsOf } from "../../facts/claims.ts";
import type { FigureGroup } from "../../facts/figures.ts";
import { wordText } from "../../words/wording.ts";
import { useLanguage, useSay, useVocabulary } from "../context.ts";
import { Count } from "../Count.tsx";
import { Words } from "../Words.tsx";
import { type FigureProps, FigureMarks, OpenedFigure, useObservationDate } from "./figure-parts.tsx";
import { Fold } from "./Fold.tsx";
import { SourceCount } from "./SourceCount.tsx";

function Saying({ observation, detail }: FigureProps) {
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const openedId = useId();
  const text = wordText(observation, language);
  const date = useObservationDate(observation);
  return (
    <li className="saying">
      <div>
        {text === null ? null : <Words words={text} />}
        {date === null ? null : <span className="figure-date">{date}</span>}
        <FigureMarks observation={observation} />
      </div>
      <SourceCount
        citations={citationsOf(observation.properties)}
        open={open}
        controls={openedId}
        toggle={() => setOpen(!open)}
      />
      <div id={openedId} className="saying-opened" hidden={!open}>
        {open ? <OpenedFigure observation={observation} detail={detail} /> : null}
      </div>
    </li>
  );
}

/** So few stand open. */
const fewSayings = 3;

export function Said({ groups, detail }: { groups: readonly FigureGroup[]; detail: EntityDetail }) {
  const language = useLanguage();
  const say = useSay();
  const vocabulary = useVocabulary();
  const count = groups.reduce((sum, { observations }) => sum + observations.length, 0);
  if (count === 0) return null;
  return (
    <section>
      <h3>
        {say("inspector.words")} <Count of={count} />
      </h3>
      {groups.map(({ measure, observations }) => {
        const [first] = observations;
        const preview = first === undefined ? null : wordText(first, language);
        return (
          <Fold
            key={measure}
            title={vocabulary.measures[measure]?.caption[language] ?? measure}
            count={observations.length}
            preview={preview === null ? undefined : <Words words={preview} />}
            open={count <= fewSayings}
          >
            <ul>
              {observations.map((observation) => (
                <Saying key={observation.id} observation={observation} detail={detail} />
              ))}
            </ul>
          </Fold>
        );
      })}
    </section>
  );
}
