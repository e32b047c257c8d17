/** Drawing several nodes as one, and opening that again: members keep their places, pins and selection throughout. */
import { nameOf } from "../../schema/graph.ts";
import { type Language, languageSuffix, languages } from "../../schema/language.ts";
import { type GroupingKind, gather, keysByRole } from "../view/grouping.ts";
import { drawnNetwork } from "../measures/drawn-network.ts";
import { findCommunities } from "../measures/measure.ts";
import { bundle, degreeIn, foldedIn, groupsIn, isGroup, membersOf, middleOf, withMembers } from "../view/groups.ts";
import type { LinkedGroup } from "../permalink/groups.ts";
import { readLaterStrings, readStrings, say } from "../strings/strings.ts";
import { visibleNodes } from "../view/visibility.ts";
import { type Context, announce, attempt, endStep, workOut } from "./context.ts";
import { isOnScreen } from "../view/graph.ts";

type Kind = GroupingKind | "own";

/** Names are written in all languages at once, as every node's are. */
async function readWords(): Promise<void> {
  await readLaterStrings();
  await readStrings(...languages);
}

/** The best connected of these, after which a community is called. */
const hubOf = ({ graph }: Context, ids: readonly string[]): string =>
  ids.toSorted((a, b) => degreeIn(graph, b) - degreeIn(graph, a) || (a < b ? -1 : 1))[0] ?? "";

