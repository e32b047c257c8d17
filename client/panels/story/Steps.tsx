/** The steps of a story in their order: chosen by a click, moved by dragging, by buttons or with Alt and an arrow. */
import { type DragEvent, type KeyboardEvent, useRef, useState } from "react";
import type { Story, StoryStep } from "../../../schema/story.ts";
import { useSay } from "../context.ts";
import { useStories } from "./use-stories.ts";
import { Icon } from "../Icon.tsx";

const dragType = "application/x-alumnigraph-step";

interface StepProps {
  step: StoryStep;
  at: number;
  count: number;
  isChosen: boolean;
  focus: (at: number) => void;
}

function Step({ step, at, count, isChosen, focus }: StepProps) {
  const stories = useStories();
  const say = useSay();
  const [isOver, setIsOver] = useState(false);
  const title = step.title.trim() || say("story.untitled");
  const move = (to: number) => {
    stories.moveStep(step.id, to);
    focus(Math.min(Math.max(to, 0), count - 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by !== undefined && event.altKey) move(at + by);
    else if (by !== undefined) focus(at + by);
    else if (event.key === "Delete") stories.removeStep(step.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const accepts = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes(dragType);
  const onDrop = (event: DragEvent) => {
    if (!accepts(event)) return;
    event.preventDefault();
    event.stopPropagation();
    setIsOver(false);
    stories.moveStep(event.dataTransfer.getData(dragType), at);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging has buttons and keys beside it
    <li
      draggable
      data-over={isOver}
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(dragType, step.id);
        dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <button
        type="button"
        className="story-step"
        aria-current={isChosen ? "step" : undefined}
        title={say("story.stepHint")}
        onKeyDown={onKeyDown}
        onClick={() => void stories.show(step.id)}
      >
        <span className="story-number">{at + 1}</span>
        <span>{title}</span>
      </button>
      {(["up", "down"] as const).map((way) => (
        <button
          key={way}
          type="button"
          className="bare story-way"
          disabled={at === (way === "up" ? 0 : count - 1)}
          aria-label={say(`story.${way}`, { title })}
          title={say(`story.${way}`, { title })}
          onClick={() => stories.moveStep(step.id, at + (way === "up" ? -1 : 1))}
        >
          <Icon name={way} />
        </button>
      ))}
      <button
        type="button"
        className="bare story-way"
        aria-label={say("story.remove", { title })}
        title={say("story.remove", { title })}
        onClick={() => stories.removeStep(step.id)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

export function Steps({ story, chosen }: { story: Story; chosen: string }) {
  const say = useSay();
  const list = useRef<HTMLOListElement>(null);
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>(".story-step")[at]?.focus());
  return (
    <ol ref={list} className="story-steps scrolling" aria-label={say("story.steps")}>
      {story.steps.map((step, at) => (
        <Step
          key={step.id}
          step={step}
          at={at}
          count={story.steps.length}
          isChosen={step.id === chosen}
          focus={(place) => void focus(place)}
        />
      ))}
    </ol>
  );
}
