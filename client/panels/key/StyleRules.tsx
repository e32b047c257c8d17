/** The rules of style in force: their classes with samples, bounds and counts, which filter as other entries of the key do. */
import { type ExplorerState, type StylePart, isUsualStyle, styleParts, usualStyle } from "../../store.ts";
import { colorOfClass, extentOf, radiusOfValue, styleScale, valueKey, widthOfClass } from "../../style/engine.ts";
import { type ClassEntry, classEntries, countDisputed } from "../../style/key.ts";
import { wordClass, wordStyle, wordValue } from "../../style/words.ts";
import { visibleNodes } from "../../view/visibility.ts";
import { Certainty } from "../../../schema/fact.ts";
import { LineSample } from "../LineSample.tsx";
import { tokens } from "../../page/theme.ts";
import { useExplorer, useSay } from "../context.ts";
import { Entry } from "./Entry.tsx";
import { Swatch } from "./Swatch.tsx";
import { useCounted } from "./use-style.ts";

type Counted = ReturnType<typeof useCounted>;
type RuleProps = Counted & { part: StylePart };

function ClassRow({
  state,
  seen,
  part,
  entry,
  siblings,
  ...rest
}: RuleProps & { entry: ClassEntry; siblings: readonly string[] }) {
  const scale = styleScale(state, rest.graph, part);
  if (scale === null) return null;
  const { each, count, filter } = entry;
  const colors = tokens[state.theme];
  const certainty = scale.field === "certainty" && each.kind === "value" ? Certainty.parse(each.value) : undefined;
  const sample =
    part === "lineColor" && certainty !== undefined ? (
      <LineSample certainty={certainty} color={colorOfClass(scale, each, colors, state.style.own)} />
    ) : part === "lineWidth" ? (
      <Swatch of="line" color={colors.ink2} width={widthOfClass(scale, each)} />
    ) : (
      <Swatch of={part === "lineColor" ? "line" : "mark"} color={colorOfClass(scale, each, colors, state.style.own)} />
    );
  const caption = wordClass(scale.field, each, state, seen);
  // Communities are numbered anew whenever the drawing changes, so what is said of one would pass on to others.
  const hasOwnLook = part !== "lineWidth" && each.kind !== "other" && scale.field !== "community";
  return (
    <Entry
      kind={filter.kind}
      entry={{ key: filter.key, count }}
      siblings={siblings}
      caption={caption}
      category={hasOwnLook ? valueKey(scale.field, each) : undefined}
      sample={sample}
    />
  );
}

/** Three marks of a size that grows with what it shows, and the one of what has no value. */
function Sizes({ state, graph, seen }: Counted) {
  const scale = styleScale(state, graph, "nodeSize");
  const extent = scale === null ? null : extentOf(scale);
  if (scale === null || extent === null) return null;
  const bare = [...visibleNodes(state, graph)].filter((id) => !scale.values.has(id)).length;
  const middle = (extent.least + extent.most) / 2;
  const values = [extent.least, scale.form === "year" ? Math.round(middle) : middle, extent.most];
  const all = [
    ...values.map((value) => ({
      radius: radiusOfValue(scale, value),
      caption: wordValue(scale.field, value, state, seen),
    })),
    ...(bare === 0
      ? []
      : [
          {
            radius: radiusOfValue(scale, undefined),
            caption: `${wordClass(scale.field, { key: "none", kind: "none" }, state, seen)} · ${bare.toLocaleString(state.language)}`,
          },
        ]),
  ];
  const marks = all.filter(({ caption }, i) => all.findIndex((each) => each.caption === caption) === i);
  return (
    <ul className="key-sizes">
      {marks.map(({ radius, caption }) => (
        <li key={caption}>
          <svg width={2 * radius + 2} height={2 * radius + 2} aria-hidden="true">
            <circle cx={radius + 1} cy={radius + 1} r={radius} />
          </svg>
          <span>{caption}</span>
        </li>
      ))}
    </ul>
  );
}

function Rule(props: RuleProps) {
  const { state, graph, part } = props;
  const say = useSay();
  const scale = styleScale(state, graph, part);
  // Marks colored by label say so where labels are listed.
  if (scale === null || (part === "nodeColor" && scale.field === "label")) return null;
  const disputed = countDisputed(state, scale);
  const entries = classEntries(state, graph, scale);
  const siblings = entries.map(({ filter }) => filter.key);
  return (
    <section>
      <h3>{say("style.by", wordStyle(state, part))}</h3>
      {part === "nodeSize" ? (
        <Sizes {...props} />
      ) : (
        <ul className="key-list">
          {entries.map((entry) => (
            <ClassRow key={entry.each.key} {...props} entry={entry} siblings={siblings} />
          ))}
        </ul>
      )}
      {scale.field.startsWith("figure/") ? (
        <p className="key-hint">
          {say("style.figureHint")} {disputed === 0 ? null : say("style.disputed", { count: disputed })}
        </p>
      ) : null}
    </section>
  );
}

export function StyleRules({ time }: { time: ExplorerState["time"] }) {
  const explorer = useExplorer();
  const counted = useCounted(time);
  const say = useSay();
  if (isUsualStyle(counted.state.style)) return null;
  return (
    <>
      {styleParts.map((part) => (
        <Rule key={part} {...counted} part={part} />
      ))}
      <button type="button" className="link key-reset" onClick={() => void explorer.setStyle(usualStyle)}>
        {say("style.reset")}
      </button>
    </>
  );
}
