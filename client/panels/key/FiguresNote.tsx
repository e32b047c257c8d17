/** That figures are being read, or could not be. */
import { useSay } from "../context.ts";
import type { useFigures } from "./use-style.ts";

export function FiguresNote({ reading, again }: ReturnType<typeof useFigures>) {
  const say = useSay();
  if (reading === "read") return null;
  return (
    <output className="key-hint">
      {say(`style.${reading}`)}{" "}
      {reading === "failed" ? (
        <button type="button" className="link" onClick={again}>
          {say("style.again")}
        </button>
      ) : null}
    </output>
  );
}
