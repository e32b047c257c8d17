/** The inspector of a bundle of lines: what it stands for, each a sentence with its date and the number of its sources. */
import { type GraphRelationship, nameOf } from "../../../schema/graph.ts";
import { citationsOf, citedDocuments } from "../../facts/claims.ts";
import { bundledIn } from "../../view/groups.ts";
import { formatInterval } from "../../strings/format.ts";
import { bundleSizes } from "../../view/visibility.ts";
import { useDrawn, useGraph, useLanguage, useSay } from "../context.ts";
import { WholeSentence } from "./Sentence.tsx";

/** So many are listed; the table has them all. */
const mostListed = 100;

export function BundleDetail({ relationship }: { relationship: GraphRelationship }) {
  const graph = useGraph();
  const language = useLanguage();
  const say = useSay();
  const count = useDrawn(bundleSizes).get(relationship.id) ?? 0;
  const name = (id: string) => nameOf(graph.getNodeAttribute(id, "node"), language).text;
  const claims = bundledIn(relationship).filter((id) => graph.hasEdge(id));
  return (
    <>
      <p className="kind">{say("group.bundleKind")}</p>
      <h2 className="inspected sentence">
        {say("group.bundleBetween", { count, a: name(relationship.start), b: name(relationship.end) })}
      </h2>
      <p className="note">{say("group.bundleNote")}</p>
      <ul className="bundled">
        {claims.slice(0, mostListed).map((id) => {
          const claim = graph.getEdgeAttribute(id, "relationship");
          return (
            <li key={id}>
              <WholeSentence
                relationship={claim}
                start={graph.getNodeAttribute(claim.start, "node")}
                end={graph.getNodeAttribute(claim.end, "node")}
              />{" "}
              <span className="bundled-date">
                {formatInterval(claim.properties, language) ?? say("date.none")} ·{" "}
                {say("sources.count", {
                  count: citedDocuments(citationsOf(claim.properties)).length,
                })}
              </span>
            </li>
          );
        })}
      </ul>
      {claims.length > mostListed ? (
        <p className="note">{say("selection.more", { count: claims.length - mostListed })}</p>
      ) : null}
    </>
  );
}
