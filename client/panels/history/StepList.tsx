/** All steps in order, the latest above: those before, the present one, and those undone; a click goes there. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { wordStep } from "../../step-words.ts";
import { useExplorer, useGraph, useLanguage, useSay, useView } from "../context.ts";

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_at, last) => last,
};

/** Arrows walk through the list; Enter and the space bar are the button's own. */
function walk(event: KeyboardEvent<HTMLElement>, close: (focus: boolean) => void): void {
  if (event.key === "Escape") {
    event.preventDefault();
    return close(true);
  }
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((each) => each === document.activeElement);
  buttons[Math.min(Math.max(move(at, buttons.length - 1), 0), buttons.length - 1)]?.focus();
}

/** A click elsewhere closes it. */
function useClickElsewhere(
  inside: RefObject<HTMLElement | null>,
  button: RefObject<HTMLElement | null>,
  close: (focus: boolean) => void,
): void {
  useEffect(() => {
    const look = ({ target }: Event) => {
      const isInside = [inside, button].some(({ current }) => target instanceof Node && current?.contains(target));
      if (!isInside) close(false);
    };
    window.addEventListener("pointerdown", look);
    return () => window.removeEventListener("pointerdown", look);
  }, [inside, button, close]);
}

export function StepList({
  close,
  button,
}: {
  close: (focus: boolean) => void;
  button: RefObject<HTMLElement | null>;
}) {
  const explorer = useExplorer();
  useGraph();
  const language = useLanguage();
  const vocabulary = useView((state) => state.vocabulary);
  const say = useSay();
  const panel = useRef<HTMLElement>(null);
  useClickElsewhere(panel, button, close);
  useEffect(() => panel.current?.querySelector<HTMLElement>("[aria-current]")?.focus(), []);
  const { views, now } = explorer.listSteps();
  const documents = useView((state) => state.documents);
  const known = (id: string) =>
    views.find(({ graph }) => graph.nodes.has(id))?.graph.nodes.get(id)?.node ?? documents?.[id];
  const names = views.map((view) => wordStep(view, { language, vocabulary, known }));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move among its buttons, which take Enter
    <section ref={panel} className="step-list" aria-label={say("step.title")} onKeyDown={(event) => walk(event, close)}>
      <h2>{say("step.title")}</h2>
      <ol className="scrolling" reversed>
        {names
          .map((name, index) => ({ name, index }))
          .toReversed()
          .map(({ name, index }) => (
            <li key={index}>
              <button
                type="button"
                aria-current={index === now ? "step" : undefined}
                data-undone={index > now ? "" : undefined}
                onClick={() => explorer.goToStep(index)}
              >
                {name}
              </button>
            </li>
          ))}
      </ol>
    </section>
  );
}
