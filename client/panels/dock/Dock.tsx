/** The dock at the foot of the drawing: its panel lies over the drawing, which keeps its size. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { useExplorer, useSay, useView } from "../context.ts";
import { focusStage } from "../focus.ts";
import { Icon } from "../Icon.tsx";
import { DockPanel, DockTabs } from "./DockTabs.tsx";

/** Least height of the panel, and how far an arrow key moves its edge. */
const [least, step] = [140, 32];

/** What the rest of the page keeps of the window's height, whatever is asked for; styles/dock.css has the same. */
const restKeeps = 420;

/** The panel's upper edge, dragged by the pointer or moved with the arrow keys. */
function Edge({ body }: { body: RefObject<HTMLElement | null> }) {
  const explorer = useExplorer();
  const height = useView((state) => state.covered);
  const say = useSay();
  const set = (wanted: number) =>
    explorer.resizeDock(Math.round(Math.max(Math.min(wanted, window.innerHeight - restKeeps), least)));
  const onPointerDown = (event: PointerEvent<HTMLHRElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
    event.currentTarget.focus();
  };
  const onPointerMove = (event: PointerEvent<HTMLHRElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { bottom = 0, top = 0 } = body.current?.getBoundingClientRect() ?? {};
    set(bottom - event.clientY - (top - event.currentTarget.getBoundingClientRect().top));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = { ArrowUp: height + step, ArrowDown: height - step, Home: Infinity, End: least }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator that moves is a control
    <hr
      className="dock-edge"
      aria-orientation="horizontal"
      aria-label={say("dock.resize")}
      aria-valuenow={Math.round(height)}
      aria-valuemin={least}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a separator that moves is a control
      tabIndex={0}
      title={say("dock.resize")}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}

/** Tells how much of the drawing the panel covers; before the next paint, so that the drawing never changes its size. */
function useCover(body: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const explorer = useExplorer();
  useLayoutEffect(() => {
    const element = body.current;
    if (!isOpen || element === null) return undefined;
    const tell = () => explorer.coverStage(element.offsetHeight);
    tell();
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => {
      observer.disconnect();
      explorer.coverStage(0);
    };
  }, [explorer, body, isOpen]);
}

export function Dock() {
  const explorer = useExplorer();
  const isOpen = useView((state) => state.dock !== null);
  const height = useView((state) => state.dockHeight);
  const say = useSay();
  const body = useRef<HTMLDivElement>(null);
  useCover(body, isOpen);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    // A dialog that was opened from here closes by itself.
    if (event.target instanceof Element && event.target.closest("dialog") !== null) return;
    event.preventDefault();
    focusStage();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leads from anywhere in it back to the drawing
    <section className="dock" aria-label={say("dock.label")} onKeyDown={onKeyDown}>
      {isOpen ? <Edge body={body} /> : null}
      <div className="dock-row">
        <DockTabs />
        {isOpen ? (
          <button
            type="button"
            className="bare"
            aria-label={say("dock.close")}
            title={say("dock.close")}
            onClick={() => explorer.openDock(null)}
          >
            <Icon name="close" />
          </button>
        ) : null}
      </div>
      {isOpen ? (
        <div ref={body} className="dock-body" style={{ height }}>
          <DockPanel />
        </div>
      ) : null}
    </section>
  );
}
