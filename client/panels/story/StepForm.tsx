/** A step's own words, and its view. */
import { useState } from "react";
import type { Story, StoryStep } from "../../../schema/story.ts";
import { useSay } from "../context.ts";
import { Annotations } from "./Annotations.tsx";
import { Changes } from "./Changes.tsx";
import { useStories } from "./use-stories.ts";

export function StepForm({ step }: { story: Story; step: StoryStep }) {
  const stories = useStories();
  const say = useSay();
  const [title, setTitle] = useState(step.title);
  const [text, setText] = useState(step.text);
  const keep = () => {
    if (title !== step.title || text !== step.text) stories.changeStep(step.id, { title, text });
  };
  return (
    <div className="story-form scrolling">
      <Changes key={step.view} step={step} />
      <label>
        <span>{say("story.stepTitle")}</span>
        <input value={title} onChange={({ target }) => setTitle(target.value)} onBlur={keep} />
      </label>
      <label>
        <span>{say("story.stepText")}</span>
        <textarea rows={3} value={text} onChange={({ target }) => setText(target.value)} onBlur={keep} />
      </label>
      <div className="story-row">
        <button type="button" title={say("story.showHint")} onClick={() => void stories.show(step.id)}>
          {say("story.show")}
        </button>
        <button type="button" title={say("story.renewHint")} onClick={() => stories.renewStep(step.id)}>
          {say("story.renew")}
        </button>
      </div>
      <Annotations step={step} />
    </div>
  );
}
