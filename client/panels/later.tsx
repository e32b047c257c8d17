/** Panels whose code is read when they are first shown, or a little before. */
import { Component, type ComponentType, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Explorer } from "../explorer.ts";
import { firstDrawing } from "../page/first-drawing.ts";
import { useExplorer, useSay } from "./context.ts";

export interface LaterPanel<Props> {
  (props: Props): ReactNode;
  /** Reads the code ahead of its use; rejects where it cannot be had. */
  read(explorer: Explorer): Promise<ComponentType<Props>>;
}

/** In the place of what could not be read; the keyboard goes on from what has come. */
function Unread({ isTrying, retry }: { isTrying: boolean; retry: () => void }) {
  const say = useSay();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const { current } = button;
    const place = current?.parentElement?.parentElement;
    return () => {
      if (document.activeElement === current)
        requestAnimationFrame(() => place?.querySelector<HTMLElement>("button, input, select, [tabindex]")?.focus());
    };
  }, []);
  return (
    <span className="unread" role="alert">
      {say("unopened.part")}{" "}
      <button ref={button} type="button" className="link" aria-disabled={isTrying} onClick={retry}>
        {say("problem.retry")}
      </button>
    </span>
  );
}

/** What fails while it is drawn takes only its own place away, not the page. */
class Guarded extends Component<{ children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    if (!this.state.failed) return this.props.children;
    return <Unread isTrying={false} retry={() => this.setState({ failed: false })} />;
  }
}

/** Once read, the panel is drawn at once, without the moment that Suspense takes; until then `Waiting` stands in its place, or nothing. */
export function later<Props extends object>(
  read: (explorer: Explorer) => Promise<ComponentType<Props>>,
  Waiting: ComponentType = () => null,
): LaterPanel<Props> {
  let known: ComponentType<Props> | null = null;
  const readOnce = async (explorer: Explorer) => {
    await firstDrawing;
    return (known ??= await read(explorer));
  };
  function Later(props: Props) {
    const explorer = useExplorer();
    const [Panel, setPanel] = useState(() => known);
    const [attempt, setAttempt] = useState(1);
    const [failed, setFailed] = useState(0);
    useEffect(() => {
      let isHere = true;
      readOnce(explorer).then(
        (panel) => isHere && setPanel(() => panel),
        () => isHere && setFailed(attempt),
      );
      return () => {
        isHere = false;
      };
    }, [explorer, attempt]);
    if (Panel !== null)
      return (
        <Guarded>
          <Panel {...props} />
        </Guarded>
      );
    return failed === 0 ? <Waiting /> : <Unread isTrying={failed < attempt} retry={() => setAttempt(failed + 1)} />;
  }
  return Object.assign(Later, { read: readOnce });
}
