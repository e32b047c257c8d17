/** Plays a story on the whole screen: a step at a time, led by keys, one page fading into the next. */
import { useEffect, useRef, useState } from "react";
import type { PageSize } from "../../../scene/sheet/forms.ts";
import type { Story } from "../../../schema/story.ts";
import { notWorkedOut } from "../../explorer/context.ts";
import type { ProblemReport } from "../../store.ts";
import { type PageTools, type StoryPage, composeStep, phonePage, usualPage } from "../../story/pages.ts";
import { useMedia, useSay, useView } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { PlayerPages } from "./PlayerPages.tsx";
import { usePageTools } from "./use-pages.ts";

type Pages = ReadonlyMap<string, StoryPage | ProblemReport>;

/** A step has a page for each form of the screen. */
const keyOf = (form: { size: PageSize }, { id }: { id: string }) => `${form.size} ${id}`;

interface Composed {
  id: string;
  /** Undefined until it is there; or why its view cannot be opened. */
  page: StoryPage | ProblemReport | undefined;
  again: () => void;
}

/** Composes the step at hand, then the one after it; gives back the former. */
function usePage(story: Story, at: number, tools: PageTools | null): Composed {
  const palette = useView((state) => state.theme);
  const isUpright = useMedia("(orientation: portrait) and (max-width: 560px)");
  const form = isUpright ? phonePage : usualPage;
  const [pages, setPages] = useState<Pages>(new Map());
  useEffect(() => {
    if (tools === null) return undefined;
    const wanted = story.steps.slice(at, at + 2).find((step) => !pages.has(keyOf(form, step)));
    if (wanted === undefined) return undefined;
    let isWanted = true;
    const options = { ...form, palette, sources: true };
    const compose = async () => {
      // It is given up too where the player closes meanwhile.
      const page = await composeStep(story, wanted, options, tools).catch(() => notWorkedOut);
      if (isWanted) setPages((before) => new Map(before).set(keyOf(form, wanted), page));
    };
    void compose();
    return () => {
      isWanted = false;
    };
  }, [story, at, tools, pages, palette, form]);
  const step = story.steps[at];
  const id = step === undefined ? "" : keyOf(form, step);
  const again = () => setPages((before) => new Map([...before].filter(([, page]) => "scene" in page)));
  return { id, page: pages.get(id), again };
}

/** Where a key leads from a step; null for other keys. */
function walk(key: string, at: number, last: number): number | null {
  if (key === "ArrowRight" || key === "ArrowDown" || key === "PageDown" || key === " " || key === "Enter")
    return Math.min(at + 1, last);
  if (key === "ArrowLeft" || key === "ArrowUp" || key === "PageUp") return Math.max(at - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}

interface PlayerProps {
  story: Story;
  /** The step to begin with; null for the first. */
  from: string | null;
  close: () => void;
}

/** Fills the screen where the browser lets it, and ends when the person leaves that. */
function useFullScreen(dialog: React.RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    let isFull = false;
    const follow = () => {
      if (document.fullscreenElement === element) isFull = true;
      else if (isFull) element.close();
    };
    document.addEventListener("fullscreenchange", follow);
    // Where the browser refuses, the dialog fills the window.
    void element.requestFullscreen?.().catch(() => undefined);
    return () => {
      document.removeEventListener("fullscreenchange", follow);
      if (document.fullscreenElement === element) void document.exitFullscreen().catch(() => undefined);
    };
  }, [dialog]);
}

export function Player({ story, from, close }: PlayerProps) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const begin = story.steps.findIndex(({ id }) => id === from);
  const [at, setAt] = useState(Math.max(begin, 0));
  const composed = usePage(story, at, usePageTools());
  const last = story.steps.length - 1;
  const step = story.steps[at];
  useFullScreen(dialog);
  useEffect(() => {
    // Before everything else: a button that is switched off loses the focus, and the page has keys of its own.
    const onKeyDown = (event: KeyboardEvent) => {
      event.stopPropagation();
      if (event.target instanceof HTMLButtonElement && (event.key === " " || event.key === "Enter")) return;
      const next = walk(event.key, at, last);
      if (next === null) return;
      event.preventDefault();
      setAt(next);
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [at, last]);
  const place = say("story.place", { at: at + 1, count: last + 1 });
  return (
    <dialog ref={dialog} className="player" aria-label={say("story.player")} onClose={close}>
      <PlayerPages {...composed} title={step?.title ?? ""} />
      <div className="player-foot">
        {story.title.trim() === "" ? null : <span className="player-title">{story.title}</span>}
        <button
          type="button"
          className="bare"
          aria-label={say("story.back")}
          title={say("story.back")}
          disabled={at === 0}
          onClick={() => setAt(at - 1)}
        >
          <Icon name="back" />
        </button>
        <output>{place}</output>
        <button
          type="button"
          className="bare player-next"
          aria-label={say("story.next")}
          title={say("story.next")}
          disabled={at === last}
          onClick={() => setAt(at + 1)}
        >
          <Icon name="back" />
        </button>
        <button
          type="button"
          className="bare"
          aria-label={say("story.end")}
          title={say("story.end")}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
    </dialog>
  );
}
