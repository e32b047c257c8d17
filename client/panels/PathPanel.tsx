/** The path that is shown, or what connects several: its ends, on what conditions it was found, and its steps. */
import { useDeferredValue } from "react";
import { nameOf } from "../../schema/graph.ts";
import { type PathOptions, type ShownPaths, usualPath } from "../store.ts";
import { formatPeriod } from "../strings/format.ts";
import { isTimeSet } from "../view/time.ts";
import { timesIn } from "../view/visibility.ts";
import { useExplorer, useGraph, useLanguage, useNode, useSay, useView } from "./context.ts";
import { useFocusAfterwards } from "./kept-focus.ts";
import { Icon } from "./Icon.tsx";
import { Conditions, PathChoices } from "./path/PathOptions.tsx";
import { PathSteps } from "./path/PathSteps.tsx";

/** As many as the server connects. */
const mostEnds = 6;

function useNameOf(id: string): string {
  const language = useLanguage();
  const node = useNode(id);
  return node === null ? id : nameOf(node, language).text;
}

function Leaf({ paths }: { paths: ShownPaths }) {
  const explorer = useExplorer();
  const say = useSay();
  const count = paths.answer.paths.length;
  if (count < 2 || paths.ends.length > 2) return null;
  return (
    <div className="path-leaf">
      <button
        type="button"
        aria-label={say("path.previous")}
        title={say("path.previous")}
        disabled={paths.shown === 0}
        onClick={() => explorer.showOtherPath(paths.shown - 1)}
      >
        ‹
      </button>
      <span>{say("path.number", { number: paths.shown + 1, count })}</span>
      <button
        type="button"
        aria-label={say("path.next")}
        title={say("path.next")}
        disabled={paths.shown === count - 1}
        onClick={() => explorer.showOtherPath(paths.shown + 1)}
      >
        ›
      </button>
    </div>
  );
}

function End({ id, ends }: { id: string; ends: readonly string[] }) {
  const explorer = useExplorer();
  const say = useSay();
  const name = useNameOf(id);
  return (
    <li>
      <button
        type="button"
        className="chip"
        aria-label={say("path.drop", { condition: name })}
        onClick={() => void explorer.changePath({ ends: ends.filter((each) => each !== id) })}
      >
        {name}
        <Icon name="close" />
      </button>
    </li>
  );
}

/** The ends of a connection, each to be taken away, and a way to add one. */
function Ends({ ends }: { ends: readonly string[] }) {
  const explorer = useExplorer();
  const say = useSay();
  return (
    <ul className="chips" aria-label={say("path.ends")}>
      {ends.length > 2 ? ends.map((id) => <End key={id} id={id} ends={ends} />) : null}
      {ends.length < mostEnds ? (
        <li>
          <button type="button" className="chip add" onClick={() => explorer.addPathEnd()}>
            {say("path.addEnd")}
          </button>
        </li>
      ) : null}
    </ul>
  );
}

function isUsual(options: PathOptions): boolean {
  const { certainties, types, labels, withoutTypes, withoutLabels, without, dates } = options;
  return (
    dates === "any" &&
    [certainties, types, labels, withoutTypes, withoutLabels, without].every((list) => list.length === 0)
  );
}

/** No path: how far was looked, and what would widen the search. */
function NoPath({ paths }: { paths: ShownPaths }) {
  const explorer = useExplorer();
  const say = useSay();
  const { options, answer } = paths;
  const { maxLength, searched } = answer;
  const widen = (change: Partial<PathOptions>) => void explorer.changePath({ options: change });
  return (
    <div className="path-none">
      <p>{say(searched < maxLength ? "path.cut" : "path.none", { most: Math.max(searched, 1) })}</p>
      {isUsual(options) ? null : <p>{say("path.tried")}</p>}
      <div className="actions">
        {maxLength < 8 && searched >= maxLength ? (
          <button type="button" onClick={() => widen({ maxLength: 8 })}>
            {say("path.longer")}
          </button>
        ) : null}
        {isUsual(options) ? null : (
          <button type="button" onClick={() => widen({ ...usualPath, which: options.which, maxLength })}>
            {say("path.loosen")}
          </button>
        )}
      </div>
    </div>
  );
}

function Unreached({ ids }: { ids: readonly string[] }) {
  const say = useSay();
  const language = useLanguage();
  const explorer = useExplorer();
  const { details, mentioned } = explorer.store.getState();
  if (ids.length === 0) return null;
  const names = ids.map((id) => {
    const node = explorer.graph.hasNode(id)
      ? explorer.graph.getNodeAttribute(id, "node")
      : (details[id]?.node ?? mentioned[id]);
    return node === undefined ? id : nameOf(node, language).text;
  });
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(names);
  return <p className="path-none">{say("path.unreached", { names: list })}</p>;
}

function Title({ ends }: { ends: readonly string[] }) {
  const say = useSay();
  const from = useNameOf(ends[0] ?? "");
  const to = useNameOf(ends[1] ?? "");
  return (
    <h2 className="inspected sentence">
      {ends.length > 2 ? say("path.connection", { count: ends.length }) : say("path.title", { from, to })}
    </h2>
  );
}

/** A path goes by all time; what of it is not drawn at the time that is looked at is told. */
function AtTime({ paths }: { paths: ShownPaths }) {
  const say = useSay();
  const language = useLanguage();
  const graph = useGraph();
  const explorer = useExplorer();
  const time = useDeferredValue(useView((state) => state.time));
  if (!isTimeSet(time) || paths.answer.paths.length === 0) return null;
  const times = timesIn({ ...explorer.store.getState(), time }, graph);
  const inView = paths.ends.length > 2 ? paths.answer.paths : paths.answer.paths.slice(paths.shown, paths.shown + 1);
  const steps = new Set(inView.flatMap(({ relationships }) => relationships));
  const hidden = [...steps].filter((id) => times !== null && !times.isDrawn(times.ofRelationship(id))).length;
  return <p className="note">{say("path.time", { when: formatPeriod(time, language), hidden })}</p>;
}

function Found({ paths }: { paths: ShownPaths }) {
  const say = useSay();
  const { answer, ends, shown } = paths;
  if (answer.paths.length === 0) return <NoPath paths={paths} />;
  if (ends.length > 2)
    return (
      <>
        <p className="note">{say("path.legs", { count: answer.paths.length })}</p>
        <Unreached ids={answer.unreached} />
        {answer.paths.map((path) => (
          <PathSteps key={path.nodes.join(" ")} path={path} paths={paths} />
        ))}
      </>
    );
  const path = answer.paths[shown];
  if (path === undefined) return null;
  return (
    <>
      <p className="note">{say("path.steps", { steps: path.relationships.length })}</p>
      <Leaf paths={paths} />
      <PathSteps path={path} paths={paths} />
      {answer.more ? <p className="note">{say("path.manyMore")}</p> : null}
    </>
  );
}

export function PathPanel({ paths }: { paths: ShownPaths }) {
  useFocusAfterwards();
  const explorer = useExplorer();
  const say = useSay();
  return (
    <section className="inspector path" aria-label={say("path.label")}>
      <button type="button" className="back" onClick={() => explorer.closePath()}>
        <Icon name="close" />
        {say("path.close")}
      </button>
      <p className="kind">{say(paths.ends.length > 2 ? "path.connectionLabel" : "path.label")}</p>
      <Title ends={paths.ends} />
      <Ends ends={paths.ends} />
      <Conditions options={paths.options} />
      <PathChoices paths={paths} />
      <AtTime paths={paths} />
      <Found paths={paths} />
    </section>
  );
}
