/** The keys of the explorer. */
import { useCallback } from "react";
import type { Explorer } from "../explorer.ts";
import { selectionOf } from "../store.ts";
import { isTyping, useExplorer, useKeys } from "./context.ts";
import { focusStage } from "./focus.ts";

/** Steps back one thing at a time: a layout being worked out, the free line, a path being asked, what is selected, the path that is shown, the dock. */
function escape(explorer: Explorer): boolean {
  const { arranging, lassoing, pathFrom, selected, paths, dock } = explorer.store.getState();
  if (arranging !== null) explorer.stopArranging();
  else if (lassoing) explorer.setLassoing(false);
  else if (pathFrom !== null) explorer.cancelPath();
  else if (selected !== null) explorer.select(null);
  else if (paths !== null) explorer.closePath();
  else if (dock !== null) explorer.openDock(null);
  else return false;
  return true;
}

function withSelected(explorer: Explorer, act: (id: string) => void): boolean {
  const { selected } = explorer.store.getState();
  if (selected?.kind !== "node") return false;
  act(selected.id);
  return true;
}

function hideSelected(explorer: Explorer): boolean {
  const selection = selectionOf(explorer.store.getState());
  if (selection?.kind !== "node") return false;
  explorer.hideNodes([...selection.ids]);
  return true;
}

/** Where nothing has a date, there is no time to look at. */
function toggleTime(explorer: Explorer): boolean {
  const { dataset, time } = explorer.store.getState();
  if (dataset?.dated === false && time === null) return false;
  explorer.toggleTime();
  return true;
}

function press(explorer: Explorer, key: string): boolean {
  switch (key) {
    case "Escape":
      return escape(explorer);
    case "Delete":
    case "Backspace":
      return hideSelected(explorer);
    case "e":
      return withSelected(explorer, (id) => void explorer.expandNode(id));
    case "n":
      explorer.selectNeighbors();
      return true;
    case "p":
      void explorer.releaseNodes();
      return true;
    case "i":
      explorer.invertSelection();
      return true;
    case "t":
      explorer.openDock(explorer.store.getState().dock === "table" ? null : "table");
      return true;
    case "d":
      return toggleTime(explorer);
    case "w":
      focusStage();
      return true;
    case "f":
      explorer.camera.fit();
      return true;
    case "+":
    case "=":
      explorer.camera.zoomIn();
      return true;
    case "-":
      explorer.camera.zoomOut();
      return true;
    default:
      return false;
  }
}

export function useShortcuts(showList: () => void): void {
  const explorer = useExplorer();
  const handle = useCallback(
    (event: KeyboardEvent) => {
      if (isTyping(event.target) || document.querySelector("dialog[open]") !== null) return false;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        if (key === "y" || (key === "z" && event.shiftKey)) explorer.redo();
        else if (key === "z") explorer.undo();
        else if (key === "a") explorer.selectAll();
        return key === "z" || key === "y" || key === "a";
      }
      if (event.altKey) return false;
      if (key === "?") showList();
      return key === "?" || press(explorer, key);
    },
    [explorer, showList],
  );
  useKeys(handle);
}
