/** The key to colors, shapes and lines, which is the filter too: a click dims, a second hides, a third shows. */
import { useDeferredValue } from "react";
import { mainLabel, nameOf } from "../../schema/graph.ts";
import { Certainty } from "../../schema/fact.ts";
import { disputedInView } from "../facts/disputed-in-view.ts";
import { groupsIn } from "../view/groups.ts";
import { type Look, lookOf } from "../style/rules.ts";
import { tokens } from "../page/theme.ts";
import { isFolded, questionView } from "../view/question-view.ts";
import { bundleSizes, parallels } from "../view/visibility.ts";
import { type KeyEntry, isFiltered, keyOf } from "../view/key.ts";
import type { ExplorerState } from "../store.ts";
import { useExplorer, useGraph, useLanguage, useMedia, useSay, useView } from "./context.ts";
import { Count } from "./Count.tsx";
import { DisputeIcon } from "./DisputeIcon.tsx";
import { LineSample, OverlapSample } from "./LineSample.tsx";
import { Entry } from "./key/Entry.tsx";
import { GroupKey, MoreFilters, ParallelKey, StyleChoice, StyleRules, ValueFilters } from "./key/later-parts.ts";
import { useHasSources } from "./inspector/use-has-sources.ts";
import { ShapeIcon } from "./ShapeIcon.tsx";

/** The colors of the threads by place among the origins, as on the stage. */
function threadColor(key: string, origins: readonly string[], look: Look | null): string {
  const own = look?.own(`thread=${key}`);
  if (own !== undefined) return own;
  if (key === "both") return "var(--thread-both)";
  const place = origins.indexOf(key);
  return place in tokens.light.threads ? `var(--thread-${place + 1})` : "var(--quiet)";
}

/** What the rules and a person's own colors say of what is drawn; null while all is as usual. */
function useLook(): Look | null {
  const { store } = useExplorer();
  const graph = useGraph();
  const theme = useView((state) => state.theme);
  useView((state) => state.style);
  return lookOf(store.getState(), graph, tokens[theme]);
}

/** Letters of a name for which half the rail has room. */
const mostInHalf = 12;

function Threads({ entries }: { entries: KeyEntry[] }) {
  const graph = useGraph();
  const language = useLanguage();
  const origins = useView((state) => questionView(state)?.origins) ?? [];
  const asked = useView((state) => state.answer?.columns?.origins.length) ?? 0;
  const isUsual = useView((state) => state.style.nodeColor === null);
  const look = useLook();
  const isFiltered = useView((state) => Object.keys(state.filters.threads).length > 0);
  const say = useSay();
  const captionOf = (key: string) => {
    if (key === "both" || key === "neither") return say(`key.${key}`, { count: asked });
    return graph.hasNode(key) ? nameOf(graph.getNodeAttribute(key, "node"), language).text : key;
  };
  // Colors that are not drawn are not explained; what they hide can still be brought back.
  if (entries.length === 0 || (!isUsual && !isFiltered)) return null;
  const siblings = entries.map(({ key }) => key);
  const isShort = entries.every(({ key }) => captionOf(key).length <= mostInHalf);
  return (
    <section>
      <h3>{say("key.threads")}</h3>
      <ul className={isShort ? "key-list in-two" : "key-list"}>
        {entries.map((entry) => (
          <Entry
            key={entry.key}
            kind="threads"
            entry={entry}
            siblings={siblings}
            caption={captionOf(entry.key)}
            category={isUsual && entry.key !== "neither" ? `thread=${entry.key}` : undefined}
            sample={
              <span
                className="thread"
                style={{ background: isUsual ? threadColor(entry.key, origins, look) : "var(--quiet)" }}
              />
            }
          />
        ))}
      </ul>
    </section>
  );
}

/** The color of each label where marks are colored by it, or a person gave it one; null where nothing is. */
function useLabelColors(): ((label: string) => string | undefined) | null {
  const graph = useGraph();
  const rule = useView((state) => state.style.nodeColor);
  const look = useLook();
  if (look === null || (rule !== null && rule !== "label")) return null;
  return (label) =>
    look.own(`label=v:${label}`) ??
    look.nodeColor?.(graph.findNode((_id, { node }) => mainLabel(node) === label) ?? "");
}

function Labels({ entries }: { entries: KeyEntry[] }) {
  const language = useLanguage();
  const vocabulary = useView((state) => state.vocabulary);
  const isPlain = useView((state) => state.answer?.columns !== undefined || state.style.nodeColor !== null);
  const isQuestion = useView((state) => state.answer?.columns !== undefined);
  const rule = useView((state) => state.style.nodeColor);
  const colorOf = useLabelColors();
  const isByLabel = rule === "label";
  const siblings = entries.map(({ key }) => key);
  const say = useSay();
  return (
    <section>
      <h3 className={isQuestion && !isByLabel ? "heard" : undefined}>{say("key.labels")}</h3>
      <ul className="key-list in-two">
        {entries.map((entry) => {
          const form = vocabulary?.labels[entry.key];
          if (form === undefined) return null;
          const color = colorOf?.(entry.key) ?? (isPlain ? undefined : `var(--family-${form.family})`);
          return (
            <Entry
              key={entry.key}
              kind="labels"
              entry={entry}
              siblings={siblings}
              caption={form.caption[language]}
              category={rule === null || isByLabel ? `label=v:${entry.key}` : undefined}
              sample={
                <span className="key-shape" style={{ color }}>
                  <ShapeIcon shape={form.shape} />
                </span>
              }
            />
          );
        })}
      </ul>
    </section>
  );
}