/** With a space where Chinese and Latin letters meet. */
const spaced = (text: string): string =>
  text.replaceAll(/(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu, " ");

function nameIn(context: Context, { kind, key, members }: LinkedGroup, language: Language): string {
  const { graph, store } = context;
  if (kind === "own") return say(language, "group.name.own", { number: key });
  if (kind === "community") {
    const hub = graph.getNodeAttribute(hubOf(context, members), "node");
    return say(language, "group.name.community", { name: nameOf(hub, language).text });
  }
  const { details, mentioned } = store.getState();
  const node = graph.hasNode(key) ? graph.getNodeAttribute(key, "node") : (details[key]?.node ?? mentioned[key]);
  return say(language, `group.name.${kind}`, { name: node === undefined ? key : nameOf(node, language).text });
}

const idOf = (kind: Kind, key: string) => `group:${kind}:${key}`;

/** Puts a group amid its members, or where it was, and notes them in `folded`. The words of its name have been read. */
function addGroup(
  context: Context,
  { kind, key, members, ...place }: LinkedGroup,
  folded: Map<string, string> = foldedIn(context.graph),
): string | null {
  const { graph } = context;
  const id = idOf(kind, key);
  const present = members.filter((each) => graph.hasNode(each) && !isGroup(each) && !folded.has(each));
  if (present.length < (graph.hasNode(id) ? 1 : 2)) return null;
  for (const each of present) folded.set(each, id);
  if (graph.hasNode(id)) return takeIn(context, id, present);
  const names = languages.map((language) => [
    `name${languageSuffix[language]}`,
    spaced(nameIn(context, { kind, key, members: present }, language)),
  ]);
  const node = { id, labels: [], properties: { ...Object.fromEntries(names), kind, key, members: present } };
  const { x, y, pinned } = { ...middleOf(graph, present), pinned: false, ...place };
  graph.addNode(id, { node, x, y, placed: true, pinned });
  graph.setAttribute("hasGroups", true);
  return id;
}

/** Gives a group that is there further members. */
function takeIn({ graph }: Context, id: string, members: readonly string[]): string {
  const { node } = graph.getNodeAttributes(id);
  const all = [...membersOf(graph, id), ...members];
  graph.setNodeAttribute(id, "node", { ...node, properties: { ...node.properties, members: all } });
  return id;
}

/** Communities are numbered anew whenever they are looked for: a number that is taken stands for another. */
function freeKeys({ graph }: Context, keys: ReadonlyMap<string, string>): Map<string, string> {
  const numbers = new Map<string, string>();
  let next = 1;
  for (const key of new Set(keys.values())) {
    while (graph.hasNode(idOf("community", String(next)))) next += 1;
    numbers.set(key, String(next++));
  }
  return new Map(Array.from(keys, ([id, key]) => [id, numbers.get(key) ?? key]));
}

function endGrouping(context: Context, kind: Kind, added: readonly string[], rest: number): void {
  const { graph } = context;
  const count = new Set(added.flatMap((id) => membersOf(graph, id))).size;
  context.store.setState({ hovered: null });
  endStep(context, "said.grouped", { how: kind, count, groups: added.length, rest }, { nodes: added });
}

const countDrawn = ({ store, graph }: Context): number => visibleNodes(store.getState(), graph).size;

/** Much less or much more than was drawn before is shown as a whole: it would be a heap in the middle, or lie out of sight. */
function showWhole(context: Context, before: number): void {
  const now = countDrawn(context);
  if (now * 4 >= before && now <= before * 4) return;
  const { camera, history } = context;
  const left = history.past.at(-1);
  // Undone, the camera goes back with what it showed.
  if (left !== undefined) left.camera = camera.place?.();
  camera.fit();
}

/** What each drawn node has in common with others. */
async function keysOf(context: Context, kind: GroupingKind): Promise<Map<string, string>> {
  const { store, graph } = context;
  const state = store.getState();
  if (kind !== "community") return keysByRole(state, graph, kind);
  const communities = await workOut(findCommunities(drawnNetwork(state, graph)));
  return freeKeys(context, new Map(Array.from(communities, ([id, number]) => [id, String(number + 1)] as const)));
}

/** Draws what belongs together as one, each group of two and more that is in none yet; the rest stays. */
export async function groupNodes(context: Context, kind: GroupingKind): Promise<void> {
  const { opening, store, graph } = context;
  const read = await attempt(
    context,
    () => Promise.all([keysOf(context, kind), readWords()]),
    () => void groupNodes(context, kind),
  );
  if (read === null || opening !== context.opening) return;
  const [keys] = read;
  const { groups, rest } = gather(store.getState(), graph, keys, (key) => graph.hasNode(idOf(kind, key)));
  const folded = foldedIn(graph);
  const before = countDrawn(context);
  context.camera.glide?.();
  const added = groups.flatMap((group) => addGroup(context, { kind, ...group }, folded) ?? []);
  if (added.length === 0) return announce(context, "said.nothingToGroup");
  endGrouping(context, kind, added, rest);
  showWhole(context, before);
}

/** Draws these as one; groups among them give up their members to it. */
export async function groupTogether(context: Context, ids: readonly string[]): Promise<void> {
  const { opening, graph, store } = context;
  await readWords();
  if (opening !== context.opening) return;
  const drawn = visibleNodes(store.getState(), graph);
  const folded = foldedIn(graph);
  const chosen = ids.map((id) => folded.get(id) ?? id).filter((id) => drawn.has(id));
  const members = withMembers(graph, chosen);
  if (members.length < 2) return announce(context, "said.nothingToGroup");
  context.camera.glide?.();
  for (const id of chosen) if (isGroup(id) && graph.hasNode(id)) graph.dropNode(id);
  let number = 1;
  while (graph.hasNode(idOf("own", String(number)))) number += 1;
  const added = addGroup(context, { kind: "own", key: String(number), members });
  if (added === null) return;
  store.setState({ selected: { kind: "node", id: added }, alsoSelected: new Set() });
  endGrouping(context, "own", [added], 0);
  showWhole(context, drawn.size);
}

/** Opens groups, all of them where none are named: every member is again where it was. */
export function ungroupNodes(context: Context, wanted?: readonly string[]): void {
  const { graph, store } = context;
  const groups = (wanted ?? groupsIn(graph)).filter((id) => isGroup(id) && graph.hasNode(id));
  if (groups.length === 0) return;
  const members = groups.flatMap((id) => membersOf(graph, id));
  const inGroup = new Map(groups.map((id) => [id, membersOf(graph, id)] as const));
  const chosen = (group: string) => {
    const ids = inGroup.get(group) ?? [];
    const [lead] = ids;
    return lead === undefined ? null : { selected: { kind: "node" as const, id: lead }, alsoSelected: new Set(ids) };
  };
  const [first] = groups;
  const name = first === undefined ? "" : nameOf(graph.getNodeAttribute(first, "node"), store.getState().language).text;
  const before = countDrawn(context);
  context.camera.glide?.();
  for (const id of groups) graph.dropNode(id);
  bundle(graph);
  const { selected, alsoSelected } = store.getState();
  // What was selected as one is selected as what it is.
  const inside = selected?.kind === "node" && groups.includes(selected.id) ? chosen(selected.id) : null;
  const rest = isOnScreen(context.graph, selected) ? { selected, alsoSelected } : { selected: null };
  store.setState({ hovered: null, ...(inside ?? rest) });
  endStep(context, "said.ungrouped", { name, count: members.length, groups: groups.length }, { nodes: groups });
  showWhole(context, before);
}

/** Draws as one what a link says; what it names and is not here is passed over. */
export async function bringGroups(context: Context, groups: readonly LinkedGroup[]): Promise<void> {
  await readWords();
  const folded = foldedIn(context.graph);
  for (const group of groups) addGroup(context, group, folded);
  bundle(context.graph);
}
