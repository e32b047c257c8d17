/** The search box: a combobox that lists names as one types and says which name matched. */
import { type KeyboardEvent, type RefObject, useCallback, useId, useRef, useState } from "react";
import { useExplorer, useKeys, useSay, useView } from "./context.ts";
import { focusDetails } from "./focus.ts";
import { Icon } from "./Icon.tsx";
import { Results } from "./later-panels.ts";
import { type Option, optionsOf } from "./search/options.ts";
import { useEnter } from "./search/use-enter.ts";
import { useCorrections } from "./search/use-corrections.ts";
import { useSearch } from "./search/use-search.ts";

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

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
  /** Whether the arrows chose what is active: then Enter takes it, whatever is still to come. */
  const [isMoved, setMoved] = useState(false);
  const found = useSearch(text);
  useShortcut(field);
  const asks = useView((state) => state.pathFrom);
  const [asked, setAsked] = useState(asks);
  if (asked !== asks) {
    setAsked(asks);
    setText("");
  }
  const isOpen = open && text.trim() !== "";
  const { offers, correct } = useCorrections(found);
  const options = optionsOf(found.hits, offers);
  const count = options.length;

  const choose = (option: Option) => {
    setOpen(false);
    setText("");
    if (option.kind === "hit") void explorer.showNode(option.hit.node.id);
    else if (option.offer.kind === "path") void explorer.showPath(option.offer.from, option.offer.to);
    else void explorer.openQuestion(option.offer.asked.question, option.offer.asked.parameters);
    // The keyboard goes on where the answer appears; on a phone the sheet takes the focus itself.
    focusDetails();
  };
  const enter = useEnter(found.isAnswered, () => {
    const option = options[active];
    if (option !== undefined) choose(option);
  });
  const onCorrect: Parameters<typeof Results>[0]["correct"] = (index, piece, reading) => {
    const option = options[index];
    if (option?.kind !== "offer") return;
    correct(option.place, piece, reading);
    setActive(index);
    // So that Enter asks what was corrected.
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter and the arrows are its own.
    if (event.nativeEvent.isComposing) return;
    const move: Partial<Record<string, number>> = { ArrowDown: active + 1, ArrowUp: active - 1 };
    const next = move[event.key];
    if (next !== undefined && count > 0) {
      setOpen(true);
      setActive((next + count) % count);
      setMoved(true);
      enter.forget();
    } else if (event.key === "Enter" && isOpen) {
      const option = options[active];
      if (isMoved && option !== undefined) choose(option);
      else enter.press();
    } else if (event.key === "Escape" && (isOpen || text !== "")) {
      enter.forget();
      if (isOpen) setOpen(false);
      else setText("");
    } else return;
    event.preventDefault();
  };

  return (
    <search
      className="search"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setOpen(false);
        enter.forget();
      }}
    >
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
          setMoved(false);
          enter.forget();
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      {isOpen ? (
        <Results found={found} options={options} active={active} listId={listId} choose={choose} correct={onCorrect} />
      ) : (
        <div id={listId} hidden />
      )}
      <output className="heard">
        {isOpen ? (count > 0 || found.isAnswered ? say("search.results", { count }) : say("search.waiting")) : ""}
      </output>
    </search>
  );
}
