/** The page as it will be, as the picture of it was painted. */
import { useLayoutEffect, useRef } from "react";

interface PreviewProps {
  picture: ImageBitmap;
  isTransparent: boolean;
  label: string;
}

export function Preview({ picture, isTransparent, label }: PreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = picture;
  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    Object.assign(element, { width, height });
    element.getContext("2d")?.drawImage(picture, 0, 0);
  }, [picture, width, height]);
  return (
    <div className="export-preview" data-transparent={isTransparent}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas is painted, no file is loaded */}
      <canvas ref={canvas} role="img" aria-label={label} style={{ aspectRatio: `${width} / ${height}` }} />
    </div>
  );
}
