/** Draws on a PDF page as on a canvas. A path lasts there until the next one begins, so that it can be filled and stroked. */
import type PDFDocument from "pdfkit";
import type { ShapePainter } from "../paint.ts";

/** PDF takes no stroke of no length; with round ends this one is a dot. */
const shortest = 0.01;

/** A canvas has gradients too, which a sheet has not. */
const color = (style: unknown): string => (typeof style === "string" ? style : "#000000");

/** `write` writes a sign around a place, in the bold face. */
export function createPdfPainter(
  document: typeof PDFDocument.prototype,
  write: (text: string, x: number, y: number, size: number, color: string) => void,
): ShapePainter {
  let path: (() => void)[] = [];
  let dashes: number[] = [];
  const add = (step: () => void) => void path.push(step);
  const trace = () => {
    for (const step of path) step();
  };
  return {
    fillStyle: "#000000",
    strokeStyle: "#000000",
    lineWidth: 1,
    lineCap: "butt",
    lineJoin: "miter",
    font: "",
    textAlign: "start",
    beginPath: () => (path = []),
    closePath: () => add(() => document.closePath()),
    moveTo: (x, y) => add(() => document.moveTo(x, y)),
    lineTo: (x, y) => add(() => document.lineTo(x, y)),
    bezierCurveTo: (...points) => add(() => document.bezierCurveTo(...points)),
    arc: (x, y, radius) => add(() => document.circle(x, y, radius)),
    setLineDash: (lengths: Iterable<number>) => (dashes = [...lengths].map((length) => Math.max(length, shortest))),
    fillRect(x, y, width, height) {
      document.rect(x, y, width, height).fill(color(this.fillStyle));
    },
    fill() {
      trace();
      document.fill(color(this.fillStyle));
    },
    stroke() {
      document.lineWidth(this.lineWidth).lineCap(this.lineCap).lineJoin(this.lineJoin);
      if (dashes.length > 0) document.dash(dashes);
      else document.undash();
      trace();
      document.stroke(color(this.strokeStyle));
    },
    fillText(text, x, y) {
      const size = Number.parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? "10");
      write(text, x, y, size, color(this.fillStyle));
    },
  };
}
