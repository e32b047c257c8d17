/** The page of the step that is played, fading in over the one before. */
import { useEffect, useRef, useState } from "react";
import { paintSheet } from "../../../scene/writers/paint.ts";
import type { ProblemReport } from "../../store.ts";
import type { StoryPage } from "../../story/pages.ts";
import { useSay } from "../context.ts";
import { NotOpened } from "./NotOpened.tsx";

function Page({ page, isFormer, onSeen }: { page: StoryPage; isFormer: boolean; onSeen: () => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { scene, sheet } = page;
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const scale = Math.min(Math.max((window.screen.width * window.devicePixelRatio) / sheet.width, 1), 4);
    element.width = Math.round(sheet.width * scale);
    element.height = Math.round(sheet.height * scale);
    element.lang = scene.language;
    paintSheet(context, sheet, scale);
  }, [sheet, scene]);
  const words = [scene.text.title, scene.text.standfirst].filter((text) => text !== "").join(". ");
  return (
    <canvas
      ref={canvas}
      className="player-page"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas is painted, no file is loaded
      role="img"
      aria-label={words}
      aria-hidden={isFormer}
      onAnimationEnd={onSeen}
    />
  );
}

interface Layer {
  id: string;
  page: StoryPage;
}

/** The page at hand above those that still show through it; while it is composed, the one before. */
function useLayers(id: string, page: StoryPage | undefined): [Layer[], (id: string) => void] {
  const [layers, setLayers] = useState<Layer[]>([]);
  const top = layers.at(-1);
  if (page !== undefined && (top?.id !== id || top.page !== page))
    setLayers([...layers.filter((layer) => layer.id !== id), { id, page }]);
  const drop = (seen: string) =>
    setLayers((all) =>
      all.slice(
        Math.max(
          all.findIndex((layer) => layer.id === seen),
          0,
        ),
      ),
    );
  return [layers, drop];
}

interface PlayerPagesProps {
  /** The step and the form of its page. */
  id: string;
  title: string;
  /** Undefined until it is composed. */
  page: StoryPage | ProblemReport | undefined;
  again: () => void;
}

export function PlayerPages({ id, title, page, again }: PlayerPagesProps) {
  const say = useSay();
  const problem = page !== undefined && !("scene" in page) ? page : null;
  const [layers, drop] = useLayers(id, page !== undefined && "scene" in page ? page : undefined);
  return (
    <div className="player-pages">
      {page === undefined ? <p className="note player-waiting">{say("stage.loading")}</p> : null}
      {problem === null ? (
        layers.map((layer) => (
          <Page key={layer.id} page={layer.page} isFormer={layer.id !== id} onSeen={() => drop(layer.id)} />
        ))
      ) : (
        <p className="note" role="alert">
          <NotOpened problem={problem} title={title} again={again} />
        </p>
      )}
    </div>
  );
}
