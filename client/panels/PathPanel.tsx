/** The path that is shown, as sentences from one end to the other; others of the same length can be leafed through. */
import { type GraphRelationship, nameOf } from "../../schema/graph.ts";
import type { ShownPaths } from "../store.ts";
import { certaintyOf } from "../claims.ts";
import { formatInterval } from "../strings/format.ts";
import { useExplorer, useGraph, useLanguage, useNode, useSay } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { NodeLink, useCaption } from "./inspector/Sentence.tsx";
import { LineSample } from "./LineSample.tsx";

function Step({ relationship, from, to }: { relationship: GraphRelationship; from: string; to: string }) {
  const language = useLanguage();
  const caption = useCaption(relationship, from).replace(/^的/, "");
  const node = useNode(to);
  const explorer = useExplorer();
  const date = formatInterval(relationship.properties, language);
  return (
    <li>
      <button
        type="button"
        className="path-line"
        onClick={() => explorer.select({ kind: "relationship", id: relationship.id })}
      >
        <LineSample certainty={certaintyOf(relationship.properties)} />
        <span className="caption">{caption}</span>
        {date === null ? null : <span className="fact-date">{date}</span>}
      </button>
      {node === null ? null : <NodeLink node={node} />}
    </li>
  );
}

function Steps({ paths }: { paths: ShownPaths }) {
  const graph = useGraph();
  const path = paths.answer.paths[paths.shown];
  const first = useNode(paths.from);
  if (path === undefined) return null;
  return (
    <ol className="path-steps">
      <li>{first === null ? null : <NodeLink node={first} />}</li>
      {path.relationships.map((id, index) => {
        const [from, to] = [path.nodes[index], path.nodes[index + 1]];
        if (!graph.hasEdge(id) || from === undefined || to === undefined) return null;
        return <Step key={id} relationship={graph.getEdgeAttribute(id, "relationship")} from={from} to={to} />;
      })}
    </ol>
  );
}

function Leaf({ paths }: { paths: ShownPaths }) {
  const explorer = useExplorer();
  const say = useSay();
  const count = paths.answer.paths.length;
  if (count < 2) return null;
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
      <span>{say("path.which", { number: paths.shown + 1, count })}</span>
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

export function PathPanel({ paths }: { paths: ShownPaths }) {
  const explorer = useExplorer();
  const language = useLanguage();
  const say = useSay();
  const from = useNode(paths.from);
  const to = useNode(paths.to);
  const name = (node: typeof from, id: string) => (node === null ? id : nameOf(node, language).text);
  const steps = paths.answer.paths[paths.shown]?.relationships.length;
  return (
    <section className="inspector path" aria-label={say("path.label")}>
      <button type="button" className="back" onClick={() => explorer.closePath()}>
        <Icon name="close" />
        {say("path.close")}
      </button>
      <p className="kind">{say("path.label")}</p>
      <h2 className="inspected sentence">
        {say("path.title", { from: name(from, paths.from), to: name(to, paths.to) })}
      </h2>
      <p className="note">
        {steps === undefined ? say("path.none", { most: paths.answer.maxLength }) : say("path.steps", { steps })}
      </p>
      <Leaf paths={paths} />
      <Steps paths={paths} />
      {paths.answer.more ? <p className="note">{say("path.manyMore")}</p> : null}
    </section>
  );
}
