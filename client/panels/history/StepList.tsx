/** All steps in order, the latest above: those before, the present one, and those undone; a click goes there. */
import { wordStep } from "../../words/step-words.ts";
import { useExplorer, useGraph, useLanguage, useSay, useView } from "../context.ts";
import { type PopupProps, usePopup } from "../popup.ts";

function useStepNames(): { names: string[]; now: number } {
  const explorer = useExplorer();
  useGraph();
  const language = useLanguage();
  const vocabulary = useView((state) => state.vocabulary);
  const documents = useView((state) => state.documents);
  const { views, now } = explorer.listSteps();
  const known = (id: string) =>
    views.find(({ graph }) => graph.nodes.has(id))?.graph.nodes.get(id)?.node ?? documents?.[id];
  return { names: views.map((view) => wordStep(view, { language, vocabulary, known })), now };
}

function Steps() {
  const explorer = useExplorer();
  const { names, now } = useStepNames();
  return (
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
  );
}

/** On a phone: the list fills a sheet. */
export function StepSheet() {
  const say = useSay();
  return (
    <section className="step-list in-sheet" aria-label={say("step.title")}>
      <h2>{say("step.title")}</h2>
      <Steps />
    </section>
  );
}

export function StepList(props: PopupProps) {
  const say = useSay();
  const panel = usePopup<HTMLElement>(props, "[aria-current]");
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move among its buttons, which take Enter
    <section {...panel} className="step-list" aria-label={say("step.title")}>
      <h2>{say("step.title")}</h2>
      <Steps />
    </section>
  );
}
