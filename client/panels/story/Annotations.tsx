/** What is drawn over a step: notes, arrows and boxes on what is selected, each with its words. */
import { useEffect, useRef, useState } from "react";
import { type Annotation, type StoryStep, annotatedNodes } from "../../../schema/story.ts";
import { nameOf } from "../../../schema/graph.ts";
import { useAllSelected, useExplorer, useLanguage, useSay } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { useStories } from "./use-stories.ts";

interface EntryProps {
  step: StoryStep;
  annotation: Annotation;
  /** Just made, so its words come next. */
  isNew: boolean;
}

function Entry({ step, annotation, isNew }: EntryProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  const { graph } = useExplorer();
  const stories = useStories();
  const language = useLanguage();
  const say = useSay();
  const [text, setText] = useState(annotation.text);
  const others = step.annotations.filter(({ id }) => id !== annotation.id);
  const change = (annotations: Annotation[]) => stories.changeStep(step.id, { annotations });
  const keep = () => {
    if (text === annotation.text) return;
    change(step.annotations.map((each) => (each.id === annotation.id ? { ...each, text } : each)));
  };
  const names = annotatedNodes(annotation)
    .slice(0, 3)
    .map((id) =>
      graph.hasNode(id) ? nameOf(graph.getNodeAttribute(id, "node"), language).text : (step.names?.[id] ?? id),
    );
  const about = say(`story.${annotation.kind}On`, {
    names: names.join(annotation.kind === "arrow" ? " → " : say("story.comma")),
  });
  return (
    <li>
      <label>
        <span>{about}</span>
        <input
          ref={field}
          value={text}
          placeholder={say("story.noteText")}
          onChange={({ target }) => setText(target.value)}
          onBlur={keep}
        />
      </label>
      <button
        type="button"
        className="bare"
        aria-label={say("story.removeNote", { about })}
        title={say("story.removeNote", { about })}
        onClick={() => change(others)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/** How many nodes each kind needs to be selected. */
const needed = { note: [1, 1], arrow: [2, 2], box: [1, 500] } as const;

export function Annotations({ step }: { step: StoryStep }) {
  const stories = useStories();
  const say = useSay();
  const selection = useAllSelected();
  const nodes = selection?.kind === "node" ? [...selection.ids] : [];
  const [before] = useState(() => new Set(step.annotations.map(({ id }) => id)));
  return (
    <>
      <div className="story-row">
        {(["note", "arrow", "box"] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            disabled={nodes.length < needed[kind][0] || nodes.length > needed[kind][1]}
            title={say(`story.${kind}Hint`)}
            onClick={() => stories.annotate(step.id, kind, nodes)}
          >
            {say(`story.${kind}`)}
          </button>
        ))}
      </div>
      {nodes.length === 0 ? <p className="note story-row">{say("story.selectFirst")}</p> : null}
      <ul className="story-notes" aria-label={say("story.notes")}>
        {step.annotations.map((annotation) => (
          <Entry key={annotation.id} step={step} annotation={annotation} isNew={!before.has(annotation.id)} />
        ))}
      </ul>
    </>
  );
}
