/** All that a claim carries beyond its sentence: properties, certainty, who said it, how its date is known. */
import type { Properties } from "../../../schema/graph.ts";
import type { PropertyForm } from "../../../schema/vocabulary.ts";
import { certaintyOf } from "../../facts/claims.ts";
import { type Worded, wordProperties } from "../../words/wording.ts";
import { useLanguage, useSaidBy, useSay } from "../context.ts";
import { LineSample } from "../LineSample.tsx";
import { Words } from "../Words.tsx";
import { useHasSources } from "./use-has-sources.ts";

export function PropertyList({
  forms,
  properties,
}: {
  forms: Readonly<Record<string, PropertyForm>> | undefined;
  properties: Properties;
}) {
  const language = useLanguage();
  const worded = wordProperties(forms, properties, language);
  if (worded.length === 0) return null;
  return (
    <dl className="properties">
      {worded.map(({ name, caption, value }) => (
        <div key={name}>
          <dt>{caption}</dt>
          <dd>
            <Words words={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How sure the source is, in words beside the pattern of the line. */
export function CertaintyNote({ properties }: { properties: Properties }) {
  const say = useSay();
  const saidBy: Worded | null = useSaidBy(properties["saidBy"]);
  const certainty = certaintyOf(properties);
  const hasSources = useHasSources();
  const isSaid = hasSources || certainty !== "stated";
  const isReportedPlan = certainty === "planned" && properties["reported"] === true;
  return (
    <div className="certainty">
      {isSaid ? (
        <p>
          <LineSample certainty={certainty} />
          <span>{say(isReportedPlan ? "certainty.reportedPlan.explained" : `certainty.${certainty}.explained`)}</span>
        </p>
      ) : null}
      {saidBy === null ? null : <p lang={saidBy.language}>{say("inspector.saidBy", { name: saidBy.text })}</p>}
      {properties["inferred"] === true ? <p>{say("inspector.inferred")}</p> : null}
    </div>
  );
}
