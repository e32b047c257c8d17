/** What else a piece of a phrase can mean: the other readings of its words, another name, or nothing. */
import { type KeyboardEvent, useEffect } from "react";
import type { Blank, PhraseOffer } from "../../../schema/api.ts";
import { type Reading, currentReading, joinedReading, readingOf } from "../../phrases.ts";
import { useExplorer, useLanguage, useSay, useView } from "../context.ts";
import { BlankField } from "../questions/BlankField.tsx";
import { EntityField } from "../questions/EntityField.tsx";
import { isFilled } from "../questions/fillings.ts";

interface Props {
  readonly offer: PhraseOffer;
  readonly place: number;
  /** Null leaves the piece out. */
  readonly change: (reading: Reading | null) => void;
  readonly close: () => void;
}

/** The blank that a piece fills, once the catalogue is read; a path's ends have none. */
function useBlank(offer: PhraseOffer, name: string): { blank: Blank | undefined; mayLeaveOut: boolean } {
  const explorer = useExplorer();
  const questions = useView((state) => state.questions);
  useEffect(() => void explorer.listQuestions(), [explorer]);
  if (offer.kind === "path") return { blank: undefined, mayLeaveOut: false };
  const question = questions?.find(({ id }) => id === offer.asked.question);
  const values = offer.asked.parameters[name] ?? [];
  const isPeriod = question?.parameters[name]?.form === "period";
  const without = { ...offer.asked.parameters, [name]: isPeriod ? [] : values.slice(1) };
  return {
    blank: question?.parameters[name],
    mayLeaveOut: question !== undefined && isFilled(question, without),
  };
}

function Named({ offer, place, change, blank }: Props & { blank: Blank | undefined }) {
  const language = useLanguage();
  const say = useSay();
  const piece = offer.understood[place];
  if (piece === undefined) return null;
  const now = currentReading(piece);
  const taken = offer.kind === "path" ? [offer.from, offer.to] : (offer.asked.parameters[piece.parameter ?? ""] ?? []);
  const others = piece.others.filter(({ value }) => !taken.includes(value));
  return (
    <>
      {[now, ...others].map((reading) => (
        <button
          key={reading.value}
          type="button"
          aria-pressed={reading.value === now.value}
          onClick={() => change(reading)}
        >
          {reading.caption[language]}
        </button>
      ))}
      <EntityField
        caption={blank === undefined ? say("offer.other") : `${say("offer.other")} · ${blank.caption[language]}`}
        labels={blank?.labels ?? []}
        nodes={[]}
        most={1}
        change={([node]) => {
          if (node !== undefined && !taken.includes(node.id)) change(readingOf(node));
        }}
      />
    </>
  );
}

function Valued({ offer, place, change, blank }: Props & { blank: Blank }) {
  const { value = "" } = offer.understood[place] ?? {};
  const captionOf = (each: string) =>
    blank.values.find((known) => known.value === each)?.caption ?? { en: each, "zh-Hant": each, "zh-Hans": each };
  return (
    <BlankField
      blank={blank}
      values={value.split(",")}
      nodeOf={() => undefined}
      change={(values) =>
        change(
          values.length === 0 ? null : joinedReading(values.map((each) => ({ value: each, caption: captionOf(each) }))),
        )
      }
    />
  );
}

export function OfferReadings(props: Props) {
  const { offer, place, change, close } = props;
  const say = useSay();
  const piece = offer.understood[place];
  const { blank, mayLeaveOut } = useBlank(offer, piece?.parameter ?? "");
  if (piece === undefined) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.parentElement?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    close();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from any field within
    <fieldset className="offer-readings" onKeyDown={onKeyDown}>
      <legend>{say("offer.means", { text: piece.text })}</legend>
      {piece.form === "entity" ? <Named {...props} blank={blank} /> : null}
      {piece.form !== "entity" && blank !== undefined ? <Valued {...props} blank={blank} /> : null}
      {mayLeaveOut ? (
        <button type="button" onClick={() => change(null)}>
          {say("offer.leaveOut")}
        </button>
      ) : null}
    </fieldset>
  );
}