function Certainties({ entries }: { entries: KeyEntry[] }) {
  const say = useSay();
  const hasSources = useHasSources();
  // Where lines have colors by it, it is listed with them.
  const isRule = useView((state) => state.style.lineColor === "certainty");
  if (isRule) return null;
  if (!hasSources && entries.every(({ key }) => key === "stated")) return null;
  const siblings = entries.map(({ key }) => key);
  return (
    <section>
      <h3>{say("key.certainty")}</h3>
      <ul className={entries.some(({ undrawn }) => undrawn) ? "key-list" : "key-list in-two"}>
        {entries.map((entry) => {
          const certainty = Certainty.parse(entry.key);
          return (
            <Entry
              key={entry.key}
              kind="certainties"
              entry={entry}
              siblings={siblings}
              caption={say(`certainty.${certainty}`)}
              sample={<LineSample certainty={certainty} />}
            />
          );
        })}
      </ul>
    </section>
  );
}

/** Overlaps of careers, which no source says as such. */
function Overlaps({ entries }: { entries: KeyEntry[] }) {
  const say = useSay();
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{say("overlap.key")}</h3>
      <ul className="key-list in-two">
        {entries.map(({ key, count }) => (
          <li key={key} className="key-row">
            <OverlapSample possible={key === "possible"} />
            <span className="key-caption">{say(key === "possible" ? "overlap.possible" : "overlap.certain")}</span>
            <Count of={count} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TypeSample({ color }: { color: string | undefined }) {
  return (
    <svg className="line-sample" viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
      <path d="M1 4H23" stroke={color ?? "var(--edge)"} strokeWidth={color === undefined ? 1.5 : 2.4} />
    </svg>
  );
}

function Types({ entries }: { entries: KeyEntry[] }) {
  const language = useLanguage();
  const vocabulary = useView((state) => state.vocabulary);
  const rule = useView((state) => state.style.lineColor);
  const look = useLook();
  const say = useSay();
  if (entries.length < 2) return null;
  const siblings = entries.map(({ key }) => key);
  return (
    <details className="key-types">
      <summary>{say("key.types")}</summary>
      <ul className="key-list">
        {entries.map((entry) => (
          <Entry
            key={entry.key}
            kind="types"
            entry={entry}
            siblings={siblings}
            category={rule === null && entry.key !== "OVERLAPPED" ? `type=v:${entry.key}` : undefined}
            sample={rule === null ? <TypeSample color={look?.own(`type=v:${entry.key}`)} /> : undefined}
            caption={
              entry.key === "OVERLAPPED"
                ? say("overlap.key")
                : (vocabulary?.relationships[entry.key]?.caption[language] ?? entry.key)
            }
          />
        ))}
      </ul>
    </details>
  );
}

/** How many names and lines carry a mark of dispute, whatever is selected; the way to what the sources say. */
function Disputes({ time }: Pick<ExplorerState, "time">) {
  const explorer = useExplorer();
  const graph = useGraph();
  const answer = useView((state) => state.disagreements);
  const say = useSay();
  if (answer === null) return null;
  const unselected = { ...explorer.store.getState(), time, selected: null };
  const { nodes, lines } = disputedInView(unselected, graph);
  if (nodes.length + lines.size === 0) return null;
  return (
    <section>
      <h3 className="heard">{say("key.disputes")}</h3>
      <ul className="key-list">
        <li>
          <button type="button" title={say("key.toDisputes")} onClick={() => explorer.openDock("disagreements")}>
            <DisputeIcon />
            <span className="key-caption">{say("rivals.title")}</span>
            <span className="key-count">{say("key.marked", { nodes: nodes.length, lines: lines.size })}</span>
          </button>
        </li>
      </ul>
    </section>
  );
}

export function Key() {
  const explorer = useExplorer();
  const graph = useGraph();
  const filters = useView((state) => state.filters);
  useView((state) => state.hidden);
  // On a small screen these decide what of the question is drawn.
  useView(isFolded);
  useView((state) => state.showUndrawn);
  useView((state) => state.selected);
  // While the time slides past, the drawing comes first.
  const time = useDeferredValue(useView((state) => state.time));
  const isTouched = useMedia("(hover: none)");
  const say = useSay();
  if (graph.order === 0) return null;
  const groups = groupsIn(graph).length;
  const several = new Set(parallels({ ...explorer.store.getState(), time }, graph).values()).size;
  const { threads, labels, certainties, types, overlaps, documents } = keyOf(
    { ...explorer.store.getState(), time },
    graph,
  );
  return (
    <section className="key" aria-labelledby="key-title">
      <div className="key-head">
        <h2 id="key-title">{say("key.title")}</h2>
        {isFiltered(filters) ? (
          <button type="button" className="link" onClick={() => explorer.resetFilters()}>
            {say("key.reset")}
          </button>
        ) : null}
      </div>
      <p className="key-hint">{say(isTouched ? "key.hintTouched" : "key.hint")}</p>
      <Threads entries={threads} />
      <Labels entries={labels} />
      <StyleRules time={time} />
      {groups === 0 ? null : <GroupKey groups={groups} bundles={bundleSizes(explorer.store.getState(), graph).size} />}
      <Certainties entries={certainties} />
      {several === 0 ? null : <ParallelKey lines={several} />}
      <Overlaps entries={overlaps} />
      <Disputes time={time} />
      <Types entries={types} />
      <MoreFilters documents={documents} />
      <ValueFilters time={time} />
      <StyleChoice />
    </section>
  );
}
