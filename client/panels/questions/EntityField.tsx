/** A blank that takes entities: those chosen as chips, and a field that searches as one types. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a datalist shows neither shapes nor which name matched */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { SearchHit } from "../../../schema/api.ts";
import { type GraphNode, mainLabel } from "../../../schema/graph.ts";
import { useExplorer, useLanguage, useSay, useVocabulary } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { useEnter } from "../search/use-enter.ts";
import { ListOption } from "../ListOption.tsx";
import { ShapeIcon } from "../ShapeIcon.tsx";
import { Name } from "../Words.tsx";

interface Props {
  readonly caption: string;
  readonly labels: readonly string[];
  readonly nodes: readonly GraphNode[];
  readonly most: number;
  readonly change: (nodes: readonly GraphNode[]) => void;
}

const pause = 120;

/** Entities of the kinds that fit, without those chosen already. */
function useFitting(
  text: string,
  labels: readonly string[],
  chosen: readonly GraphNode[],
): { hits: SearchHit[] | null; isAnswered: boolean } {
  const explorer = useExplorer();
  const [found, setFound] = useState<{ query: string; hits: SearchHit[] | null }>({ query: "", hits: null });
  const query = text.trim();
  const kinds = labels.join(",");
  useEffect(() => {
    const control = new AbortController();
    const ask = async () => {
      const hits =
        query === "" ? null : await explorer.search(query, control.signal, kinds === "" ? [] : kinds.split(","));
      if (!control.signal.aborted) setFound({ query, hits });
    };
    const timer = window.setTimeout(() => void ask().catch(() => {}), pause);
    return () => {
      window.clearTimeout(timer);
      control.abort();
    };
  }, [explorer, query, kinds]);
  const fitting = found.hits?.filter(({ node }) => chosen.every(({ id }) => id !== node.id)) ?? null;
  return { hits: query === "" ? null : fitting, isAnswered: query !== "" && found.query === query };
}

function Choice({ hit, id, active, choose }: { hit: SearchHit; id: string; active: boolean; choose: () => void }) {
  const vocabulary = useVocabulary();
  const language = useLanguage();
  const form = vocabulary.labels[mainLabel(hit.node)];
  return (
    <ListOption id={id} chosen={active} choose={choose}>
      {form === undefined ? null : <ShapeIcon shape={form.shape} />}
      <span className="hit-name">
        <Name node={hit.node} />
      </span>
      <span className="hit-label">{form?.caption[language]}</span>
    </ListOption>
  );
}

export function EntityField({ caption, labels, nodes, most, change }: Props) {
  const say = useSay();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [isMoved, setMoved] = useState(false);
  const { hits, isAnswered } = useFitting(text, labels, nodes);
  const isOpen = hits !== null;
  const choose = (hit: SearchHit | undefined) => {
    if (hit === undefined) return;
    setText("");
    setActive(0);
    change(most === 1 ? [hit.node] : [...nodes, hit.node]);
  };
  const enter = useEnter(isAnswered, () => choose(hits?.[active]));
  const move = (next: number, count: number) => {
    setActive((next + count) % count);
    setMoved(true);
    enter.forget();
  };
  const write = (next: string) => {
    setText(next);
    setActive(0);
    setMoved(false);
    enter.forget();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const count = hits?.length ?? 0;
    if (event.key === "ArrowDown" && count > 0) move(active + 1, count);
    else if (event.key === "ArrowUp" && count > 0) move(active - 1, count);
    else if (event.key === "Enter" && text.trim() !== "") {
      if (isMoved) choose(hits?.[active]);
      else enter.press();
    } else if (event.key === "Escape" && text !== "") write("");
    else if (event.key === "Backspace" && text === "" && nodes.length > 0) change(nodes.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="entity-field">
      {nodes.map((node) => (
        <span key={node.id} className="chip">
          <Name node={node} />
          <button
            type="button"
            className="bare"
            aria-label={say("blank.remove")}
            title={say("blank.remove")}
            onClick={() => {
              change(nodes.filter(({ id }) => id !== node.id));
              field.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      {nodes.length >= most && most > 1 ? null : (
        <span className="entity-search">
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-label={caption}
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && hits.length > 0 ? `${listId}-${active}` : undefined}
            placeholder={say(nodes.length > 0 && most > 1 ? "blank.add" : "blank.search")}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={text}
            onChange={(event) => write(event.target.value)}
            onBlur={() => write("")}
            onKeyDown={onKeyDown}
          />
          {isOpen ? (
            <div className="results">
              <div id={listId} role="listbox" aria-label={caption}>
                {hits.map((hit, index) => (
                  <Choice
                    key={hit.node.id}
                    hit={hit}
                    id={`${listId}-${index}`}
                    active={index === active}
                    choose={() => choose(hit)}
                  />
                ))}
              </div>
              {hits.length === 0 ? <p className="no-result">{say("blank.none")}</p> : null}
            </div>
          ) : (
            <span id={listId} hidden />
          )}
        </span>
      )}
    </div>
  );
}
