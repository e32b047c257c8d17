/** What can be done with a name, a line or the whole drawing, where it was right-clicked; by keys, with what is selected. */
import "../../styles/stage-menu.css";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type Box, overlaps, shift } from "../../../scene/geometry.ts";
import { nameOf } from "../../../schema/graph.ts";
import type { Explorer } from "../../explorer.ts";
import { isOnScreen } from "../../view/graph.ts";
import { type Target, selectionOf } from "../../store.ts";
import { isBundle } from "../../view/groups.ts";
import { meantBy } from "../../view/visibility.ts";
import { type Say, useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { focusStage } from "../focus.ts";
import { usePopup } from "../popup.ts";
import { CloseMenu } from "./Item.tsx";
import { LineItems } from "./LineItems.tsx";
import { NodeItems } from "./NodeItems.tsx";
import { StageItems, type StageItemsProps } from "./StageItems.tsx";
import { placeMenu } from "./card-place.ts";
import { stageOf } from "./rest.ts";
import { boxOf } from "./subject.ts";
import type { Tell } from "./use-note.ts";

interface Opened {
  /** Null for the drawing as a whole. */
  target: Target | null;
  /** The target, and all that is selected with it. */
  ids: readonly string[];
  x: number;
  y: number;
  /** What the menu stands beside when it was asked for by keys, in the window's pixels. */
  beside?: Box;
}

interface StageMenuProps extends StageItemsProps {
  /** Says something on the drawing once the menu is closed. */
  tell: Tell;
}

/** What a menu is asked for, selected with what is selected already; null where none is. */
function open(explorer: Explorer, event: MouseEvent): Opened | null {
  const stage = stageOf(event.target);
  const { hovered, selected, pathFrom } = explorer.store.getState();
  // A long touch selects; while a path is asked, a chosen name would be its end.
  const isTouch = "pointerType" in event && event.pointerType === "touch";
  if (stage === null || isTouch || pathFrom !== null) return null;
  const byPointer = event.button === 2 || event.ctrlKey;
  const asked = byPointer ? hovered : selected;
  const meant =
    asked?.kind === "relationship"
      ? { ...asked, id: meantBy(explorer.store.getState(), explorer.graph, asked.id) }
      : asked;
  const target = isOnScreen(explorer.graph, meant) ? meant : null;
  const { left, top, width, height } = stage.getBoundingClientRect();
  const place = byPointer ? { x: event.clientX, y: event.clientY } : { x: left + width / 2, y: top + height / 3 };
  if (target === null) return { target, ids: [], ...place };
  const isSelected = () => selectionOf(explorer.store.getState());
  if (selected?.kind !== target.kind || isSelected()?.ids.has(target.id) !== true) explorer.select(target);
  const box = byPointer ? null : boxOf(explorer, target);
  const isInSight = box !== null && overlaps(box, { left: 0, top: 0, right: width, bottom: height });
  const beside = isInSight ? { beside: shift(box, { x: left, y: top }) } : {};
  return { target, ids: [...(isSelected()?.ids ?? [target.id])], ...place, ...beside };
}

/** Opens at a right click, or at the keyboard's own key for menus. */
export function StageMenu(props: StageMenuProps) {
  const explorer = useExplorer();
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    const hear = (event: MouseEvent) => {
      const wanted = open(explorer, event);
      if (wanted === null) return;
      event.preventDefault();
      setOpened(wanted);
    };
    document.addEventListener("contextmenu", hear);
    return () => document.removeEventListener("contextmenu", hear);
  }, [explorer]);
  const close = useCallback((focus: boolean) => {
    setOpened(null);
    if (focus) focusStage();
  }, []);
  if (opened === null || (opened.target !== null && !isOnScreen(explorer.graph, opened.target))) return null;
  const { target, ids, x, y } = opened;
  return (
    <Menu key={`${target?.kind} ${target?.id} ${x} ${y}`} opened={opened} close={close}>
      {target === null ? (
        <StageItems {...props} />
      ) : target.kind === "node" ? (
        <NodeItems id={target.id} ids={ids} />
      ) : (
        <LineItems id={target.id} tell={props.tell} />
      )}
    </Menu>
  );
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

/** What a menu is about: a name, a claim in words, or the drawing. */
function useLabel(target: Target | null): string {
  const { graph } = useExplorer();
  const language = useLanguage();
  const say: Say = useSay();
  const vocabulary = useView((state) => state.vocabulary);
  if (target === null) return say("menu.stage");
  const name = (id: string) => nameOf(graph.getNodeAttribute(id, "node"), language).text;
  if (target.kind === "node") return name(target.id);
  const { type, start, end } = graph.getEdgeAttribute(target.id, "relationship");
  const caption = isBundle(target.id) ? "–" : (vocabulary?.relationships[type]?.caption[language] ?? "–");
  return `${name(start)} ${caption} ${name(end)}`;
}

interface MenuProps {
  opened: Opened;
  close: (focus: boolean) => void;
  children: ReactNode;
}

function Menu({ opened: { target, x, y, beside }, close, children }: MenuProps) {
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
    if (beside !== undefined) {
      const menu = { width: current.offsetWidth, height: current.offsetHeight };
      const at = placeMenu(menu, beside, { width: window.innerWidth, height: window.innerHeight });
      current.style.left = `${at.x}px`;
      current.style.top = `${at.y}px`;
      return;
    }
    current.style.left = `${Math.max(edge, Math.min(x, window.innerWidth - current.offsetWidth - edge))}px`;
    current.style.top = `${Math.max(edge, Math.min(y, window.innerHeight - current.offsetHeight - edge))}px`;
  }, [ref, x, y, beside]);
  return (
    <div
      ref={ref}
      onKeyDown={onKeyDown}
      className="layout-menu stage-menu scrolling"
      role="menu"
      tabIndex={-1}
      aria-label={useLabel(target)}
    >
      <CloseMenu value={close}>{children}</CloseMenu>
    </div>
  );
}
