/** What a search found: names, and questions that the text may ask, with what was understood of it. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a datalist shows neither shapes nor which name matched */
import type { SearchHit } from "../../../schema/api.ts";
import { mainLabel, nameOf } from "../../../schema/graph.ts";
import { useLanguage, useSay, useView } from "../context.ts";
import { ListOption } from "../ListOption.tsx";
import { ShapeIcon } from "../ShapeIcon.tsx";
import type { SearchState } from "./use-search.ts";
import { Name, Words, guessLanguage } from "../Words.tsx";
import type { Reading } from "../../phrases.ts";
import { Offer } from "./Offer.tsx";
import type { Option } from "./options.ts";

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
    <ListOption id={id} chosen={chosen} choose={choose}>
      {form === undefined ? null : <ShapeIcon shape={form.shape} />}
      <span className="hit-name">
        <Name node={hit.node} />
        {isOtherName ? <Matched name={hit.matched} /> : null}
      </span>
      <span className="hit-label">{form?.caption[language]}</span>
    </ListOption>
  );
}

export function Results({
  found,
  options,
  active,
  listId,
  choose,
  correct,
}: {
  found: SearchState;
  options: readonly Option[];
  active: number;
  listId: string;
  choose: (option: Option) => void;
  /** Takes a piece of the option at `index` otherwise. */
  correct: (index: number, piece: number, reading: Reading | null) => void;
}) {
  const say = useSay();
  const idOf = (index: number) => `${listId}-${index}`;
  const rows = options.map((option, index) => {
    const shared = { id: idOf(index), chosen: index === active, choose: () => choose(option) };
    return option.kind === "hit" ? (
      <Hit key={option.hit.node.id} hit={option.hit} {...shared} />
    ) : (
      <Offer
        key={`${found.query} ${option.place}`}
        offer={option.offer}
        correct={(piece, reading) => correct(index, piece, reading)}
        {...shared}
      />
    );
  });
  return (
    <div className="results" tabIndex={-1}>
      {/* A list may hold nothing but options, and an offer's chips are buttons: so it owns the options from beside them. */}
      <div
        id={listId}
        role="listbox"
        aria-label={say("search.label")}
        aria-owns={options.map((_, index) => idOf(index)).join(" ")}
      />
      {rows}
      {options.some(({ kind }) => kind === "offer") ? <p className="offer-hint">{say("offer.hint")}</p> : null}
      {found.failed && found.isAnswered ? <p className="no-result">{say("problem.offline")}</p> : null}
      {options.length === 0 && !found.isAnswered ? <p className="no-result">{say("search.waiting")}</p> : null}
      {options.length === 0 && found.isAnswered && !found.failed ? (
        <p className="no-result">
          {say("search.none", { text: found.query ?? "" })} <span>{say("search.noneHint")}</span>
        </p>
      ) : null}
    </div>
  );
}
