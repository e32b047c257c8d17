/** Enter in a field that searches as one types: it waits for what answers the text that stands there. */
import { useEffect, useRef } from "react";

/**
 * `press` takes at once where the answer is there, else as soon as it comes; `forget` is for whatever is done in
 * between: another text, an option moved to, Escape, another field.
 */
export function useEnter(isAnswered: boolean, take: () => void): { press: () => void; forget: () => void } {
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!isAwaited.current || !isAnswered) return;
    isAwaited.current = false;
    take();
  });
  return {
    press: () => {
      if (isAnswered) take();
      else isAwaited.current = true;
    },
    forget: () => {
      isAwaited.current = false;
    },
  };
}
