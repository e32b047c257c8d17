/** Tells how the facts under a step have changed since it was made, and what of it cannot be drawn any more. */
import { useEffect, useState } from "react";
import { type StoryStep, annotatedNodes } from "../../../schema/story.ts";
import {
  type ClaimChanges,
  type StepFacts,
  type ToldChange,
  changesBetween,
  factsShown,
  listChanges,
} from "../../story/digest.ts";
import type { ProblemReport } from "../../store.ts";
import { wordChanges } from "../../story/change-words.ts";
import { useLanguage, useSay } from "../context.ts";
import { NotOpened, isAtFault } from "./NotOpened.tsx";
import { useStories } from "./use-stories.ts";

interface Now {
  facts: StepFacts;
  /** What is annotated and not in the view any more. */
  gone: string[];
}

/** What the step's view shows now, or why that cannot be said; null until it is known. */
function useNow({ view, annotations }: StoryStep): Now | ProblemReport | null {
  const stories = useStories();
  const language = useLanguage();
  const [now, setNow] = useState<Now | ProblemReport | null>(null);
  useEffect(() => {
    let isWanted = true;
    const look = async () => {
      const aside = await stories.openAside(view);
      if (!isWanted) return;
      if (!("graph" in aside)) return setNow(aside);
      const { state, graph } = aside;
      const gone = new Set(annotations.flatMap(annotatedNodes).filter((id) => !graph.hasNode(id)));
      setNow({ facts: factsShown({ ...state, language }, graph), gone: [...gone] });
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [stories, view, annotations, language]);
  return now;
}

/** The parts that are not nothing, as words. */
export function useChangeWords(): (changes: ClaimChanges) => string {
  const language = useLanguage();
  return (changes) => wordChanges(changes, language);
}

/** So many changes are listed. */
const mostListed = 60;

function Change({ change: { kind, id, before, now } }: { change: ToldChange }) {
  const say = useSay();
  if (kind === "gone") return <li>{say("story.wasGone", { fact: before ?? id })}</li>;
  if (kind === "added") return <li>{say("story.isNew", { fact: now ?? id })}</li>;
  if (kind === "cited") return <li>{say("story.isCited", { fact: now ?? id })}</li>;
  return (
    <li>
      {say("story.isNow", { fact: now ?? id })}
      {before === null ? null : <p className="note">{say("story.wasBefore", { fact: before })}</p>}
    </li>
  );
}

function WhatChanged({ changes }: { changes: readonly ToldChange[] }) {
  const language = useLanguage();
  const say = useSay();
  const more = changes.length - mostListed;
  return (
    <details className="story-what">
      <summary>{say("story.what")}</summary>
      <ul>
        {changes.slice(0, mostListed).map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
      {more > 0 ? <p>{say("export.more", { count: more.toLocaleString(language) })}</p> : null}
    </details>
  );
}

export function Changes({ step }: { step: StoryStep }) {
  const [looks, setLooks] = useState(0);
  return <Comparison key={looks} step={step} again={() => setLooks(looks + 1)} />;
}

function Comparison({ step, again }: { step: StoryStep; again: () => void }) {
  const stories = useStories();
  const say = useSay();
  const words = useChangeWords();
  const now = useNow(step);
  if (now === null) return null;
  const title = step.title.trim() || say("story.untitled");
  if ("kind" in now)
    return (
      <p role="alert" className="story-changes">
        {isAtFault(now) ? null : `${say("story.notCompared")} `}
        <NotOpened problem={now} title={title} again={again} />
        {isAtFault(now) ? ` ${say("story.renewInstead")}` : null}
      </p>
    );
  const { facts, gone } = now;
  const changes = changesBetween(step.claims, facts.claims);
  return (
    <>
      {gone.length === 0 ? null : (
        <p role="alert" className="story-changes">
          {say("story.namesGone", { names: gone.map((id) => step.names?.[id] ?? id).join(say("story.comma")) })}
        </p>
      )}
      {changes === null ? null : (
        <div className="story-changes">
          <output>{say("story.changes", { changes: words(changes) })}</output>{" "}
          <button
            type="button"
            className="link"
            title={say("story.acceptHint")}
            onClick={() => stories.acceptFacts(step.id, facts)}
          >
            {say("story.accept")}
          </button>
          <WhatChanged changes={listChanges(step, facts)} />
        </div>
      )}
    </>
  );
}
