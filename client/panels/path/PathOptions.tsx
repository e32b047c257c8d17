/** On what conditions a path is looked for: as chips that can be taken away, and in full to choose from. */
import { useId } from "react";
import { nameOf } from "../../../schema/graph.ts";
import { Certainty } from "../../../schema/fact.ts";
import { type PathOptions, type ShownPaths, usualPath } from "../../store.ts";
import { useExplorer, useLanguage, useNode, useSay, useVocabulary } from "../context.ts";
import { Icon } from "../Icon.tsx";

type Change = (options: Partial<PathOptions>) => void;

function useChange(): Change {
  const explorer = useExplorer();
  return (options) => void explorer.changePath({ options });
}

function Chip({ caption, remove }: { caption: string; remove: () => void }) {
  const say = useSay();
  return (
    <li>
      <button type="button" className="chip" aria-label={say("path.drop", { condition: caption })} onClick={remove}>
        {caption}
        <Icon name="close" />
      </button>
    </li>
  );
}

function AvoidedChip({ id, remove }: { id: string; remove: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const node = useNode(id);
  const name = node === null ? id : nameOf(node, language).text;
  return <Chip caption={say("path.not", { name })} remove={remove} />;
}

/** The conditions in force, but for the usual ones. */
export function Conditions({ options }: { options: PathOptions }) {
  const change = useChange();
  const say = useSay();
  const language = useLanguage();
  const { relationships, labels } = useVocabulary();
  const { which, maxLength, dates, certainties, types, labels: only, withoutTypes, withoutLabels, without } = options;
  const listed = (words: string[]) => words.join(language === "en" ? ", " : "、");
  const less = (list: readonly string[], item: string) => list.filter((each) => each !== item);
  const chips = [
    which === "best" ? (
      <Chip key="which" caption={say("path.which.best")} remove={() => change({ which: "shortest" })} />
    ) : null,
    maxLength === usualPath.maxLength ? null : (
      <Chip
        key="most"
        caption={say("path.most", { most: maxLength })}
        remove={() => change({ maxLength: usualPath.maxLength })}
      />
    ),
    dates === "any" ? null : (
      <Chip key="dates" caption={say(`path.dates.${dates}`)} remove={() => change({ dates: "any" })} />
    ),
    certainties.length === 0 ? null : (
      <Chip
        key="certainties"
        caption={say("path.only", {
          list: certainties.map((each) => say(`certainty.${Certainty.parse(each)}`)).join("/"),
        })}
        remove={() => change({ certainties: [] })}
      />
    ),
    types.length === 0 ? null : (
      <Chip
        key="types"
        caption={say("path.only", {
          list: listed(types.map((type) => relationships[type]?.caption[language] ?? type)),
        })}
        remove={() => change({ types: [] })}
      />
    ),
    only.length === 0 ? null : (
      <Chip
        key="labels"
        caption={say("path.onlyThrough", {
          list: listed(only.map((label) => labels[label]?.caption[language] ?? label)),
        })}
        remove={() => change({ labels: [] })}
      />
    ),
    ...without.map((id) => <AvoidedChip key={id} id={id} remove={() => change({ without: less(without, id) })} />),
    ...withoutTypes.map((type) => (
      <Chip
        key={type}
        caption={say("path.without", { name: relationships[type]?.caption[language] ?? type })}
        remove={() => change({ withoutTypes: less(withoutTypes, type) })}
      />
    )),
    ...withoutLabels.map((label) => (
      <Chip
        key={label}
        caption={say("path.without", { name: labels[label]?.caption[language] ?? label })}
        remove={() => change({ withoutLabels: less(withoutLabels, label) })}
      />
    )),
  ].filter((chip) => chip !== null);
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={say("path.conditions")}>
      {chips}
    </ul>
  );
}

interface ChoiceProps<T extends string> {
  caption: string;
  value: T;
  choices: ReadonlyArray<{ value: T; caption: string }>;
  choose: (value: T) => void;
}

