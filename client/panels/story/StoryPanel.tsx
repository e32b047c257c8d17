/** The story: its steps from first to last, the one that is worked on beside them, and ways to play, keep and export it. */
import "../../styles/story.css";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Story } from "../../../schema/story.ts";
import { download } from "../../export/exporter.ts";
import { slug } from "../../../scene/writers/formats.ts";
import { keepStory } from "../../story/keep.ts";
import { useExplorer, useSay, useView } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { Player } from "./Player.tsx";
import { StepForm } from "./StepForm.tsx";
import { useStories } from "./use-stories.ts";
import { Steps } from "./Steps.tsx";
import { StoryExport } from "./StoryExport.tsx";

/** `founders-of-moore-threads.story.json` */
const fileOf = ({ title }: Story) => `${slug(title) || "alumnigraph"}.story.json`;

function OpenFile() {
  const explorer = useExplorer();
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={say("story.open")}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) void file.text().then((text) => explorer.openFile(file.name, text));
          target.value = "";
        }}
      />
      <button type="button" title={say("story.openHint")} onClick={() => field.current?.click()}>
        {say("story.open")}
      </button>
    </>
  );
}

function Title({ story }: { story: Story }) {
  const stories = useStories();
  const say = useSay();
  const [title, setTitle] = useState(story.title);
  return (
    <input
      className="story-title"
      value={title}
      placeholder={say("story.title")}
      aria-label={say("story.title")}
      onChange={({ target }) => setTitle(target.value)}
      onBlur={() => (title === story.title ? undefined : stories.change({ title }))}
    />
  );
}

type Shown = "nothing" | "player" | "export";

function Tools({ show }: { show: (what: Shown) => void }) {
  const stories = useStories();
  const story = useView((state) => state.story);
  const canUndo = useView((state) => state.canUndoStory);
  const say = useSay();
  const isEmpty = story === null || story.steps.length === 0;
  const save = () => {
    if (story === null) return;
    const text = `${JSON.stringify(story, null, 1)}\n`;
    download({ name: fileOf(story), blob: new Blob([text], { type: "application/json" }) });
  };
  return (
    <div className="story-tools">
      <button type="button" className="primary" title={say("story.addHint")} onClick={() => stories.addStep()}>
        {say("story.add")}
      </button>
      {story === null ? null : <Title key={story.title} story={story} />}
      <span className="story-space" />
      <button type="button" disabled={isEmpty} title={say("story.playHint")} onClick={() => show("player")}>
        <Icon name="play" /> {say("story.play")}
      </button>
      <button type="button" disabled={isEmpty} title={say("story.exportHint")} onClick={() => show("export")}>
        {say("story.export")}
      </button>
      <button type="button" disabled={isEmpty} title={say("story.saveHint")} onClick={save}>
        {say("story.save")}
      </button>
      <OpenFile />
      <button type="button" disabled={story === null} title={say("story.newHint")} onClick={() => stories.close()}>
        {say("story.new")}
      </button>
      <button
        type="button"
        className="bare"
        disabled={!canUndo}
        aria-label={say("story.undo")}
        title={say("story.undo")}
        onClick={() => stories.undo()}
      >
        <Icon name="undo" />
      </button>
    </div>
  );
}

export function StoryPanel() {
  const explorer = useExplorer();
  const stories = useStories();
  const story = useView((state) => state.story);
  const chosen = useView((state) => state.chosenStep);
  const playedFrom = useView((state) => state.playedFrom);
  const say = useSay();
  const [shown, show] = useState<Shown>("nothing");
  useEffect(() => void keepStory(explorer, stories), [explorer, stories]);
  const step = story?.steps.find(({ id }) => id === chosen) ?? story?.steps[0];
  const undo = (event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (inField || event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    stories.undo();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- undo works from anywhere in it
    <div className="story" onKeyDown={undo}>
      <Tools show={show} />
      {story === null || step === undefined ? (
        <p className="note story-empty">{say("story.empty")}</p>
      ) : (
        <div className="story-body">
          <Steps story={story} chosen={step.id} />
          <StepForm key={step.id} story={story} step={step} />
        </div>
      )}
      {shown === "player" && story !== null ? (
        <Player story={story} from={playedFrom} close={() => show("nothing")} />
      ) : null}
      {shown === "export" && story !== null ? <StoryExport story={story} close={() => show("nothing")} /> : null}
    </div>
  );
}
