import { expect, it } from "vitest";
import { cutNodes } from "../../client/explorer/kept-chunks.ts";

const node = (id: string) => ({ id, labels: ["Entity"], properties: {} });

it("remembers of lists with one beginning only the last ones, however many there were", () => {
  const first = node("first");
  const list = () => [first, node("other")];
  const [oldest, ...rest] = Array.from({ length: 50 }, list);
  const cuts = [oldest ?? [], ...rest].map((each) => ({ each, cut: cutNodes(each)[0] }));
  const newest = cuts.at(-1);
  expect(cutNodes([...(newest?.each ?? [])])[0]).toBe(newest?.cut);
  expect(cutNodes([...(oldest ?? [])])[0]).not.toBe(cuts[0]?.cut);
  expect(cutNodes(oldest ?? [])[0]).toBe(cuts[0]?.cut);
});
