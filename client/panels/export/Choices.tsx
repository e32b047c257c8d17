/** What is exported, as what, how large, and with which parts. */
import type { ReactNode } from "react";
import type { Palette } from "../../../scene/colors.ts";
import { type PageSize, fileSizes } from "../../../scene/sheet/forms.ts";
import { type FormatId, formatGroups, isPicture } from "../../../scene/writers/formats.ts";
import type { ExportOptions } from "../../export/compose.ts";
import type { Scope } from "../../export/scene-of.ts";
import type { MessageId } from "../../strings/message.ts";
import { isFolded } from "../../view/question-view.ts";
import { undrawn } from "../../view/visibility.ts";
import { useExplorer, useSay, useView } from "../context.ts";

interface Props {
  options: ExportOptions;
  change: (changes: Partial<ExportOptions>) => void;
  /** Whether anything is selected or a path is shown. */
  hasSelection: boolean;
}

interface RadiosProps<T extends string | number> {
  caption: MessageId;
  name: string;
  values: readonly (readonly [value: T, caption: string, disabled?: boolean])[];
  chosen: T;
  choose: (value: T) => void;
}

function Radios<T extends string | number>({ caption, name, values, chosen, choose }: RadiosProps<T>) {
  const say = useSay();
  return (
    <fieldset>
      <legend>{say(caption)}</legend>
      {values.map(([value, text, disabled]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            disabled={disabled}
            onChange={() => choose(value)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function Formats({ options, change }: Pick<Props, "options" | "change">) {
  const say = useSay();
  return (
    <label className="export-format">
      <span>{say("export.format")}</span>
      <select value={options.format} onChange={({ target }) => change({ format: target.value as FormatId })}>
        {formatGroups.map(({ group, ids }) => (
          <optgroup key={group} label={say(`export.group.${group}`)}>
            {ids.map((id) => (
              <option key={id} value={id}>
                {say(`export.format.${id}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <span className="note">{say(`export.about.${options.format}`)}</span>
    </label>
  );
}

const parts = ["title", "key", "caption", "sources", "marks", "transparent"] as const;

function Parts({ options, change }: Pick<Props, "options" | "change">) {
  const say = useSay();
  return (
    <fieldset>
      <legend>{say("export.parts")}</legend>
      {parts.map((part) => (
        <label key={part}>
          <input
            type="checkbox"
            checked={options[part]}
            onChange={({ target }) => change({ [part]: target.checked })}
          />
          {say(`export.part.${part}`)}
        </label>
      ))}
    </fieldset>
  );
}

function PictureChoices({ options, change }: Pick<Props, "options" | "change">): ReactNode {
  const say = useSay();
  const palettes = ["light", "dark", "print"] as const satisfies readonly Palette[];
  return (
    <>
      <Radios
        caption="export.size"
        name="size"
        values={fileSizes.map((size) => [size, size === "16:9" || size === "4:3" ? size : say(`export.size.${size}`)])}
        chosen={options.size}
        choose={(size: PageSize) => change({ size })}
      />
      <Radios
        caption="export.palette"
        name="palette"
        values={palettes.map((palette) => [palette, say(`export.palette.${palette}`)])}
        chosen={options.palette}
        choose={(palette: Palette) => change({ palette })}
      />
      {options.format === "png" ? (
        <Radios
          caption="export.scale"
          name="scale"
          values={([1, 2, 3, 4] as const).map((scale) => [scale, `${scale}×`])}
          chosen={options.scale}
          choose={(scale: ExportOptions["scale"]) => change({ scale })}
        />
      ) : null}
      <Parts options={options} change={change} />
    </>
  );
}

const scopes = ["whole", "view", "selection"] as const satisfies readonly Scope[];

/** Where a small screen has folded columns away, it says how much that is, and offers them too. */
function Scopes({ options, change, hasSelection }: Props) {
  const { store, graph } = useExplorer();
  const say = useSay();
  const hasPath = useView((state) => state.path !== null);
  const folds = useView((state) => isFolded(state) && !state.showUndrawn);
  const { nodes, relationships: lines } = undrawn(store.getState(), graph);
  const isReduced = folds && nodes + lines > 0;
  const shown = isReduced ? (["whole", "unfolded", "view", "selection"] as const) : scopes;
  return (
    <>
      <Radios
        caption="export.scope"
        name="scope"
        values={shown.map((scope) => {
          const caption = scope === "selection" && hasPath ? "path" : scope;
          return [scope, say(`export.scope.${caption}`), scope === "selection" && !hasSelection];
        })}
        chosen={options.unfolded === true ? "unfolded" : options.scope}
        choose={(scope: ExportOptions["scope"] | "unfolded") =>
          change({ scope: scope === "unfolded" ? "whole" : scope, unfolded: scope === "unfolded" })
        }
      />
      {isReduced && options.scope === "whole" && options.unfolded !== true ? (
        <p className="note">{say("footer.undrawnSmall", { nodes, lines })}</p>
      ) : null}
    </>
  );
}

export function Choices({ options, change, hasSelection }: Props) {
  return (
    <div className="export-choices">
      <Formats options={options} change={change} />
      {options.format === "view" ? null : <Scopes options={options} change={change} hasSelection={hasSelection} />}
      {isPicture(options.format) ? <PictureChoices options={options} change={change} /> : null}
    </div>
  );
}
