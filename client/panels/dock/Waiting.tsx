/** In the place of a panel of the dock that is being read. */
import { useSay } from "../context.ts";

export function Waiting() {
  const say = useSay();
  return <p className="note dock-waiting">{say("stage.loading")}</p>;
}
