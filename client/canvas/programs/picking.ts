/**
 * The picking pass of our programs, drawn only when somebody asks what lies under a point. Sigma draws it with every
 * frame, though nobody points while the camera moves: lines made wide enough to be hit cost more than the drawing.
 */
import type { Program, ProgramInfo } from "sigma/rendering";
import type { RenderParams } from "sigma/types";
import type { Point } from "../../../scene/geometry.ts";
import type { EdgeAttributes, NodeAttributes } from "../../view/graph.ts";
import { type ViewUniform, setViewUniforms } from "./view-uniforms.ts";

type OurProgram = Program<ViewUniform, NodeAttributes, EdgeAttributes>;
type Pass = (tile: Tile) => void;

/** CSS pixels from the left and the foot of the stage. */
interface Tile {
  left: number;
  foot: number;
}

/** Neighboring points share a pass; a larger tile would cost each its fragments. */
const side = 256;

/** Of each Sigma, the passes that its last frame left out, and where they have been drawn since: it empties their buffers with each frame. */
const leftOut = new WeakMap<object, { passes: Map<OurProgram, Pass>; tiles: Set<string> }>();

/** Draws what the last frame left out around a point of a stage so high, so that Sigma finds what lies under it. */
export function drawPicking(sigma: object, { x, y }: Point, height: number): void {
  const frame = leftOut.get(sigma);
  const tile = { left: Math.floor(x / side) * side, foot: Math.floor((height - y) / side) * side };
  const key = `${tile.left} ${tile.foot}`;
  if (frame === undefined || frame.tiles.has(key)) return;
  frame.tiles.add(key);
  for (const pass of frame.passes.values()) pass(tile);
}

const forPicking = (shader: string) => `#define PICKING_MODE\n${shader}`;

/** Where Sigma asks for a program by which nothing is drawn: to compile one would hold up the first drawing. */
export class NoProgram {
  drawLabel = undefined;
  drawHover = undefined;
  reallocate(): void {}
  process(): void {}
  render(): void {}
  kill(): void {}
}

/** A program of ours over one of Sigma's: told of the view, and drawn for picking only when asked. */
// oxlint-disable-next-line typescript/no-explicit-any -- TypeScript asks it of the constructor of a mixin
export function ofOurs<Base extends abstract new (...parts: any[]) => OurProgram>(base: Base) {
  abstract class Ours extends base {
    /** What picking is drawn into; null where nothing is picked. */
    private readonly pickingBuffer: WebGLFramebuffer | null;

    // oxlint-disable-next-line typescript/no-explicit-any -- as above
    constructor(...[gl, pickingBuffer, renderer]: any[]) {
      // Without a buffer Sigma compiles nothing for picking, which the first drawing would wait for.
      super(gl, null, renderer);
      this.pickingBuffer = pickingBuffer;
    }

    override setUniforms(params: RenderParams, info: ProgramInfo<ViewUniform>): void {
      setViewUniforms(params, info);
    }

    override render(params: RenderParams): void {
      const { pickProgram } = this;
      this.pickProgram = null;
      super.render(params);
      this.pickProgram = pickProgram;
      if (this.pickingBuffer === null) return;
      const passes = leftOut.get(this.renderer)?.passes ?? new Map<OurProgram, Pass>();
      passes.set(this, (tile) => this.renderPicking(params, tile));
      leftOut.set(this.renderer, { passes, tiles: new Set() });
    }

    private renderPicking(params: RenderParams, { left, foot }: Tile): void {
      if (this.hasNothingToRender()) return;
      this.pickProgram ??= this.createPicking();
      const pixelRatio = params.pixelRatio / params.downSizingRatio;
      const { gl } = this.pickProgram;
      gl.viewport(0, 0, params.width * pixelRatio, params.height * pixelRatio);
      // A pixel more on each side, as Sigma rounds the point that it reads.
      const width = Math.ceil(side * pixelRatio) + 2;
      gl.enable(gl.SCISSOR_TEST);
      gl.scissor(Math.floor(left * pixelRatio) - 1, Math.floor(foot * pixelRatio) - 1, width, width);
      this.bindProgram(this.pickProgram);
      this.renderProgram({ ...params, pixelRatio }, this.pickProgram);
      this.unbindProgram(this.pickProgram);
      gl.disable(gl.SCISSOR_TEST);
    }

    private createPicking(): ProgramInfo<ViewUniform> {
      const { VERTEX_SHADER_SOURCE: vertex, FRAGMENT_SHADER_SOURCE: fragment, normalProgram, pickingBuffer } = this;
      return this.getProgramInfo("pick", normalProgram.gl, forPicking(vertex), forPicking(fragment), pickingBuffer);
    }
  }
  return Ours;
}
