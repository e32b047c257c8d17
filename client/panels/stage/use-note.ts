/** A word on the drawing that goes by itself, as that something was copied. */
import { useCallback, useEffect, useState } from "react";

/** For so long it can be read. */
const shown = 4000;

export type Tell = (words: string) => void;

export function useNote(): readonly [string, Tell] {
  const [note, setNote] = useState({ words: "", count: 0 });
  useEffect(() => {
    if (note.words === "") return undefined;
    const timer = setTimeout(() => setNote(({ count }) => ({ words: "", count })), shown);
    return () => clearTimeout(timer);
  }, [note]);
  const tell = useCallback((words: string) => setNote(({ count }) => ({ words, count: count + 1 })), []);
  return [note.words, tell];
}
