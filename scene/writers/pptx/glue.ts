/** What a relationship's connector is glued to, and how it runs. */
import type { Box, Point } from "../../geometry.ts";
import type { Curve } from "../../lines.ts";
import type { SceneLine } from "../../scene.ts";
import type { Glue, Way } from "./drawing.ts";
import { type Preset, type Site, pairSites, sideSite, sitesOf } from "./sites.ts";

/** A node as lines are glued to it: its mark, and its name where lines leave after that. */
export interface Placed {
  id: number;
  preset: Preset;
  sites: Site[];
  name: { id: number; box: Box } | null;
}

/** How a line's connector runs, and what it is glued to. */
export interface Glued {
  from: Glue;
  to: Glue;
  way: Way;
}

export const glueTo = (shapeId: number, { x, y, index }: Site): Glue => ({ shape: shapeId, site: index, x, y });

/** The far edge of a name, where a docked line begins. */
function afterName({ name, preset }: Placed): Glue | undefined {
  if (name === null) return undefined;
  const isLeft = name.box.right <= (preset.box.left + preset.box.right) / 2;
  const site = sideSite(sitesOf({ name: "rect", box: name.box }), isLeft ? "left" : "right");
  return site && glueTo(name.id, site);
}

/** Parallel lines turn at different places, by this share of their way. */
const sLane = 0.07;
/** With less of its way than this, in pixels, office programs make a loop of an `s`: LibreOffice leaves a shape by half a centimeter. */
const leastS = 40;
/** A line that strays less than this from its chord, as a share of that, is straight. */
const mostStray = 0.1;

/** Whether a line goes a way of its own between its ends. */
function strays([a, b, c, d]: Curve): boolean {
  const long = Math.hypot(d.x - a.x, d.y - a.y) || 1;
  const far = (p: Point) => Math.abs((d.x - a.x) * (p.y - a.y) - (d.y - a.y) * (p.x - a.x)) / long;
  return Math.max(far(b), far(c)) > mostStray * long;
}

/** Names that a line leaves after hold its end. */
export function glue(line: SceneLine, start: Placed, end: Placed, lane: number): Glued {
  const [a, , , d] = line.curve;
  const { route, docked } = line;
  const at = (placed: Placed, side: "left" | "right", after: boolean): Glue => {
    const site = sideSite(placed.sites, side) ?? placed.sites[0];
    const mark = site === undefined ? { shape: placed.id, site: 0, x: a.x, y: a.y } : glueTo(placed.id, site);
    return after ? (afterName(placed) ?? mark) : mark;
  };
  const rightward = d.x >= a.x;
  const from = at(start, rightward ? "right" : "left", docked.start);
  const to = at(end, rightward ? "left" : "right", docked.end);
  if (route === "s" || (route === "via" && strays(line.curve))) {
    if ((rightward ? 1 : -1) * (to.x - from.x) >= leastS)
      return { from, to, way: { form: "s", middle: 0.5 + sLane * lane } };
    return { from, to, way: { form: "straight" } };
  }
  if (route === "bracket") {
    const middle = (a.x + 3 * line.curve[1].x + 3 * line.curve[2].x + d.x) / 8;
    const side = middle < a.x ? "left" : "right";
    const [from, to] = [at(start, side, false), at(end, side, false)];
    return { from, to, way: { form: "bow", bow: middle - from.x } };
  }
  const ownSites = (placed: Placed, after: boolean, own: Glue): Site[] =>
    after && placed.name
      ? sitesOf({ name: "rect", box: placed.name.box }).filter(({ index }) => index === own.site)
      : placed.sites;
  const pair = pairSites(ownSites(start, docked.start, from), ownSites(end, docked.end, to), lane);
  if (pair === undefined) return { from, to, way: { form: "straight" } };
  const glued = (placed: Placed, after: boolean, site: Site): Glue =>
    glueTo(after && placed.name ? placed.name.id : placed.id, site);
  return {
    from: glued(start, docked.start, pair[0]),
    to: glued(end, docked.end, pair[1]),
    way: { form: "straight" },
  };
}
