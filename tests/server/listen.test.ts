/** The port: taken before there is anything to answer, and let go of in order. */
import { afterEach, describe, expect, it } from "vitest";
import { type Listener, listen } from "../../server/listen.ts";

const open: Listener[] = [];
const take = async (port = 0, host = "127.0.0.1") => {
  const listener = await listen(port, host);
  open.push(listener);
  return listener;
};
afterEach(() => Promise.all(open.splice(0).map((listener) => listener.close())));

describe("a listener", () => {
  it("says that it is starting until there is something to answer", async () => {
    const listener = await take();
    const early = await fetch(listener.address);
    expect([early.status, early.headers.get("Retry-After")]).toEqual([503, "2"]);
    listener.serve(() => new Response("ready"));
    expect(await (await fetch(listener.address)).text()).toBe("ready");
  });

  it("finishes the requests under way before it is closed, and takes no new ones", async () => {
    const listener = await take();
    let finish: (response: Response) => void = () => {};
    const arrived = new Promise<void>((arrive) => {
      listener.serve(() => {
        arrive();
        return new Promise((resolve) => (finish = resolve));
      });
    });
    const asked = fetch(listener.address);
    await arrived;
    const closed = listener.close();
    await expect(fetch(listener.address)).rejects.toThrow("fetch failed");
    finish(new Response("done"));
    expect(await (await asked).text()).toBe("done");
    await closed;
  });

  it("refuses a port that is in use, with another one as the remedy", async () => {
    const { address } = await take();
    const port = Number(new URL(address).port);
    await expect(listen(port, "127.0.0.1")).rejects.toMatchObject({
      name: "Refused",
      message: expect.stringContaining(`Port ${port}`),
      remedy: expect.stringContaining(`PORT=${port + 1} npm start`),
    });
  });

  it("is found at an address that a browser can open", async () => {
    expect((await take(0, "0.0.0.0")).address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await take(0, "localhost")).address).toMatch(/^http:\/\/localhost:\d+$/);
  });
});
