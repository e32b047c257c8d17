/** A name at a glance: what it is, its names elsewhere, what is stated of it above all, and how much of it is drawn. */
import { useEffect, useState } from "react";
import type { EntityDetail } from "../../../schema/api.ts";
import { type GraphNode, isDerived, mainLabel } from "../../../schema/graph.ts";
import { isBundle, isGroup } from "../../view/groups.ts";
import { groupSizes, parallels, visibleRelationships } from "../../view/visibility.ts";
import { useDrawn, useExplorer, useGraph, useLanguage, useSay, useView, useVocabulary } from "../context.ts";
import { Brief } from "../inspector/Brief.tsx";
import { OtherNames } from "../inspector/OtherNames.tsx";
import { labelColor } from "../../style/label-color.ts";
import { ShapeIcon } from "../ShapeIcon.tsx";
import { Name } from "../Words.tsx";

/** What was glanced at lately, by graph node: it is told at once the next time. */
const glanced = new WeakMap<GraphNode, EntityDetail>();

/** What is known of a node; asked for, and no longer wanted when the card goes. */
function useGlance(node: GraphNode): EntityDetail | undefined {
  const explorer = useExplorer();
  const known = useView((state) => state.details[node.id]);
  const [found, setFound] = useState(glanced.get(node));
  const isKnown = known !== undefined || found !== undefined;
  useEffect(() => {
    if (isKnown) return undefined;
    const wanted = new AbortController();
    const look = async () => {
      const detail = await explorer.glance(node.id, wanted.signal);
      if (detail === null || wanted.signal.aborted) return;
      glanced.set(node, detail);
      setFound(detail);
    };
    // Where it cannot be had the card does without.
    look().catch(() => {});
    return () => wanted.abort();
  }, [explorer, node, isKnown]);
  return known ?? found;
}

export function NodeCard({ id }: { id: string }) {
  const node = useGraph().getNodeAttribute(id, "node");
  return isGroup(id) ? <Group node={node} /> : <Entity node={node} />;
}

function Group({ node }: { node: GraphNode }) {
  const say = useSay();
  const count = useDrawn(groupSizes).get(node.id) ?? 0;
  return (
    <>
      <p className="kind">{say("card.group", { count })}</p>
      <p className="card-name">
        <Name node={node} />
      </p>
    </>
  );
}

function Entity({ node }: { node: GraphNode }) {
  const say = useSay();
  const detail = useGlance(node);
  const known = detail?.node ?? node;
  return (
    <>
      <Labels node={known} />
      <p className="card-name">
        <Name node={known} />
      </p>
      <OtherNames node={known} />
      {detail === undefined ? null : <Brief detail={detail} plain />}
      <p className="card-note">{useDegree(node.id, detail, say)}</p>
    </>
  );
}

/** What it is, in each of its labels that has a caption: the label that everything has says nothing. */
function Labels({ node }: { node: GraphNode }) {
  const vocabulary = useVocabulary();
  const language = useLanguage();
  const style = useView((state) => state.style);
  const theme = useView((state) => state.theme);
  const told = node.labels.flatMap((label) => {
    const form = vocabulary.labels[label];
    return form === undefined ? [] : [{ label, form }];
  });
  return (
    <p className="kind">
      {told.length === 0 ? mainLabel(node) : null}
      {told.map(({ label, form }) => (
        <span key={label}>
          <span style={{ color: labelColor({ style, theme }, label, form.family) }}>
            <ShapeIcon shape={form.shape} />
          </span>
          {form.caption[language]}
        </span>
      ))}
    </p>
  );
}

/** How many of its relationships are drawn, of how many. */
function useDegree(id: string, detail: EntityDetail | undefined, say: ReturnType<typeof useSay>): string {
  const graph = useGraph();
  const visible = useDrawn(visibleRelationships);
  const sets = useDrawn(parallels);
  const isClaim = (line: string) => !isBundle(line) && !isDerived(graph.getEdgeAttribute(line, "relationship"));
  const lines = graph.hasNode(id) ? graph.filterEdges(id, (line) => visible.has(line) && isClaim(line)) : [];
  const drawn = lines.reduce((sum, line) => sum + (sets.get(line)?.length ?? 1), 0);
  if (detail === undefined) return say("card.drawn", { drawn });
  return say(detail.more ? "card.degreeOrMore" : "card.degree", { drawn, all: detail.claims.length });
}
