/** Turns the pages of columns that many people stand in. */
import { useCallback } from "react";
import { pageIn, questionView } from "../../view/question-view.ts";
import { isTyping, useExplorer, useKeys, useSay, useView } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { isBehindDialog } from "../popup.ts";

/** Whether a pane around it scrolls, which these keys are for then. */
const isInScrollingPane = (target: EventTarget | null): boolean => {
  for (let each = target instanceof Element ? target : null; each !== null; each = each.parentElement)
    if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)) return true;
  return false;
};

export function Pager() {
  const explorer = useExplorer();
  const question = useView(questionView);
  const page = useView((state) => (question === null ? 0 : pageIn(state, question)));
  const say = useSay();
  const pages = question?.pages ?? [];
  const turn = useCallback(
    ({ key, target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey || shiftKey || isTyping(target) || isBehindDialog()) return false;
      if (isInScrollingPane(target)) return false;
      const to = key === "PageDown" ? page + 1 : key === "PageUp" ? page - 1 : -1;
      if (to < 0 || to >= pages.length) return false;
      void explorer.turnPage(to);
      return true;
    },
    [explorer, page, pages.length],
  );
  useKeys(turn);
  if (question === null) return null;
  const button = (to: number, name: "back" | "next") => (
    <button
      type="button"
      className={`bare pager-${name}`}
      aria-label={say(`pages.${name}`)}
      title={say(`pages.${name}`)}
      aria-disabled={pages[to] === undefined}
      onClick={() => void explorer.turnPage(to)}
    >
      <Icon name="back" />
    </button>
  );
  return (
    <nav className="pager" aria-label={say("pages.label")}>
      {button(page - 1, "back")}
      <span>
        {say("pages.shown", {
          shown: pages[page]?.columns.people.length ?? 0,
          all: question.columns.people.length,
          page: page + 1,
          pages: pages.length,
        })}
      </span>
      {button(page + 1, "next")}
    </nav>
  );
}
