/** A choice among the fields of what is on screen. */
import { type ReactNode, useId } from "react";
import type { ExplorerState } from "../../store.ts";
import { wordField } from "../../style/words.ts";
import { useSay } from "../context.ts";

interface FieldSelectProps {
  caption: string;
  /** Said where no field is chosen. */
  usual: string;
  value: string;
  state: ExplorerState;
  /** Fields that there always are, then those of what is on screen. */
  plain: readonly string[];
  measures: readonly string[];
  found: readonly string[];
  choose: (field: string | null) => void;
}

export function FieldSelect({ caption, usual, value, state, plain, measures, found, choose }: FieldSelectProps) {
  const say = useSay();
  const id = useId();
  const options = (fields: readonly string[]): ReactNode =>
    fields.map((field) => (
      <option key={field} value={field}>
        {wordField(field, state)}
      </option>
    ));
  const grouped = (label: string, fields: readonly string[]) =>
    fields.length === 0 ? null : <optgroup label={label}>{options(fields)}</optgroup>;
  const figures = found.filter((field) => field.startsWith("figure/"));
  const known = ["", ...plain, ...measures, ...found];
  return (
    <p className="key-degree">
      <label htmlFor={id}>{caption}</label>
      <select id={id} value={value} onChange={({ target }) => choose(target.value === "" ? null : target.value)}>
        <option value="">{usual}</option>
        {options(plain)}
        {known.includes(value) ? null : options([value])}
        {grouped(say("style.ofNetwork"), measures)}
        {grouped(
          say("style.ofProperties"),
          found.filter((field) => !figures.includes(field)),
        )}
        {grouped(say("style.ofFigures"), figures)}
      </select>
    </p>
  );
}
