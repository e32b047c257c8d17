/** A path as sentences from one end to the other, each with its sources. */
import { useId, useState } from "react";
import type { RankedPath } from "../../../schema/api.ts";
import { type GraphRelationship, nameOf } from "../../../schema/graph.ts";
import { certaintyOf, citationsOf, rivalsOf } from "../../facts/claims.ts";
import type { ShownPaths } from "../../store.ts";
import { formatInterval } from "../../strings/format.ts";
import { gist } from "../../words/wording.ts";
import { useExplorer, useGraph, useLanguage, useNode, useSay, useVocabulary } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { Citations } from "../inspector/Citations.tsx";
import { useHasSources } from "../inspector/use-has-sources.ts";
import { NodeLink, useCaption } from "../inspector/Sentence.tsx";
import { CitationsCount } from "../inspector/SourceCount.tsx";
import { LineSample } from "../LineSample.tsx";
import { Words } from "../Words.tsx";

function Hop({ relationship, from, paths }: { relationship: GraphRelationship; from: string; paths: ShownPaths }) {
  const language = useLanguage();
  const vocabulary = useVocabulary();
  const explorer = useExplorer();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const openedId = useId();
  const { id, type, properties } = relationship;
  const caption = useCaption(relationship, from).replace(/^的/, "");
  const date = formatInterval(properties, language);
  const detail = gist(vocabulary, type, properties, language);
  const citations = citationsOf(properties);
  const isDisputed = rivalsOf(properties).length > 0;
  const hasSources = useHasSources();
  return (
    <div className="path-hop">
      <button type="button" className="path-line" onClick={() => explorer.select({ kind: "relationship", id })}>
        <LineSample certainty={certaintyOf(properties)} />
        <span className="caption">{caption}</span>
        {date === null && !hasSources ? null : (
          <span className={date === null ? "fact-date undated" : "fact-date"}>{date ?? say("date.none")}</span>
        )}
      </button>
      <CitationsCount citations={citations} open={open} controls={openedId} toggle={() => setOpen(!open)} />
      {detail === null && !isDisputed ? null : (
        <p className="fact-gist">
          {detail === null ? null : <Words words={detail} />}
          {isDisputed ? <span className="disputed">{say("rivals.mark")}</span> : null}
        </p>
      )}
      <div id={openedId} className="fact-opened" hidden={!open}>
        {open ? <Citations citations={citations} documents={paths.answer.documents} /> : null}
      </div>
    </div>
  );
}

/** A node on the way: who it is, how to keep away from it, and whether those whom it joins met there. */
function Stop({ id, path, isEnd }: { id: string; path: RankedPath; isEnd: boolean }) {
  const explorer = useExplorer();
  const say = useSay();
  const language = useLanguage();
  const node = useNode(id);
  const meeting = path.meetings.find((each) => each.node === id);
  if (node === null) return null;
  const avoid = () => {
    const { paths } = explorer.store.getState();
    if (paths !== null) void explorer.changePath({ options: { without: [...paths.options.without, id] } });
  };
  const words = say("path.avoid", { name: nameOf(node, language).text });
  return (
    <>
      <span className="path-stop">
        <NodeLink node={node} />
        {isEnd ? null : (
          <button type="button" className="bare path-avoid" aria-label={words} title={words} onClick={avoid}>
            <Icon name="avoid" />
          </button>
        )}
      </span>
      {meeting === undefined ? null : <p className="path-meeting">{say(`path.met.${meeting.answer}`)}</p>}
    </>
  );
}

export function PathSteps({ path, paths }: { path: RankedPath; paths: ShownPaths }) {
  const graph = useGraph();
  return (
    <ol className="path-steps">
      {path.nodes.map((id, index) => {
        const [line, before] = [path.relationships[index - 1], path.nodes[index - 1]];
        const isEnd = index === 0 || index === path.nodes.length - 1;
        return (
          <li key={id}>
            {line === undefined || before === undefined || !graph.hasEdge(line) ? null : (
              <Hop relationship={graph.getEdgeAttribute(line, "relationship")} from={before} paths={paths} />
            )}
            <Stop id={id} path={path} isEnd={isEnd} />
          </li>
        );
      })}
    </ol>
  );
}
