/** The page as it will be, painted as the picture is. */
import { useLayoutEffect, useRef } from "react";
import { paintSheet } from "../../../scene/writers/paint.ts";
import type { Composed } from "../../../scene/page.ts";

export function Preview({ composed: { sheet, scene }, label }: { composed: Composed; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const scale = Math.min(1400 / sheet.width, 2000 / sheet.height, 2);
    element.width = Math.round(sheet.width * scale);
    element.height = Math.round(sheet.height * scale);
    element.lang = scene.language;
    paintSheet(context, sheet, scale);
  }, [sheet, scene]);
  return (
    <div className="export-preview" data-transparent={sheet.background === null}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas is painted, no file is loaded */}
      <canvas ref={canvas} role="img" aria-label={label} style={{ aspectRatio: `${sheet.width} / ${sheet.height}` }} />
    </div>
  );
}
