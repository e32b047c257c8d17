/** What the selected nodes share: each thing by how it is shared, with who shares it, and a way to bring it on screen. */
import { Fragment, useEffect, useState } from "react";
import type { CommonGround as Ground } from "../../../schema/api.ts";
import { type SharedGroup, type SharedThing, groupCommonGround } from "../../facts/common-ground.ts";
import { listMark } from "../../table/columns.ts";
import { directedCaption } from "../../words/wording.ts";
import { useExplorer, useGraph, useLanguage, useSay, useVocabulary } from "../context.ts";
import { Name } from "../Words.tsx";
import { DocumentLink } from "./DocumentLink.tsx";
import { Fold } from "./Fold.tsx";
import { NodeLink } from "./Sentence.tsx";

/** The server compares no more at once. */
const mostCompared = 200;
/** A selection that is still being drawn up is not asked about. */
const pause = 200;

type Found = Ground | "failed" | null;

function useCommonGround(ids: readonly string[]): Found {
  const explorer = useExplorer();
  const [found, setFound] = useState<Found>(null);
  const asked = ids.slice(0, mostCompared).join(",");
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(() => {
      explorer.findCommonGround(asked.split(","), control.signal).then(
        (ground) => setFound(ground ?? "failed"),
        () => {},
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [explorer, asked]);
  return found;
}

/** Adds it where it is not on screen, and brings it into sight; the selection stays. */
function SharedLink({ thing }: { thing: Pick<SharedThing, "node"> }) {
  const explorer = useExplorer();
  const graph = useGraph();
  const say = useSay();
  const { node } = thing;
  const isHere = graph.hasNode(node.id);
  return (
    <button
      type="button"
      className="node-link"
      title={say(isHere ? "shared.center" : "shared.add")}
      onClick={() => void explorer.addNode(node.id)}
    >
      <Name node={node} />
      {isHere ? null : <span className="not-here">{say("inspector.notHere")}</span>}
    </button>
  );
}

function SharedRow({ thing, of }: { thing: SharedThing; of: number }) {
  const graph = useGraph();
  const language = useLanguage();
  const say = useSay();
  const { by, degree } = thing;
  const named = by.filter((id) => graph.hasNode(id)).map((id) => graph.getNodeAttribute(id, "node"));
  return (
    <li>
      <span>
        <SharedLink thing={thing} />
      </span>
      <span className="shared-count" title={say("shared.rarity", { count: degree })}>
        {say("shared.by", { count: by.length, of })}
      </span>
      <p className="shared-names">
        {by.length === of
          ? say("shared.all")
          : named.map((node, at) => (
              <Fragment key={node.id}>
                {at === 0 ? null : listMark[language]}
                <NodeLink node={node} />
              </Fragment>
            ))}
      </p>
    </li>
  );
}

function Group({ group, of }: { group: SharedGroup; of: number }) {
  const language = useLanguage();
  const caption = directedCaption(useVocabulary(), group.type, group.outgoing ? "out" : "in", language);
  return (
    <Fold title={caption} count={group.things.length} open={group.things.length <= 8}>
      <ul className="shared">
        {group.things.map((thing) => (
          <SharedRow key={thing.node.id} thing={thing} of={of} />
        ))}
      </ul>
    </Fold>
  );
}

function Sources({ ground }: { ground: Ground }) {
  const say = useSay();
  const { documents, ids } = ground;
  if (documents.length === 0) return null;
  return (
    <Fold title={say("shared.sources")} count={documents.length} open={documents.length <= 3}>
      <ul className="shared">
        {documents.map(({ node, sharedBy, claims }) => (
          <li key={node.id}>
            <span>
              <DocumentLink id={node.id} document={node} />
            </span>
            <span className="shared-count">{say("shared.by", { count: sharedBy, of: ids.length })}</span>
            <p className="shared-names">{say("shared.claims", { count: claims })}</p>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Answer({ ground }: { ground: Ground }) {
  const say = useSay();
  const groups = groupCommonGround(ground, useVocabulary());
  const { relationships, ids, more } = ground;
  return (
    <>
      {groups.length === 0 ? <p className="note">{say("shared.none", { relationships, count: ids.length })}</p> : null}
      {groups.map((group) => (
        <Group key={`${group.type} ${group.outgoing}`} group={group} of={ids.length} />
      ))}
      {more ? <p className="note">{say("shared.more")}</p> : null}
      <Sources ground={ground} />
    </>
  );
}

function Comparison({ ids, again }: { ids: readonly string[]; again: () => void }) {
  const say = useSay();
  const found = useCommonGround(ids);
  if (found === null) return <p className="note">{say("stage.loading")}</p>;
  if (found !== "failed") return <Answer ground={found} />;
  return (
    <p className="note">
      {say("shared.failed")}{" "}
      <button type="button" className="link" onClick={again}>
        {say("problem.retry")}
      </button>
    </p>
  );
}

export function CommonGround({ ids }: { ids: readonly string[] }) {
  const say = useSay();
  const [attempt, setAttempt] = useState(0);
  return (
    <section className="inspected-facts">
      <h3>{say("shared.title")}</h3>
      {ids.length > mostCompared ? <p className="note">{say("shared.compared", { count: mostCompared })}</p> : null}
      <Comparison key={attempt} ids={ids} again={() => setAttempt(attempt + 1)} />
    </section>
  );
}
