/** One blank of a question: names to search, or the values that occur in the data. */
import type { Blank } from "../../../schema/api.ts";
import type { GraphNode } from "../../../schema/graph.ts";
import { useLanguage, useSay } from "../context.ts";
import { EntityField } from "./EntityField.tsx";

export type Fillings = Readonly<Record<string, readonly string[]>>;

interface Props {
  readonly blank: Blank;
  readonly values: readonly string[];
  /** The entities that are known by id. */
  readonly nodeOf: (id: string) => GraphNode | undefined;
  readonly change: (values: readonly string[], nodes: readonly GraphNode[]) => void;
}

const most = 20;

function Choose({
  label,
  value,
  blank,
  any,
  change,
}: {
  label: string;
  value: string;
  blank: Blank;
  any: string | null;
  change: (value: string) => void;
}) {
  const language = useLanguage();
  const isListed = value === "" || blank.values.some((each) => each.value === value);
  return (
    <select aria-label={label} value={value} onChange={(event) => change(event.target.value)}>
      {any === null ? null : <option value="">{any}</option>}
      {isListed ? null : <option value={value}>{value}</option>}
      {blank.values.map((each) => (
        <option key={each.value} value={each.value}>
          {each.caption[language]}
        </option>
      ))}
    </select>
  );
}

export function BlankField({ blank, values, nodeOf, change }: Props) {
  const say = useSay();
  const language = useLanguage();
  const caption = blank.caption[language];
  if (blank.form === "entity" || blank.form === "entities") {
    return (
      <EntityField
        caption={caption}
        labels={blank.labels}
        nodes={values.flatMap((id) => nodeOf(id) ?? [])}
        most={blank.form === "entity" ? 1 : most}
        change={(nodes) =>
          change(
            nodes.map(({ id }) => id),
            nodes,
          )
        }
      />
    );
  }
  const any = blank.optional ? say("blank.any") : values.length === 0 ? say("blank.choose") : null;
  const [from = "", to = ""] = values;
  const single = (
    <Choose
      label={caption}
      value={from}
      blank={blank}
      any={any}
      change={(value) => change(value === "" ? [] : [value], [])}
    />
  );
  if (blank.form !== "period" || from === "") return single;
  return (
    <span className="span-field">
      {single}
      <span aria-hidden="true">–</span>
      <Choose
        label={say("blank.until", { caption })}
        value={to}
        blank={{ ...blank, values: blank.values.filter(({ value }) => value > from) }}
        any={from}
        change={(value) => change(value === "" ? [from] : [from, value], [])}
      />
    </span>
  );
}
