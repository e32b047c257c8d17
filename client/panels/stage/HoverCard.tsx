/** A card beside what the pointer rests on: what can be known of it at a glance. It tells nothing that the inspector does not. */
import "../../styles/hover-card.css";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { isOnScreen } from "../../view/graph.ts";
import { useDrawn, useExplorer, useView } from "../context.ts";
import { LineCard } from "./LineCard.tsx";
import { NodeCard } from "./NodeCard.tsx";
import { placeCard } from "./card-place.ts";
import { type Rest, type Resting, followRest } from "./rest.ts";
import { subjectOf } from "./subject.ts";

export function HoverCard() {
  const explorer = useExplorer();
  const [rest, setRest] = useState<Rest | null>(null);
  const resting = useRef<Resting>(null);
  useEffect(() => {
    const following = followRest(explorer, setRest);
    resting.current = following;
    return () => following.end();
  }, [explorer]);
  // Asked here and not by the card, which must be gone before it is drawn again without its subject.
  const isDrawn = useDrawn((_state, graph) => isOnScreen(graph, rest?.target ?? null));
  if (rest === null || !isDrawn) return null;
  const { kind, id } = rest.target;
  return <Card key={`${kind} ${id}`} rest={rest} resting={resting} />;
}

interface CardProps {
  rest: Rest;
  resting: RefObject<Resting | null>;
}

function Card({ rest: { target, at, isLong }, resting }: CardProps) {
  const explorer = useExplorer();
  const covered = useView((state) => state.covered);
  const ref = useRef<HTMLDivElement>(null);
  // With each word that arrives it may have another size.
  useLayoutEffect(() => {
    const card = ref.current;
    const place = () => {
      const drawing = card?.parentElement?.getBoundingClientRect();
      if (card === null || drawing === undefined) return;
      const spot = placeCard({
        width: card.offsetWidth,
        height: card.offsetHeight,
        subject: subjectOf(explorer, target),
        pointer: { x: at.x - drawing.left, y: at.y - drawing.top },
        stage: { left: 0, top: 0, right: drawing.width, bottom: drawing.height - covered },
      });
      const isShown = isLong && spot !== null;
      card.style.visibility = isShown ? "visible" : "hidden";
      resting.current?.show(isShown);
      if (spot !== null) card.style.translate = `${Math.round(spot.x)}px ${Math.round(spot.y)}px`;
    };
    place();
    const sizes = new ResizeObserver(place);
    if (card !== null) sizes.observe(card);
    return () => sizes.disconnect();
  }, [explorer, target, at, isLong, covered, resting]);
  return (
    <div
      ref={ref}
      className="hover-card"
      aria-hidden="true"
      onPointerEnter={() => resting.current?.keep(true)}
      onPointerLeave={() => resting.current?.keep(false)}
    >
      {target.kind === "node" ? <NodeCard id={target.id} /> : <LineCard id={target.id} />}
    </div>
  );
}
