/** Reads and works out, while no panel does, what the rules of style and the filters by value go by. */
import { usesMeasures } from "../../measures/drawn-network.ts";
import { useView } from "../context.ts";
import { useFigures } from "../key/use-style.ts";
import { useMeasures } from "./use-measures.ts";

/** Works out the measures of what is drawn while it stands. */
export function Measuring(): null {
  useMeasures();
  return null;
}

export function RuleValues() {
  const isMeasured = useView((state) => state.dock !== "measures" && usesMeasures(state));
  useFigures(false);
  return isMeasured ? <Measuring /> : null;
}
