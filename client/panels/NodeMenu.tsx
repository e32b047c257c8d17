/** What can be done with a name on the drawing, where it was right-clicked; by keys, with what is selected. */
import "../styles/node-menu.css";
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { nameOf } from "../../schema/graph.ts";
import { broughtBy } from "../explorer/collapse.ts";
import { selectionOf } from "../store.ts";
import { isGroup } from "../view/groups.ts";
import { useExplorer, useLanguage, useSay, useView } from "./context.ts";
import { usePopup } from "./popup.ts";

interface Opened {
  /** The node, and all that is selected with it. */
  id: string;
  ids: readonly string[];
  x: number;
  y: number;
}

const stageOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(".stage-canvas") : null;

/** Opens at a right click on a name, or at the keyboard's own key for menus. */
export function NodeMenu() {
  const explorer = useExplorer();
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    const open = (event: MouseEvent) => {
      const stage = stageOf(event.target);
      const { hovered, selected, pathFrom } = explorer.store.getState();
      // A long touch selects; while a path is asked, a chosen name would be its end.
      const isTouch = "pointerType" in event && event.pointerType === "touch";
      if (stage === null || isTouch || pathFrom !== null) return;
      const byPointer = event.button === 2;
      const target = byPointer ? hovered : selected;
      if (target?.kind !== "node" || !explorer.graph.hasNode(target.id)) return;
      event.preventDefault();
      if (selectionOf(explorer.store.getState())?.ids.has(target.id) !== true) explorer.select(target);
      const { left, top, width, height } = stage.getBoundingClientRect();
      const place = byPointer ? { x: event.clientX, y: event.clientY } : { x: left + width / 2, y: top + height / 3 };
      setOpened({ id: target.id, ids: [...(selectionOf(explorer.store.getState())?.ids ?? [target.id])], ...place });
    };
    document.addEventListener("contextmenu", open);
    return () => document.removeEventListener("contextmenu", open);
  }, [explorer]);
  const close = useCallback((focus: boolean) => {
    setOpened(null);
    if (focus) document.querySelector<HTMLElement>(".stage-canvas")?.focus();
  }, []);
  return opened === null ? null : <Menu key={`${opened.id} ${opened.x} ${opened.y}`} opened={opened} close={close} />;
}

/** Free pixels between the menu and the window's edge. */
const edge = 8;

/** Closes a menu whose drawing has become another one: its name may be gone, and what can be done with it has changed. */
function useCloseWithRevision(close: () => void): void {
  const revision = useView((state) => state.revision);
  const [first] = useState(revision);
  useEffect(() => {
    if (revision !== first) close();
  }, [revision, first, close]);
}

function Menu({ opened, close }: { opened: Opened; close: (focus: boolean) => void }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const { id, x, y } = opened;
  const nothing = useRef<HTMLElement>(null);
  const menu = usePopup<HTMLDivElement>({ close, button: nothing }, "button");
  const { ref } = menu;
  const leave = useCallback(() => {
    const { activeElement: focused } = document;
    // With the menu's name its buttons are gone, and the focus with them.
    close(focused === document.body || ref.current?.contains(focused) === true);
  }, [close, ref]);
  useCloseWithRevision(leave);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    menu.onKeyDown(event);
    if (event.defaultPrevented) return;
    const { nativeEvent } = event;
    // The explorer's own keys are heard at the window, after the menu has heard them.
    setTimeout(() => {
      if (nativeEvent.defaultPrevented && ref.current !== null) leave();
    });
  };
  useLayoutEffect(() => {
    const { current } = ref;
    if (current === null) return;
    current.style.left = `${Math.max(edge, Math.min(x, window.innerWidth - current.offsetWidth - edge))}px`;
    current.style.top = `${Math.max(edge, Math.min(y, window.innerHeight - current.offsetHeight - edge))}px`;
  }, [ref, x, y]);
  if (!explorer.graph.hasNode(id)) return null;
  return (
    <div
      ref={ref}
      onKeyDown={onKeyDown}
      className="layout-menu node-menu"
      role="menu"
      tabIndex={-1}
      aria-label={nameOf(explorer.graph.getNodeAttribute(id, "node"), language).text}
    >
      <Items opened={opened} close={close} />
    </div>
  );
}

function Items({ opened: { id, ids }, close }: { opened: Opened; close: (focus: boolean) => void }) {
  const explorer = useExplorer();
  const say = useSay();
  const group = isGroup(id);
  const brought = broughtBy(explorer, id).length;
  const item = (name: string, work: () => unknown, key?: string) => (
    <button
      type="button"
      role="menuitem"
      onClick={() => {
        close(true);
        void work();
      }}
    >
      <span className="layout-name">{name}</span>
      {key === undefined ? null : <kbd lang="en">{key}</kbd>}
    </button>
  );
  return (
    <>
      {item(say(group ? "inspector.menu.open" : "inspector.menu.expand"), () => explorer.expandNode(id), "E")}
      {group ? null : item(say("inspector.path"), () => explorer.beginPath(id))}
      {item(say("inspector.menu.neighbors"), () => explorer.selectNeighbors(), "N")}
      {item(say("inspector.menu.rings"), () => explorer.setLayout("radial"))}
      {ids.length > 1 ? item(say("inspector.menu.group"), () => explorer.groupTogether(ids)) : null}
      {brought === 0 ? null : item(say("inspector.collapse", { count: brought }), () => explorer.collapseNode(id))}
      {explorer.graph.getNodeAttribute(id, "pinned")
        ? item(say("inspector.release"), () => explorer.releaseNodes([id]))
        : null}
      {item(say("inspector.hide"), () => explorer.hideNodes(ids), "Delete")}
    </>
  );
}
