/** In the drawing's place where the browser gives no WebGL: why, what to do, and what works all the same. */
import { useExplorer, useSay } from "./context.ts";

export function Undrawn({ tryAgain }: { tryAgain: () => void }) {
  const explorer = useExplorer();
  const say = useSay();
  return (
    <div className="undrawn" role="alert">
      <h2>{say("undrawn.title")}</h2>
      <p>{say("undrawn.help")}</p>
      <div className="actions">
        <button type="button" className="primary" onClick={() => explorer.openDock("table")}>
          {say("undrawn.table")}
        </button>
        <button type="button" onClick={tryAgain}>
          {say("undrawn.again")}
        </button>
      </div>
    </div>
  );
}
