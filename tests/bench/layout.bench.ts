/** How long it takes to lay out an answer in columns, a network by forces, and newcomers beside a hub. */
import { bench, describe } from "vitest";
import type { ColumnLink } from "../../scene/layouts/columns.ts";
import { orderColumns } from "../../scene/layouts/order-columns.ts";
import { layOrganic } from "../../scene/layouts/organic.ts";
import { placeBeside } from "../../scene/layouts/newcomers.ts";
import { seededRandom } from "../../scene/random.ts";

const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);
const box = { left: -7, right: 80, top: -9, bottom: 9 };

/** An answer with so many people: as many other employers and ties, a firm for every four. */
function answer(people: number) {
  const random = seededRandom(people);
  const pick = (ids: string[]) => ids[Math.floor(random() * ids.length)] ?? "";
  const columns = {
    elsewhere: names("e", people),
    origins: names("o", 2),
    people: names("p", people),
    destinations: names("d", Math.ceil(people / 4)),
    ties: names("t", people),
  };
  const links: ColumnLink[] = [
    ...columns.people.flatMap((person): ColumnLink[] => [
      { source: person, target: pick(columns.origins), role: "career" },
      { source: person, target: pick(columns.destinations), role: "founding" },
      { source: person, target: pick(columns.elsewhere), role: "career" },
    ]),
    ...columns.ties.map((tie): ColumnLink => ({ source: pick(columns.destinations), target: tie, role: "making" })),
  ];
  return { columns, links };
}

function network(nodes: number) {
  const random = seededRandom(nodes);
  const ids = names("n", nodes);
  return {
    nodes: ids.map((id) => ({ id, radius: 7, box })),
    links: ids.flatMap((id, i) => [0, 1].map(() => ({ source: id, target: ids[Math.floor(random() * i)] ?? id }))),
    width: 1080,
    height: 640,
    margin: { top: 48, right: 120, bottom: 48, left: 60 },
  };
}

describe("order an answer in columns", () => {
  for (const people of [20, 60, 200]) {
    const { columns, links } = answer(people);
    bench(`${people} people`, () => void orderColumns(columns, links), { iterations: 5, warmupIterations: 1 });
  }
});

describe("lay out a network by forces", () => {
  for (const nodes of [60, 300, 2000]) {
    const input = network(nodes);
    bench(`${nodes} nodes`, () => void layOrganic(input), { iterations: 3, warmupIterations: 1 });
  }
});

describe("place newcomers beside a hub among sixty nodes", () => {
  const random = seededRandom(60);
  const others = names("x", 60).map(() => ({ x: random() * 1080, y: random() * 640 }));
  for (const count of [5, 20]) {
    const hub = { x: 540, y: 320 };
    const taken = others.map(({ x, y }) => ({ left: x - 7, right: x + 80, top: y - 9, bottom: y + 9 }));
    const lines = others.map((other) => [hub, other] as const);
    const boxes = { right: box, left: box, below: box, above: box };
    const newcomers = names("n", count).map((id) => ({ id, boxes, known: [] }));
    const stage = { left: 0, top: 0, right: 1080, bottom: 640 };
    const input = { hub, hubName: null, neighbors: others.slice(0, 20), taken, marks: [], lines, stage, newcomers };
    bench(`${count} newcomers`, () => void placeBeside(input), { iterations: 10, warmupIterations: 2 });
  }
});
