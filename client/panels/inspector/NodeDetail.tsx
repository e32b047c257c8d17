/** The inspector of an entity: what it is, its names, what can be done with it, and what the sources say of it. */
import { useRef } from "react";
import { type GraphNode, mainLabel, nameOf } from "../../../schema/graph.ts";
import { CareerLane } from "../careers/CareerLane.tsx";
import { hasCareer } from "../careers/use-careers.ts";
import { broughtBy } from "../../explorer/collapse.ts";
import { labelColor } from "../../style/label-color.ts";
import { useExplorer, useGraph, useLanguage, useSay, useView, useVocabulary } from "../context.ts";
import { ShapeIcon } from "../ShapeIcon.tsx";
import { Name } from "../Words.tsx";
import { PropertyList } from "./ClaimDetail.tsx";
import { useExpansion } from "./Expand.tsx";
import { standIn } from "../../view/groups.ts";
import { FoldedNote } from "./GroupDetail.tsx";
import { Brief } from "./Brief.tsx";
import { OtherNames } from "./OtherNames.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { Documents, Missing } from "./Evidence.tsx";
import { Facts, Summary } from "./Facts.tsx";
import { Figures } from "./Figures.tsx";
import { Rivals } from "./Rivals.tsx";
import { accountInWords, useCopyWording } from "./use-copied-words.ts";

function Actions({ node }: { node: GraphNode }) {
  const explorer = useExplorer();
  const say = useSay();
  const vocabulary = useVocabulary();
  const isAsking = useView((state) => state.pathFrom === node.id);
  const { button, preview } = useExpansion(node.id);
  const actions = useRef<HTMLDivElement>(null);
  // Their buttons go with what they did: the focus stays among the others.
  const stayAfter = async (work: Promise<void>) => {
    await work;
    actions.current?.querySelector("button")?.focus();
  };
  const graph = useGraph();
  const brought = broughtBy(explorer, node.id).length;
  const isPinned = graph.hasNode(node.id) && graph.getNodeAttribute(node.id, "pinned");
  return (
    <>
      <div className="actions" ref={actions}>
        {button}
        <button
          type="button"
          aria-pressed={isAsking}
          onClick={() => (isAsking ? explorer.cancelPath() : explorer.beginPath(node.id))}
        >
          {say("inspector.path")}
        </button>
        {hasCareer(vocabulary, explorer.graph, node.id) ? (
          <button type="button" onClick={() => explorer.openDock("careers")}>
            {say("careers.open")}
          </button>
        ) : null}
        {brought === 0 ? null : (
          <button
            type="button"
            title={say("inspector.collapseHint")}
            onClick={() => void stayAfter(explorer.collapseNode(node.id))}
          >
            {say("inspector.collapse", { count: brought })}
          </button>
        )}
        {isPinned ? (
          <button
            type="button"
            title={say("inspector.releaseHint")}
            onClick={() => void stayAfter(explorer.releaseNodes([node.id]))}
          >
            {say("inspector.release")}
          </button>
        ) : null}
        <button type="button" onClick={() => explorer.hideNode(node.id)}>
          {say("inspector.hide")}
        </button>
        <CopyAccount node={node} />
      </div>
      {preview}
    </>
  );
}

/** The entity with all that is said of it, as text. */
function CopyAccount({ node }: { node: GraphNode }) {
  const say = useSay();
  const wording = useCopyWording();
  const detail = useView((state) => state.details[node.id]);
  if (detail === undefined) return null;
  return <CopyButton withKey words={() => accountInWords(detail, wording)} hint={say("copy.account")} />;
}

/** What the facts' place says until they are there. */
function Waiting() {
  const say = useSay();
  const problem = useView((state) => state.problem);
  if (problem === null) return <p className="note">{say("stage.loading")}</p>;
  return (
    <p className="note">
      {say("inspector.notRead")}{" "}
      {problem.retry === undefined ? null : (
        <button type="button" className="link" onClick={problem.retry}>
          {say("problem.retry")}
        </button>
      )}
    </p>
  );
}

/** A new selection starts at the top of its panel. */
const scrollToTop = (heading: HTMLElement | null) => heading?.closest(".scrolling")?.scrollTo(0, 0);

export function NodeDetail({ node }: { node: GraphNode }) {
  const explorer = useExplorer();
  const vocabulary = useVocabulary();
  const language = useLanguage();
  const detail = useView((state) => state.details[node.id]);
  const form = vocabulary.labels[mainLabel(node)];
  const color = useView((state) => form && labelColor(state, mainLabel(node), form.family));
  const known = detail?.node ?? node;
  const say = useSay();
  const group = standIn(useGraph(), node.id);
  return (
    <>
      <p className="kind">
        {form === undefined ? null : (
          <span style={{ color }}>
            <ShapeIcon shape={form.shape} />
          </span>
        )}
        {form?.caption[language] ?? mainLabel(node)}
      </p>
      <div className="inspected-head">
        <h2 className="inspected" ref={scrollToTop}>
          <Name node={known} />
        </h2>
        <CopyButton bare words={() => nameOf(known, language).text} hint={say("copy.name")} />
      </div>
      <OtherNames node={known} />
      {detail === undefined ? null : <Brief detail={detail} />}
      <PropertyList forms={form?.properties} properties={known.properties} />
      {group === node.id ? null : <FoldedNote group={group} />}
      <Actions node={node} />
      {hasCareer(vocabulary, explorer.graph, node.id) ? <CareerLane key={node.id} person={node.id} /> : null}
      {detail === undefined ? (
        <Waiting />
      ) : (
        <div className="inspected-facts">
          <Rivals detail={detail} />
          <Facts detail={detail} />
          <Figures detail={detail} />
          <Documents detail={detail} />
          <Missing detail={detail} />
          <Summary detail={detail} />
        </div>
      )}
    </>
  );
}
