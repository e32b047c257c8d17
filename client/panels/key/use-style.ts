/** What the panels of style and of filters by value read of the view. */
import { useCallback, useEffect, useMemo, useState } from "react";
import { usesFigures } from "../../style/rules.ts";
import { seenOn } from "../../style/words.ts";
import type { ExplorerState } from "../../store.ts";
import { useExplorer, useGraph, useView } from "../context.ts";

/** The state with the time as the key counts by it, and the graph; drawn again when either changes. */
export function useCounted(time: ExplorerState["time"]) {
  const explorer = useExplorer();
  const graph = useGraph();
  useView((state) => state.filters);
  useView((state) => state.style);
  useView((state) => state.hidden);
  useView((state) => state.measures);
  useView((state) => state.figures);
  useView((state) => state.language);
  useView((state) => state.theme);
  const seen = useMemo(() => seenOn(graph), [graph]);
  return { state: { ...explorer.store.getState(), time }, graph, seen };
}

export type Reading = "reading" | "read" | "failed";

/** Reads the figures of what is on screen while they are wanted, or the view goes by them. */
export function useFigures(wanted: boolean): { reading: Reading; again: () => void } {
  const explorer = useExplorer();
  const revision = useView((state) => state.revision);
  const isUsed = useView(usesFigures);
  const [reading, setReading] = useState<Reading>("reading");
  const read = useCallback(
    () => void explorer.listFigures().then((known) => setReading(known ? "read" : "failed")),
    [explorer],
  );
  useEffect(
    () => {
      if (wanted || isUsed) read();
    },
    // The graph is one object that changes: its revision tells when.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
    [read, wanted, isUsed, revision],
  );
  return {
    reading,
    again: () => {
      setReading("reading");
      read();
    },
  };
}
