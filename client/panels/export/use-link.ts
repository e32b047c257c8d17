/** Copies the link of what is on screen. */
import { linkOf } from "../../explorer/linked-view.ts";
import { readLink } from "../../permalink.ts";
import { useExplorer } from "../context.ts";
import { type Copying, useCopying } from "../table/use-copying.ts";

export interface LinkCopying extends Pick<Copying, "outcome"> {
  /** Calls back instead where the view is too large for a link. */
  copy: (tooLarge: () => void) => void;
}

export function useLink(): LinkCopying {
  const explorer = useExplorer();
  const { outcome, copy } = useCopying();
  const copyLink = (tooLarge: () => void) => {
    const link = linkOf(explorer);
    if (readLink(link).view.partly) return tooLarge();
    const { origin, pathname } = window.location;
    copy(`${origin}${pathname}${link}`);
  };
  return { outcome, copy: copyLink };
}
