/** Reads and works out, while no panel does, what the rules of style and the filters by value go by. */
import { showsMeasures } from "../../measures/drawn-network.ts";
import { useView } from "../context.ts";
import { useFigures } from "../key/use-style.ts";
import { useMeasures } from "./use-measures.ts";

function Measuring(): null {
  useMeasures();
  return null;
}

export function RuleValues() {
  const isMeasured = useView(({ style, dock }) => dock !== "measures" && showsMeasures(style));
  useFigures(false);
  return isMeasured ? <Measuring /> : null;
}
