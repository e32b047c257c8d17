/** A word on the drawing that goes by itself, as that something was copied. */
import { useCallback, useEffect, useState } from "react";

/** For so long it can be read. */
const shown = 4000;

export type Tell = (words: string) => void;

export function useNote(): readonly [string, Tell] {
  // Each an object of its own: the same words told again stand as long again.
  const [note, setNote] = useState({ words: "" });
  useEffect(() => {
    if (note.words === "") return undefined;
    const timer = setTimeout(() => setNote({ words: "" }), shown);
    return () => clearTimeout(timer);
  }, [note]);
  const tell = useCallback((words: string) => setNote({ words }), []);
  return [note.words, tell];
}
