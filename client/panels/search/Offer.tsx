/** A question that fits what was typed, with what was understood of it, which can be changed before it is asked. */
import { useState } from "react";
import type { PhraseOffer, Understood } from "../../../schema/api.ts";
import type { Reading } from "../../phrases.ts";
import { useLanguage, useSay } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { ListOption } from "../ListOption.tsx";
import { OfferReadings } from "./OfferReadings.tsx";

function useTitle(offer: PhraseOffer): string {
  const language = useLanguage();
  const say = useSay();
  if (offer.kind === "question") return offer.asked.headline[language];
  const [from, to] = offer.understood.map(({ caption, text }) => caption?.[language] ?? text);
  return say("search.path", { from: from ?? offer.from, to: to ?? offer.to });
}

function Piece({
  piece,
  chosen,
  open,
  toggle,
}: {
  piece: Understood;
  chosen: boolean;
  open: boolean;
  toggle: () => void;
}) {
  const language = useLanguage();
  const say = useSay();
  const { text, caption } = piece;
  const words = caption === undefined || caption[language] === text ? text : `${text} = ${caption[language]}`;
  if (piece.parameter === undefined) return <span className="offer-piece">{words}</span>;
  const hint = say("offer.change", { text: words });
  return (
    <button
      type="button"
      className="offer-piece"
      aria-expanded={open}
      aria-label={hint}
      title={hint}
      // Tab leads from the field to what was understood of the question that Enter would ask.
      tabIndex={chosen || open ? 0 : -1}
      onClick={toggle}
    >
      {words}
    </button>
  );
}

export function Offer({
  offer,
  id,
  chosen,
  choose,
  correct,
}: {
  offer: PhraseOffer;
  id: string;
  chosen: boolean;
  choose: () => void;
  correct: (piece: number, reading: Reading | null) => void;
}) {
  const say = useSay();
  const title = useTitle(offer);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <div className="offer-row" data-chosen={chosen}>
      <ListOption id={id} chosen={chosen} choose={choose}>
        <Icon name="search" />
        <span className="offer-title">{title}</span>
        <span className="hit-label">{say(offer.kind === "path" ? "search.pathLabel" : "search.question")}</span>
      </ListOption>
      <div className="offer-pieces">
        {offer.understood.map((piece, place) => (
          <Piece
            // oxlint-disable-next-line react/no-array-index-key -- the same words may fill two blanks
            key={place}
            piece={piece}
            chosen={chosen}
            open={open === place}
            toggle={() => setOpen(open === place ? null : place)}
          />
        ))}
        {offer.kind === "question" && offer.missed.length > 0 ? (
          <span className="offer-missed">{say("offer.missed", { words: offer.missed.join(" … ") })}</span>
        ) : null}
        {open === null ? null : (
          <OfferReadings
            key={open}
            offer={offer}
            place={open}
            change={(reading) => {
              setOpen(null);
              correct(open, reading);
            }}
            close={() => setOpen(null)}
          />
        )}
      </div>
    </div>
  );
}
