/** Panels whose code is read when they are first shown, or a little before. */
import { type ComponentType, type ReactNode, useEffect, useState } from "react";

export interface LaterPanel<Props> {
  (props: Props): ReactNode;
  /** Reads the code ahead of its use; rejects where it cannot be had. */
  read(): Promise<ComponentType<Props>>;
}

/** Once read, the panel is drawn at once, without the moment that Suspense takes; until then nothing stands in its place. */
export function later<Props extends object>(read: () => Promise<ComponentType<Props>>): LaterPanel<Props> {
  let known: ComponentType<Props> | null = null;
  const readOnce = async () => (known ??= await read());
  function Later(props: Props) {
    const [Panel, setPanel] = useState(() => known);
    const [failure, setFailure] = useState<unknown>(null);
    useEffect(() => {
      let isHere = true;
      readOnce().then(
        (panel) => isHere && setPanel(() => panel),
        (error: unknown) => isHere && setFailure(error),
      );
      return () => {
        isHere = false;
      };
    }, []);
    if (failure !== null) throw failure;
    return Panel === null ? null : <Panel {...props} />;
  }
  return Object.assign(Later, { read: readOnce });
}
