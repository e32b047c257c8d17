/** The measures of what is drawn, worked out anew when that changes; the last ones stay, marked, until then. The drawing is told of them. */
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import type { MeasuredNetwork, NodeMeasures } from "../../../scene/network-measures.ts";
import { drawnNetwork, filtersBeforeMeasuring } from "../../measures/drawn-network.ts";
import { measureInWorker } from "../../measures/measure.ts";
import { useExplorer, useGraph, useView } from "../context.ts";

const isSameNetwork = (one: MeasuredNetwork, other: MeasuredNetwork): boolean =>
  one.nodes.length === other.nodes.length &&
  one.links.length === other.links.length &&
  one.nodes.every((id, i) => id === other.nodes[i]) &&
  one.links.every(([start, end], i) => start === other.links[i]?.[0] && end === other.links[i]?.[1]);

function useDrawnNetwork(): MeasuredNetwork {
  const explorer = useExplorer();
  const graph = useGraph();
  const revision = useView((state) => state.revision);
  // Filters by measures change nothing of what is measured.
  const filtered = useView((state) => JSON.stringify(filtersBeforeMeasuring(state.filters)));
  const hidden = useView((state) => state.hidden);
  const layout = useView((state) => state.layout);
  const showUndrawn = useView((state) => state.showUndrawn);
  const time = useDeferredValue(useView((state) => state.time));
  const [kept] = useState<{ network: MeasuredNetwork | null }>({ network: null });
  return useMemo(
    () => {
      const state = { ...explorer.store.getState(), hidden, layout, showUndrawn, time };
      const network = drawnNetwork(state, graph);
      // What is measured already is not measured anew.
      if (kept.network === null || !isSameNetwork(kept.network, network)) kept.network = network;
      return kept.network;
    },
    // The graph is one object that changes: its revision tells when.
    // oxlint-disable-next-line react/exhaustive-deps
    [explorer, graph, revision, filtered, hidden, layout, showUndrawn, time, kept],
  );
}

export interface Measures {
  rows: readonly NodeMeasures[] | null;
  /** Names and relationships of the network that is measured, known before the measures are. */
  nodes: number;
  lines: number;
  status: "working" | "done" | "cancelled" | "failed";
  cancel: () => void;
  again: () => void;
}

interface Job {
  network: MeasuredNetwork;
  control: AbortController;
}

export function useMeasures(): Measures {
  const explorer = useExplorer();
  const network = useDrawnNetwork();
  const [asked, setAsked] = useState(0);
  // Asking again makes a job of its own for the same network.
  // oxlint-disable-next-line react/exhaustive-deps
  const job = useMemo<Job>(() => ({ network, control: new AbortController() }), [network, asked]);
  const [rows, setRows] = useState<readonly NodeMeasures[] | null>(null);
  const [ended, setEnded] = useState<{ job: Job; status: Exclude<Measures["status"], "working"> } | null>(null);
  useEffect(() => {
    const control = new AbortController();
    const cancel = () => control.abort();
    job.control.signal.addEventListener("abort", cancel);
    void measureInWorker(job.network, control.signal)
      .then((found) => {
        setRows(found);
        void explorer.tellMeasures(found);
        return setEnded({ job, status: "done" });
      })
      .catch((error: unknown) => {
        if (!(error instanceof DOMException)) setEnded({ job, status: "failed" });
      });
    return cancel;
  }, [explorer, job]);
  return {
    rows,
    nodes: network.nodes.length,
    lines: network.links.length,
    status: ended?.job === job ? ended.status : "working",
    cancel: () => {
      job.control.abort();
      setEnded({ job, status: "cancelled" });
    },
    again: () => setAsked(asked + 1),
  };
}
