/** Undo, zoom, arrangement and the list of shortcuts: each with its name and its key. */
import { useExplorer, useSay, useView } from "./context.ts";
import { ArrangementControl, ExportControl, GroupControl, LinkControl, StepsControl } from "./later-panels.ts";
import { Icon, type IconName } from "./Icon.tsx";

interface ControlProps {
  icon: IconName;
  name: string;
  keys?: string;
  disabled?: boolean;
  act: () => void;
}

function Control({ icon, name, keys, disabled, act }: ControlProps) {
  return (
    <button
      type="button"
      className="bare"
      aria-label={name}
      title={keys === undefined ? name : `${name} (${keys})`}
      disabled={disabled}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
}

export function UndoControl() {
  const explorer = useExplorer();
  const canUndo = useView((state) => state.canUndo);
  const say = useSay();
  return (
    <Control icon="undo" name={say("controls.undo")} keys="Ctrl+Z" disabled={!canUndo} act={() => explorer.undo()} />
  );
}

export function UndoControls() {
  const explorer = useExplorer();
  const canRedo = useView((state) => state.canRedo);
  const say = useSay();
  return (
    <>
      <UndoControl />
      <Control
        icon="redo"
        name={say("controls.redo")}
        keys="Ctrl+Shift+Z"
        disabled={!canRedo}
        act={() => explorer.redo()}
      />
    </>
  );
}

/** The way in which what is on screen is drawn; its place is kept until the button is read. */
export const Arrangement = () => (
  <div className="arrangement">
    <ArrangementControl />
  </div>
);

/** Opens and closes the time strip; not there where nothing has a date. */
export function TimeControl() {
  const explorer = useExplorer();
  const isOpen = useView((state) => state.time !== null);
  const hasDates = useView((state) => state.dataset?.dated !== false);
  const say = useSay();
  if (!hasDates && !isOpen) return null;
  const name = say(isOpen ? "time.close" : "time.open");
  return (
    <button
      type="button"
      className="bare"
      aria-label={say("time.label")}
      aria-pressed={isOpen}
      title={`${name} (D)`}
      onClick={() => explorer.toggleTime()}
    >
      <Icon name="clock" />
    </button>
  );
}

export function Controls({ showShortcuts }: { showShortcuts: () => void }) {
  const explorer = useExplorer();
  const say = useSay();
  return (
    <div className="controls" role="toolbar" aria-label={say("controls.label")}>
      <Arrangement />
      <TimeControl />
      <UndoControls />
      <StepsControl />
      <div className="grouping">
        <GroupControl />
      </div>
      <span className="divider" />
      <Control icon="minus" name={say("controls.zoomOut")} keys="−" act={() => explorer.camera.zoomOut()} />
      <Control icon="plus" name={say("controls.zoomIn")} keys="+" act={() => explorer.camera.zoomIn()} />
      <Control icon="fit" name={say("controls.fit")} keys="F" act={() => explorer.camera.fit()} />
      <div className="grouping">
        <LinkControl />
      </div>
      <div className="exporting">
        <ExportControl />
      </div>
      <Control icon="help" name={say("controls.shortcuts")} keys="?" act={showShortcuts} />
    </div>
  );
}
