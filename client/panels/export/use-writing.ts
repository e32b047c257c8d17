/** Writes a file at a time and hands it over; `cancel` gives it up, and so does leaving. */
import { useEffect, useRef, useState } from "react";
import type { Progress } from "../../../scene/writers/progress.ts";
import { type ExportedFile, TooLarge, download } from "../../export/exporter.ts";

export interface Writing {
  state: "idle" | "writing" | "done" | "failed" | "tooLarge";
  /** The share that is written; null where that is not known. */
  share: number | null;
  write: (make: (signal: AbortSignal, progress: Progress) => Promise<ExportedFile>) => Promise<void>;
  cancel: () => void;
}

export function useWriting(): Writing {
  const [state, setState] = useState<Writing["state"]>("idle");
  const [share, setShare] = useState<number | null>(null);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);
  const cancel = () => {
    control.current?.abort();
    setState("idle");
  };
  const write: Writing["write"] = async (make) => {
    const { signal } = (control.current = new AbortController());
    setState("writing");
    setShare(null);
    try {
      download(await make(signal, setShare));
      setState("done");
    } catch (error) {
      if (!signal.aborted) setState(error instanceof TooLarge ? "tooLarge" : "failed");
    }
  };
  return { state, share, write, cancel };
}
