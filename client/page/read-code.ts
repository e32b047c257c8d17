/** How a built page reads code that comes later: stands in for Vite's own helper, which never tries again. */
import { again } from "../again.ts";
import { unreached } from "../api.ts";

/** Style sheets that were asked for here. */
const sheets = new Map<string, Promise<unknown>>();

/** Asks for a file once. A style sheet is waited for, and its link taken away where it did not come, so that it can be asked for anew. */
async function bring(href: string): Promise<unknown> {
  if (document.querySelector(`link[href="${href}"]`) !== null) return sheets.get(href);
  const isSheet = href.endsWith(".css");
  const link = document.createElement("link");
  Object.assign(link, { rel: isSheet ? "stylesheet" : "modulepreload", crossOrigin: "", href });
  document.head.append(link);
  if (!isSheet) return undefined;
  const coming = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(`${href} did not come.`));
    });
  });
  sheets.set(href, coming);
  return coming;
}

/** Reads a module and the files that it needs, named from the root; a failure is told as that of a request. */
export async function readCode<T>(load: () => Promise<T>, files: readonly string[] = []): Promise<T> {
  try {
    return await again(async () => {
      await Promise.all(files.map((file) => bring(`/${file}`)));
      return load();
    });
  } catch (cause) {
    throw unreached(cause);
  }
}
