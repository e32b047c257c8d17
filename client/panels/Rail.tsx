/** The rail on the left: what is selected, else the path that is shown, else the questions and the key. */
import { useExplorer, useSay, useSelection, useView } from "./context.ts";
import { Inspector, Key, PathPanel } from "./later-panels.ts";
import { Questions } from "./Questions.tsx";

function Content() {
  const explorer = useExplorer();
  const selection = useSelection();
  const paths = useView((state) => state.paths);
  const vocabulary = useView((state) => state.vocabulary);
  if (vocabulary === null) return null;
  if (selection !== null) return <Inspector back={() => explorer.select(null)} />;
  if (paths !== null) return <PathPanel paths={paths} />;
  return (
    <>
      <Questions />
      <Key />
    </>
  );
}

export function Rail() {
  const say = useSay();
  const selection = useSelection();
  return (
    <aside
      id="details"
      className="rail scrolling"
      tabIndex={-1}
      aria-label={say(selection === null ? "rail.label" : "inspector.label")}
    >
      <Content />
    </aside>
  );
}
