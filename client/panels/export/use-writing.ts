/** Writes a file at a time and hands it over, or a picture to the clipboard; `cancel` gives it up, and so does leaving. */
import { useEffect, useRef, useState } from "react";
import type { Progress } from "../../../scene/writers/progress.ts";
import { TooLarge } from "../../export/too-large.ts";
import { type ExportedFile, download } from "../../export/exporter.ts";
import { copyPicture } from "../table/clipboard.ts";

export interface Writing {
  state: "idle" | "writing" | "done" | "copied" | "failed" | "tooLarge" | "notCopied";
  /** The share that is written; null where that is not known. */
  share: number | null;
  write: (make: (signal: AbortSignal, progress: Progress) => Promise<ExportedFile>) => Promise<void>;
  /** Hands a PNG to the clipboard; to be called by a click, as browsers allow no other. */
  copy: (make: (signal: AbortSignal, progress: Progress) => Promise<Blob>) => Promise<void>;
  cancel: () => void;
}

/** Whether the browser has a clipboard for pictures. */
export const canCopyPictures = (): boolean => typeof ClipboardItem === "function" && "clipboard" in navigator;

export function useWriting(): Writing {
  const [state, setState] = useState<Writing["state"]>("idle");
  const [share, setShare] = useState<number | null>(null);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);
  const cancel = () => {
    control.current?.abort();
    setState("idle");
  };
  const begin = (): AbortSignal => {
    control.current = new AbortController();
    setState("writing");
    setShare(null);
    return control.current.signal;
  };
  const copy: Writing["copy"] = async (make) => {
    const signal = begin();
    try {
      const isCopied = await copyPicture(make(signal, setShare));
      setState(isCopied ? "copied" : "notCopied");
    } catch (error) {
      if (!signal.aborted) setState(error instanceof TooLarge ? "tooLarge" : "failed");
    }
  };
  const write: Writing["write"] = async (make) => {
    const signal = begin();
    try {
      download(await make(signal, setShare));
      setState("done");
    } catch (error) {
      if (!signal.aborted) setState(error instanceof TooLarge ? "tooLarge" : "failed");
    }
  };
  return { state, share, write, copy, cancel };
}
