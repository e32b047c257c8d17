/** Composes an export as its options change, one after another; those that were overtaken meanwhile are given up. */
import { useEffect, useState } from "react";
import type { ExportOptions } from "../../export/compose.ts";
import type { Composing, Exporting } from "../../export/exporter.ts";

export interface Shown extends Composing {
  options: ExportOptions;
}

/** Pictures lie outside the memory that is tidied by itself. */
const close = ({ picture }: Composing) => picture?.close();

/** What was composed last; null before anything was, `"failed"` where the options at hand could not be. */
export function useComposition(exporting: Exporting | null, options: ExportOptions): Shown | "failed" | null {
  const [shown, setShown] = useState<Shown | "failed" | null>(null);
  useEffect(() => {
    if (exporting === null) return undefined;
    const wanted = new AbortController();
    const { signal } = wanted;
    void exporting.compose(options, true, signal).then(
      (composing) => (signal.aborted ? close(composing) : setShown({ ...composing, options })),
      () => signal.aborted || setShown("failed"),
    );
    return () => wanted.abort();
  }, [exporting, options]);
  useEffect(() => (shown === null || shown === "failed" ? undefined : () => close(shown)), [shown]);
  return shown;
}
