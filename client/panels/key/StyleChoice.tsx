/** By what marks and lines take their color, size and width. */
import { useState } from "react";
import { type ExplorerState, type StylePart, measuredBy, styleParts } from "../../store.ts";
import { fieldsIn, isNumeric } from "../../style/key.ts";
import { useExplorer, useSay } from "../context.ts";
import { FieldSelect } from "./FieldSelect.tsx";
import { FiguresNote } from "./FiguresNote.tsx";
import { useCounted, useFigures } from "./use-style.ts";

const plainFields: Readonly<Record<StylePart, readonly string[]>> = {
  nodeColor: ["label"],
  nodeSize: [],
  lineColor: ["type", "certainty", "sources", "year"],
  lineWidth: ["certainty", "sources", "year"],
};
const measures: Readonly<Record<StylePart, readonly string[]>> = {
  nodeColor: ["community", ...measuredBy],
  nodeSize: measuredBy,
  lineColor: [],
  lineWidth: [],
};
const isSize = (part: StylePart) => part === "nodeSize" || part === "lineWidth";

function Choices({ time }: { time: ExplorerState["time"] }) {
  const explorer = useExplorer();
  const { state, graph } = useCounted(time);
  const figures = useFigures(true);
  const say = useSay();
  return (
    <>
      {styleParts.map((part) => (
        <FieldSelect
          key={part}
          caption={say(`style.${part}`)}
          usual={say("style.usual")}
          value={state.style[part] ?? ""}
          state={state}
          plain={plainFields[part]}
          measures={measures[part]}
          found={fieldsIn(state, graph, part.startsWith("node") ? "nodes" : "lines").filter(
            (field) => !isSize(part) || isNumeric(field, state),
          )}
          choose={(field) => void explorer.setStyle({ [part]: field })}
        />
      ))}
      <FiguresNote {...figures} />
    </>
  );
}

export function StyleChoice() {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <details className="key-types" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say("style.title")}</summary>
      {open ? <Choices time={null} /> : null}
    </details>
  );
}
