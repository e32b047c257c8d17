/** The address bar, as far as the browser's own back is concerned. */
import { expect, it } from "vitest";
import { bindAddressBar } from "../../client/page/address.ts";
import { makeExplorer, serveFlorence } from "./support.ts";

const { api } = serveFlorence();

it("a question that is asked before the first one's link is written has an entry of its own", async () => {
  const explorer = makeExplorer(api);
  const entries = [""];
  const location = { search: "", pathname: "/" };
  const waiting: (() => void)[] = [];
  const page = {
    location,
    history: {
      pushState: (_data: unknown, _title: string, to: string) => entries.push((location.search = to)),
      replaceState: (_data: unknown, _title: string, to: string) => entries.splice(-1, 1, (location.search = to)),
    },
    setTimeout: (work: () => void) => waiting.push(work),
    clearTimeout: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
  } as unknown as Window;
  bindAddressBar(explorer, page);
  await explorer.start("");
  await explorer.openQuestion("everything", {});
  for (const write of waiting.splice(0)) write();
  expect(entries).toEqual(["", expect.stringContaining("ask=everything")]);
});
