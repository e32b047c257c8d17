/** The drawing: Sigma mounted once, with the columns' heads over it. */
import { useEffect, useRef } from "react";
import type { Explorer } from "../explorer.ts";
import { tellFirstDrawing } from "../page/first-drawing.ts";
import type { ExplorerState } from "../store.ts";
import { type HeadName, columnHeadPlaces, headNames } from "./column-heads.ts";
import { type Drawn, keepMounted } from "./keep-mounted.ts";
import { browserMeasure } from "./measure.ts";
import { stageScale } from "./text.ts";
import { StageRenderer } from "./renderer.ts";

/** The keys that walk from node to node; see explorer/walk.ts. */
const walkKeys = new Set("ArrowDown ArrowUp ArrowRight ArrowLeft Enter Home End PageUp PageDown".split(" "));

export interface StageProps {
  explorer: Explorer;
  /** What a screen reader says of the drawing. */
  label: string;
  /** Words over the columns, in the interface's language. */
  columnHeads?: Readonly<Record<HeadName, string>>;
  /** Id of an element that describes the drawing further. */
  describedBy?: string;
  /** Hears whether the network is drawn. */
  onDrawn: (drawn: Drawn) => void;
}

export function Stage({ explorer, label, columnHeads, describedBy, onDrawn }: StageProps) {
  const container = useRef<HTMLDivElement>(null);
  const heads = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    explorer.resizeStage(element.clientWidth, element.clientHeight);
    let unmount = () => {};
    const forgo = afterWords(explorer, () => {
      unmount = keepMounted(element, () => mount(element, heads.current, explorer), onDrawn);
    });
    return () => {
      forgo();
      unmount();
    };
  }, [explorer, onDrawn]);

  return (
    <div className="stage">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application hears keys */}
      <div
        ref={container}
        className="stage-canvas"
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard walks the drawing from here
        tabIndex={0}
        aria-label={label}
        aria-describedby={describedBy}
        aria-keyshortcuts={[...walkKeys].join(" ")}
        onFocus={({ currentTarget }) => currentTarget.matches(":focus-visible") && void explorer.walk("")}
        onBlur={() => explorer.hover(null)}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !walkKeys.has(event.key)) return;
          event.preventDefault();
          void explorer.walk(event.key);
        }}
      />
      <div ref={heads} className="stage-heads" aria-hidden="true">
        {headNames.map((name) => (
          <span key={name} data-column={name} hidden>
            {columnHeads?.[name]}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Sets up WebGL, which takes a while, once the question and its answer in words can be read. */
function afterWords(explorer: Explorer, work: () => void): () => void {
  let [frame, timer] = [0, 0];
  const soon = () => {
    stop();
    frame = requestAnimationFrame(() => (timer = window.setTimeout(work)));
  };
  const isReady = ({ dataset, problem }: ExplorerState) => dataset !== null || problem !== null;
  const stop = explorer.store.subscribe((state) => isReady(state) && soon());
  if (isReady(explorer.store.getState())) soon();
  return () => {
    stop();
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };
}

function mount(element: HTMLElement, heads: HTMLElement | null, explorer: Explorer): () => void {
  const text = browserMeasure();
  const stage = new StageRenderer(element, explorer, text, (drawn) => {
    placeHeads(heads, drawn, explorer);
    if (explorer.store.getState().revision > 0) tellFirstDrawing();
  });
  const unfollow = followSize(element, stage, explorer);
  const unfollowFonts = followFonts(() => {
    text.forget();
    explorer.resizeStage(element.clientWidth, element.clientHeight);
    stage.redraw();
  });
  return () => {
    unfollow();
    unfollowFonts();
    stage.stop();
  };
}

/** Tells the explorer how large the stage is, now and whenever that or the pixel ratio changes. */
function followSize(element: HTMLElement, stage: StageRenderer, explorer: Explorer): () => void {
  const report = () => {
    if (element.clientWidth === 0 || element.clientHeight === 0) return;
    explorer.resizeStage(element.clientWidth, element.clientHeight);
    stage.resize();
  };
  const observer = new ResizeObserver(report);
  observer.observe(element);
  let ratio = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  const onRatio = () => {
    ratio.removeEventListener("change", onRatio);
    ratio = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    ratio.addEventListener("change", onRatio);
    stage.resize();
  };
  ratio.addEventListener("change", onRatio);
  return () => {
    observer.disconnect();
    ratio.removeEventListener("change", onRatio);
  };
}

/** Names are measured again once a font has arrived. */
function followFonts(changed: () => void): () => void {
  document.fonts.addEventListener("loadingdone", changed);
  return () => document.fonts.removeEventListener("loadingdone", changed);
}

/** Free pixels between a head and the stage's edge. */
const edge = 8;

function placeHeads(layer: HTMLElement | null, stage: StageRenderer, explorer: Explorer): void {
  if (!layer) return;
  const state = explorer.store.getState();
  const places = columnHeadPlaces(state, explorer.graph, stage.appearance);
  layer.hidden = places.size === 0;
  for (const head of layer.querySelectorAll<HTMLElement>("[data-column]")) {
    const place = places.get(head.dataset["column"] as HeadName);
    head.hidden = !place;
    if (!place) continue;
    const { x } = stage.toScreen({ x: place.x, y: 0 });
    head.style.fontSize = `${12 * stageScale(state.stage)}px`;
    const most = state.stage.width - head.offsetWidth - edge;
    const left = x + place.before - place.share * head.offsetWidth;
    const isOnStage = x > 0 && x < state.stage.width;
    head.style.transform = `translateX(${Math.round(isOnStage ? Math.max(edge, Math.min(left, most)) : left)}px)`;
  }
}
