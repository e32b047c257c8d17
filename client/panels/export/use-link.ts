/** Copies the link of what is on screen. */
import { addressOf } from "../../explorer/linked-view.ts";
import { isPartly } from "../../permalink.ts";
import { useExplorer } from "../context.ts";
import { type Copying, useCopying } from "../table/use-copying.ts";

export interface LinkCopying extends Pick<Copying, "outcome"> {
  /** Calls back instead where the view is too large for a link. */
  copy: (tooLarge: () => void) => void;
}

export function useLink(): LinkCopying {
  const explorer = useExplorer();
  const { outcome, copy } = useCopying();
  const { origin, pathname } = window.location;
  const pass = (link: string, tooLarge: () => void) =>
    isPartly(link) ? tooLarge() : copy(`${origin}${pathname}${link}`);
  const copyLink = (tooLarge: () => void) => {
    const link = addressOf(explorer);
    // Some browsers let a page copy only while the click lasts.
    if (typeof link === "string") pass(link, tooLarge);
    else void link.then((packed) => pass(packed, tooLarge));
  };
  return { outcome, copy: copyLink };
}
