/** A question that fits what was typed, with what was understood of it. */
import type { PhraseOffer } from "../../schema/api.ts";
import { useLanguage, useSay } from "./context.ts";
import { Icon } from "./Icon.tsx";

export function Offer({
  offer,
  id,
  chosen,
  choose,
}: {
  offer: PhraseOffer;
  id: string;
  chosen: boolean;
  choose: () => void;
}) {
  const language = useLanguage();
  const say = useSay();
  const [from, to] = offer.understood.map(({ caption, text }) => caption?.[language] ?? text);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- focus and keys stay in the field, as the pattern asks
    <div
      id={id}
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of the search box's own list
      role="option"
      aria-selected={chosen}
      onPointerDown={(event) => event.preventDefault()}
      onClick={choose}
    >
      <Icon name="search" />
      <span className="offer">
        <span className="offer-title">
          {offer.kind === "path"
            ? say("search.path", { from: from ?? offer.from, to: to ?? offer.to })
            : offer.asked.headline[language]}
        </span>
        <span className="offer-pieces">
          {offer.understood.map(({ text, caption }) => (
            <span key={`${text} ${caption?.en ?? ""}`} className="offer-piece">
              {caption === undefined || caption[language] === text ? text : `${text} = ${caption[language]}`}
            </span>
          ))}
        </span>
      </span>
      <span className="hit-label">{say(offer.kind === "path" ? "search.pathLabel" : "search.question")}</span>
    </div>
  );
}
