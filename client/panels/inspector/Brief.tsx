/** A line on what is stated of an entity above all; each name leads on, unless it is `plain`. */
import { Fragment } from "react";
import type { EntityDetail } from "../../../schema/api.ts";
import { briefOf, namesShown } from "../../facts/account.ts";
import { listMark } from "../../table/columns.ts";
import { shortNameOf } from "../../../schema/graph.ts";
import { between } from "../../words/marks.ts";
import { directedCaption } from "../../words/wording.ts";
import { useLanguage, useSay, useVocabulary } from "../context.ts";
import { Words } from "../Words.tsx";
import { NodeLink } from "./Sentence.tsx";

export function Brief({ detail, plain }: { detail: EntityDetail; plain?: boolean }) {
  const vocabulary = useVocabulary();
  const language = useLanguage();
  const say = useSay();
  const parts = briefOf(detail, vocabulary);
  if (parts.length === 0) return null;
  return (
    <p className="brief">
      {parts.map(({ type, outgoing, nodes }, index) => {
        const shown = namesShown(nodes.length);
        return (
          <Fragment key={`${type} ${outgoing}`}>
            {index === 0 ? null : between(language)}
            {directedCaption(vocabulary, type, outgoing ? "out" : "in", language)}{" "}
            {nodes.slice(0, shown).map((node, at) => {
              const mark = at + 1 < shown ? listMark[language] : "";
              return (
                // A line never begins with the mark after a name; it may break after the mark.
                <Fragment key={node.id}>
                  <span className="with-mark">
                    {plain === true ? <Words words={shortNameOf(node, language)} /> : <NodeLink node={node} short />}
                    {mark.trim()}
                  </span>
                  {mark.endsWith(" ") ? " " : <wbr />}
                </Fragment>
              );
            })}
            {nodes.length > shown ? ` ${say("selection.more", { count: nodes.length - shown })}` : null}
          </Fragment>
        );
      })}
    </p>
  );
}
