/** With whom the selected people overlapped, a sentence each, by answer; and a way to draw it in the network. */
import { useId, useState } from "react";
import { type CareerOverlap, type OverlapAnswer, type Overlaps, overlapAnswers } from "../../../schema/careers.ts";
import { citationsOf } from "../../facts/claims.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { Count } from "../Count.tsx";
import { Citations } from "../inspector/Citations.tsx";
import { CitationsCount } from "../inspector/SourceCount.tsx";
import { type Read, useOverlaps } from "./use-careers.ts";

/** How many are asked for at first, and then. */
const pageSize = 20;
const mostListed = 100;

function Row({ overlap, overlaps }: { overlap: CareerOverlap; overlaps: Overlaps }) {
  const language = useLanguage();
  const explorer = useExplorer();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const openedId = useId();
  const [best] = overlap.meetings;
  const stints = overlaps.subgraph.relationships.filter(({ id }) => best?.stints.includes(id));
  const citations = stints.flatMap(({ properties }) => citationsOf(properties));
  const other = overlap.people.find((id) => !overlaps.ids.includes(id)) ?? overlap.people[1];
  return (
    <li className="overlap" data-answer={overlap.answer}>
      <span className="overlap-answer">{say(`overlap.${overlap.answer}`)}</span>
      <button
        type="button"
        className="overlap-words"
        onMouseEnter={() => explorer.hover(explorer.graph.hasNode(other) ? { kind: "node", id: other } : null)}
        onMouseLeave={() => explorer.hover(null)}
        onClick={() => void explorer.showNode(other)}
      >
        {overlap.words[language]}
      </button>
      <CitationsCount citations={citations} open={open} controls={openedId} toggle={() => setOpen(!open)} />
      <div id={openedId} className="fact-opened" hidden={!open}>
        {open ? (
          <>
            {overlap.compared > 1 ? (
              <p className="note">{say("overlap.compared", { count: overlap.compared })}</p>
            ) : null}
            <Citations citations={citations} documents={overlaps.documents} />
          </>
        ) : null}
      </div>
    </li>
  );
}

function Filter({
  overlaps,
  answer,
  choose,
}: {
  overlaps: Overlaps;
  answer: OverlapAnswer | null;
  choose: (answer: OverlapAnswer | null) => void;
}) {
  const say = useSay();
  return (
    <fieldset className="overlap-filter" aria-label={say("overlap.filter")}>
      {overlapAnswers.map((each) => (
        <button
          key={each}
          type="button"
          className="chip"
          aria-pressed={answer === each}
          disabled={overlaps.counts[each] === 0}
          onClick={() => choose(answer === each ? null : each)}
        >
          {say(`overlap.${each}`)} <Count of={overlaps.counts[each]} />
        </button>
      ))}
    </fieldset>
  );
}

/** Draws those that are certain or possible, or takes them away again. */
function DrawButton({ people, overlaps }: { people: readonly string[]; overlaps: Overlaps }) {
  const explorer = useExplorer();
  const say = useSay();
  const drawn = useView((state) => state.overlaps);
  const isDrawn = drawn !== null && drawn.ids.join() === people.join();
  const count = overlaps.counts.certain + overlaps.counts.possible;
  if (!isDrawn && count === 0) return null;
  return (
    <button
      type="button"
      aria-pressed={isDrawn}
      onClick={() => void (isDrawn ? explorer.hideOverlaps() : explorer.drawOverlaps(people))}
    >
      {say(isDrawn ? "overlap.hide" : "overlap.draw")}
    </button>
  );
}

function List({ found, retry }: { found: Read<Overlaps>; retry: () => void }) {
  const say = useSay();
  if (found === null) return <p className="note">{say("stage.loading")}</p>;
  if (found === "failed")
    return (
      <p className="note">
        {say("inspector.notRead")}{" "}
        <button type="button" className="link" onClick={retry}>
          {say("problem.retry")}
        </button>
      </p>
    );
  if (found.overlaps.length === 0) return <p className="note">{say("overlap.none")}</p>;
  return (
    <ul className="overlaps">
      {found.overlaps.map((overlap) => (
        <Row key={overlap.id} overlap={overlap} overlaps={found} />
      ))}
    </ul>
  );
}

export function OverlapList({ people }: { people: readonly string[] }) {
  const say = useSay();
  const [answer, setAnswer] = useState<OverlapAnswer | null>(null);
  const [limit, setLimit] = useState(pageSize);
  const [found, retry] = useOverlaps(people, answer, limit);
  const isRead = found !== null && found !== "failed";
  return (
    <section className="overlap-list" aria-label={say("overlap.title")}>
      <h2>{say("overlap.title")}</h2>
      {isRead ? (
        <>
          <Filter overlaps={found} answer={answer} choose={setAnswer} />
          <p className="overlap-draw">
            <DrawButton people={people} overlaps={found} />
          </p>
        </>
      ) : null}
      <List found={found} retry={retry} />
      {isRead && found.nextCursor !== null && limit < mostListed ? (
        <button type="button" className="link more" onClick={() => setLimit(mostListed)}>
          {say("overlap.more")}
        </button>
      ) : null}
      {isRead && !found.complete ? <p className="note">{say("overlap.incomplete")}</p> : null}
    </section>
  );
}