function Choice<T extends string>({ caption, value, choices, choose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <p className="path-choice">
      <label htmlFor={id}>{caption}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find((each) => each.value === target.value);
          if (chosen !== undefined) choose(chosen.value);
        }}
      >
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.caption}
          </option>
        ))}
      </select>
    </p>
  );
}

interface TogglesProps {
  title: string;
  all: ReadonlyArray<{ key: string; caption: string }>;
  /** Those that are left out. */
  out: readonly string[];
  /** The only ones that are let through; empty where all are. */
  only?: readonly string[];
  change: (out: string[], only: string[]) => void;
}

/** A list of which each may be left out, or be the only one. */
function Toggles({ title, all, out, only, change }: TogglesProps) {
  const say = useSay();
  const isIn = (key: string) => (only !== undefined && only.length > 0 ? only.includes(key) : !out.includes(key));
  const flipped = (list: readonly string[], key: string) =>
    list.includes(key) ? list.filter((each) => each !== key) : [...list, key];
  const count = all.filter(({ key }) => !isIn(key)).length;
  return (
    <details className="path-toggles">
      <summary>
        {title}
        <span className="key-count">{count === 0 ? say("path.all") : say("path.leftOut", { count })}</span>
      </summary>
      <ul>
        {all.map(({ key, caption }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                checked={isIn(key)}
                onChange={() =>
                  only !== undefined && only.length > 0 ? change([], flipped(only, key)) : change(flipped(out, key), [])
                }
              />
              {caption}
            </label>
            {only === undefined ? null : (
              <button
                type="button"
                className="link path-only"
                aria-label={say("path.onlyThis", { name: caption })}
                aria-pressed={only.length === 1 && only[0] === key}
                onClick={() => change([], [key])}
              >
                {say("path.onlyWord")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Everything that can be chosen, folded away until it is wanted. */
export function PathChoices({ paths }: { paths: ShownPaths }) {
  const change = useChange();
  const say = useSay();
  const language = useLanguage();
  const { relationships, labels } = useVocabulary();
  const { options, ends } = paths;
  const hidden = Certainty.options.filter(
    (each) => options.certainties.length > 0 && !options.certainties.includes(each),
  );
  const entries = (forms: typeof relationships | typeof labels) =>
    Object.entries(forms).map(([key, { caption }]) => ({ key, caption: caption[language] }));
  return (
    <details className="path-choices">
      <summary>{say("path.options")}</summary>
      {ends.length > 2 ? null : (
        <Choice
          caption={say("path.which")}
          value={options.which}
          choices={(["shortest", "best"] as const).map((value) => ({ value, caption: say(`path.which.${value}`) }))}
          choose={(which) => change({ which })}
        />
      )}
      <Choice
        caption={say("path.longest")}
        value={String(options.maxLength)}
        choices={[1, 2, 3, 4, 5, 6, 7, 8].map((most) => ({
          value: String(most),
          caption: say("path.length", { most }),
        }))}
        choose={(most) => change({ maxLength: Number(most) })}
      />
      <Choice
        caption={say("path.dates")}
        value={options.dates}
        choices={(["any", "possible", "certain"] as const).map((value) => ({
          value,
          caption: say(`path.dates.${value}`),
        }))}
        choose={(dates) => change({ dates })}
      />
      <Toggles
        title={say("key.certainty")}
        all={Certainty.options.map((key) => ({ key, caption: say(`certainty.${key}`) }))}
        out={hidden}
        change={(out) =>
          change({ certainties: out.length === 0 ? [] : Certainty.options.filter((each) => !out.includes(each)) })
        }
      />
      <Toggles
        title={say("key.types")}
        all={entries(relationships)}
        out={options.withoutTypes}
        only={options.types}
        change={(withoutTypes, types) => change({ withoutTypes, types })}
      />
      <Toggles
        title={say("path.through")}
        all={entries(labels)}
        out={options.withoutLabels}
        only={options.labels}
        change={(withoutLabels, labels) => change({ withoutLabels, labels })}
      />
    </details>
  );
}
