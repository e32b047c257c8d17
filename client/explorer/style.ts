/** What sizes and colors show and which values are filtered, as steps; and the measures that some of them need. */
import type { NodeMeasures } from "../../scene/network-measures.ts";
import { type OwnChange, type OwnLook, type Range, type Style, noFilters, styleParts } from "../store.ts";
import { seenOn, wordCategoryOfKey, wordRange, wordStyle } from "../style/words.ts";
import { say } from "../strings/strings.ts";
import { type Context, endStep } from "./context.ts";
import { readyRules } from "./ready-rules.ts";

const turns = new WeakMap<Context, Promise<void>>();

/** One change after the other, as they were asked for: one that has to read figures first is not to be overtaken. */
function inTurn(context: Context, work: () => Promise<void>): Promise<void> {
  const turn = (turns.get(context) ?? Promise.resolve()).then(work);
  turns.set(
    context,
    turn.catch(() => {}),
  );
  return turn;
}

/** Shows something else in sizes, widths or colors; what is left out stays. */
export const setStyle = (context: Context, change: Partial<Style>): Promise<void> =>
  inTurn(context, () => changeStyle(context, change));

/** Hides what lies beyond a range of a field; null lets all of it be shown. */
export const setRange = (context: Context, field: string, range: Range | null): Promise<void> =>
  inTurn(context, () => changeRange(context, field, range));

/** Gives a category of the key a color or a name of one's own, or takes it away. */
export const setOwnLook = (context: Context, category: string, change: OwnChange): Promise<void> =>
  inTurn(context, () => changeOwnLook(context, category, change));

async function changeOwnLook(context: Context, category: string, change: OwnChange): Promise<void> {
  const { store, graph } = context;
  const { style } = store.getState();
  const { [category]: before = {}, ...others } = style.own;
  const { hue, name: named } = { ...before, ...change };
  const look: OwnLook = { ...(hue && { hue }), ...(named && { name: named }) };
  if (before.hue === look.hue && before.name === look.name) return;
  const isUsual = look.hue === undefined && look.name === undefined;
  const own = isUsual ? others : { ...style.own, [category]: look };
  await readyRules(context, { ...store.getState(), style: { ...style, own } });
  store.setState({ style: { ...store.getState().style, own } });
  const state = store.getState();
  const name = wordCategoryOfKey(category, state, seenOn(graph));
  const about = { own: category };
  if (isUsual) return endStep(context, "style.saidAsUsual", { name }, about);
  if (before.name !== look.name)
    return endStep(
      context,
      look.name === undefined ? "style.saidUnnamed" : "style.saidNamed",
      { name, own: look.name ?? "" },
      about,
    );
  const color = say(state.language, look.hue === undefined ? "style.usual" : `style.hue.${look.hue}`);
  endStep(context, "style.saidHue", { name, color }, about);
}

async function changeStyle(context: Context, change: Partial<Style>): Promise<void> {
  const { store } = context;
  await readyRules(context, { ...store.getState(), style: { ...store.getState().style, ...change } });
  const before = store.getState().style;
  const style = { ...before, ...change };
  if (style.own === before.own && styleParts.every((part) => style[part] === before[part])) return;
  store.setState({ style });
  const [part, ...others] = styleParts.filter((each) => style[each] !== before[each]);
  if (part === undefined || others.length > 0) endStep(context, "style.saidAll");
  else endStep(context, "style.said", wordStyle(store.getState(), part), { style: part });
}

async function changeRange(context: Context, field: string, range: Range | null): Promise<void> {
  const { store } = context;
  const ranges = () => {
    const { [field]: _before, ...others } = store.getState().filters.ranges;
    const now = range === null ? others : { ...others, [field]: range };
    return Object.keys(now).length === 0 ? noFilters.ranges : now;
  };
  const filtered = () => ({ ...store.getState().filters, ranges: ranges() });
  await readyRules(context, { ...store.getState(), filters: filtered() });
  if (JSON.stringify(store.getState().filters.ranges[field] ?? null) === JSON.stringify(range)) return;
  store.setState({ filters: filtered() });
  const state = store.getState();
  endStep(context, "style.saidRange", { range: wordRange(field, range ?? undefined, state) }, { range: field });
}

/** Tells the measures of what is drawn now; no step, as they follow from the view. */
export function tellMeasures({ store }: Pick<Context, "store">, measures: readonly NodeMeasures[]): void {
  store.setState({ measures: new Map(measures.map((each) => [each.id, each])) });
}
