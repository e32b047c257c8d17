import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loosen } from "../../scene/layouts/loosen.ts";

const needs = (ids: readonly string[]) => new Map(ids.map((id) => [id, 20]));
const rowsAt = (ys: readonly number[], rank = 0) => ys.map((y, i) => ({ id: `${rank}-${i}`, rank, y }));

/** What a layout leaves: columns whose rows lie at least as far apart as they need. */
const anyRows = fc
  .array(fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 })
  .map((columns) =>
    columns.flatMap((steps, rank) => {
      let y = 0;
      return rowsAt(
        steps.map((step) => (y += step)),
        rank,
      );
    }),
  );

describe("rows that stand close together", () => {
  it("part as far as their drawing's height leaves room", () => {
    const rows = [...rowsAt([100, 120, 140]), ...rowsAt([0, 240], 1)];
    loosen(rows, needs(rows.map(({ id }) => id)));
    expect(rows.slice(0, 3).map(({ y }) => y)).toEqual([80, 120, 160]);
  });

  it("stay where they are when they are far enough apart", () => {
    const rows = rowsAt([0, 100, 250]);
    loosen(rows, needs(rows.map(({ id }) => id)));
    expect(rows.map(({ y }) => y)).toEqual([0, 100, 250]);
  });

  it("keep their order and the drawing's height, and come no closer than they must", () => {
    fc.assert(
      fc.property(anyRows, (given) => {
        const rows = given.map((row) => ({ ...row }));
        loosen(rows, needs(rows.map(({ id }) => id)));
        const ys = given.map(({ y }) => y);
        const outside = rows.filter(({ y }) => y < Math.min(...ys) - 1e-6 || y > Math.max(...ys) + 1e-6);
        expect(outside).toEqual([]);
        const close = rows.filter((row, i) => {
          const next = rows[i + 1];
          return next?.rank === row.rank && next.y - row.y < 20 - 1e-6;
        });
        expect(close).toEqual([]);
      }),
    );
  });
});
