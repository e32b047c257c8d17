/** The search box: a combobox that lists names as one types and says which name matched. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a datalist shows neither shapes nor which name matched */
import { type KeyboardEvent, type RefObject, useCallback, useId, useRef, useState } from "react";
import type { PhraseOffer, SearchHit } from "../../schema/api.ts";
import { mainLabel, nameOf } from "../../schema/graph.ts";
import { useExplorer, useKeys, useLanguage, useSay, useView } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { Offer } from "./Offer.tsx";
import { ShapeIcon } from "./ShapeIcon.tsx";
import { type SearchState, useSearch } from "./use-search.ts";
import { Name, Words, guessLanguage } from "./Words.tsx";

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** Which name matched, in its own language within the sentence of the reader's. */
function Matched({ name }: { name: string }) {
  const language = useLanguage();
  const say = useSay();
  const blank = "\u{0}";
  const [before, after] = say("search.matched", { name: blank }).split(blank);
  return (
    <span className="hit-match">
      {before}
      <Words words={{ text: name, language: guessLanguage(name, language) }} />
      {after}
    </span>
  );
}

function Hit({ hit, id, chosen, choose }: { hit: SearchHit; id: string; chosen: boolean; choose: () => void }) {
  const vocabulary = useView((state) => state.vocabulary);
  const language = useLanguage();
  const form = vocabulary?.labels[mainLabel(hit.node)];
  const isOtherName = hit.matched !== nameOf(hit.node, language).text;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- focus and keys stay in the field, as the pattern asks
    <div
      id={id}
      tabIndex={-1}
      role="option"
      aria-selected={chosen}
      onPointerDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      {form === undefined ? null : <ShapeIcon shape={form.shape} />}
      <span className="hit-name">
        <Name node={hit.node} />
        {isOtherName ? <Matched name={hit.matched} /> : null}
      </span>
      <span className="hit-label">{form?.caption[language]}</span>
    </div>
  );
}

/** What can be chosen: questions that fit stand first, unless the text is a name as it stands. */
type Option = { kind: "hit"; hit: SearchHit } | { kind: "offer"; offer: PhraseOffer };

function optionsOf({ hits, offers }: SearchState): Option[] {
  const names = hits.map((hit): Option => ({ kind: "hit", hit }));
  const questions = offers.map((offer): Option => ({ kind: "offer", offer }));
  const [first, ...others] = names;
  return first?.kind === "hit" && first.hit.match === "exact"
    ? [first, ...questions, ...others]
    : [...questions, ...names];
}

const keyOf = (option: Option): string =>
  option.kind === "hit"
    ? option.hit.node.id
    : option.offer.kind === "path"
      ? `${option.offer.from} → ${option.offer.to}`
      : `${option.offer.asked.question} ${JSON.stringify(option.offer.asked.parameters)}`;

function Results({
  found,
  options,
  active,
  listId,
  choose,
}: {
  found: SearchState;
  options: readonly Option[];
  active: number;
  listId: string;
  choose: (option: Option) => void;
}) {
  const say = useSay();
  return (
    <div className="results">
      <div id={listId} role="listbox" aria-label={say("search.label")}>
        {options.map((option, index) => {
          const shared = { id: `${listId}-${index}`, chosen: index === active, choose: () => choose(option) };
          return option.kind === "hit" ? (
            <Hit key={keyOf(option)} hit={option.hit} {...shared} />
          ) : (
            <Offer key={keyOf(option)} offer={option.offer} {...shared} />
          );
        })}
      </div>
      {found.failed ? <p className="no-result">{say("problem.offline")}</p> : null}
      {!found.failed && options.length === 0 ? (
        <p className="no-result">
          {say("search.none", { text: found.query ?? "" })} <span>{say("search.noneHint")}</span>
        </p>
      ) : null}
    </div>
  );
}

/** `/` puts the cursor into the field from anywhere else. */
function useShortcut(field: RefObject<HTMLInputElement | null>) {
  const focus = useCallback(
    (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return false;
      field.current?.focus();
      field.current?.select();
      return true;
    },
    [field],
  );
  useKeys(focus);
}

export function SearchBox() {
  const explorer = useExplorer();
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useSearch(text);
  useShortcut(field);
  const isOpen = open && found.query !== null;
  const options = optionsOf(found);
  const count = options.length;

  const choose = (option: Option) => {
    setOpen(false);
    setText("");
    if (option.kind === "hit") void explorer.showNode(option.hit.node.id);
    else if (option.offer.kind === "path") void explorer.showPath(option.offer.from, option.offer.to);
    else void explorer.openQuestion(option.offer.asked.question, option.offer.asked.parameters);
    // The keyboard goes on where the answer appears; on a phone the sheet takes the focus itself.
    document.getElementById("details")?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter and the arrows are its own.
    if (event.nativeEvent.isComposing) return;
    const move: Partial<Record<string, number>> = { ArrowDown: active + 1, ArrowUp: active - 1 };
    const next = move[event.key];
    if (next !== undefined && count > 0) {
      setOpen(true);
      setActive((next + count) % count);
    } else if (event.key === "Enter" && isOpen) {
      const option = options[active];
      if (option !== undefined) choose(option);
    } else if (event.key === "Escape" && (isOpen || text !== "")) {
      if (isOpen) setOpen(false);
      else setText("");
    } else return;
    event.preventDefault();
  };

  return (
    <search className="search" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={say("search.label")}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && count > 0 ? `${listId}-${active}` : undefined}
        aria-keyshortcuts="/"
        placeholder={say("search.placeholder")}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      {isOpen ? (
        <Results found={found} options={options} active={active} listId={listId} choose={choose} />
      ) : (
        <div id={listId} hidden />
      )}
      <output className="heard">{isOpen ? say("search.results", { count }) : ""}</output>
    </search>
  );
}
