/** Puts the parts together and opens the view that the address describes. */
import "./styles/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { bindAddressBar } from "./page/address.ts";
import { createApi } from "./api.ts";
import { createBrowserArrange } from "./canvas/browser-arrange.ts";
import type { Explorer } from "./explorer.ts";
import { createExplorer } from "./explorer/create.ts";
import { createGraph } from "./view/graph.ts";
import { ExplorerContext } from "./panels/context.ts";
import { readLink } from "./permalink.ts";
import { firstDrawing } from "./page/first-drawing.ts";
import { keepPreferences, readPreferences } from "./page/preferences.ts";
import { createExplorerStore } from "./store.ts";
import { readStrings } from "./strings/strings.ts";
import { applyTheme } from "./page/theme.ts";

declare global {
  interface Window {
    /** For looking at the view from the console and from tests. */
    readonly alumnigraph: Pick<Explorer, "store" | "graph" | "camera">;
  }
}

/** Names are measured in the faces they are drawn in; one that does not come must not hold the page. */
async function loadFaces(): Promise<void> {
  const faces = ['500 13px "Inter Variable"', '600 25px "Source Serif 4 Variable"'].map((face) =>
    document.fonts.load(face),
  );
  const patience = new Promise((resolve) => setTimeout(resolve, 400));
  await Promise.race([Promise.allSettled(faces), patience]);
}

async function openExplorer(): Promise<Explorer> {
  const store = createExplorerStore();
  const preferences = readPreferences(window);
  const language = readLink(window.location.search).view.language ?? preferences.language;
  try {
    await readStrings(language);
  } catch (error) {
    // Without words only public/boot.js has something to say.
    window.dispatchEvent(new Event("unread"));
    throw error;
  }
  store.setState(preferences);
  const api = createApi((path, init) => fetch(path, init));
  const explorer = createExplorer({
    api,
    store,
    graph: createGraph(),
    arrange: createBrowserArrange(),
    textReady: loadFaces(),
  });
  keepPreferences(store, window);
  store.setState({ language });
  bindAddressBar(explorer, window);
  return explorer;
}

function followTheme({ store }: Explorer): void {
  const paint = () => applyTheme(store.getState().theme, document.documentElement);
  paint();
  store.subscribe((state, before) => {
    if (state.theme !== before.theme) paint();
  });
}

/** Whether there are no steps to be taken up, so that the drawing goes first. */
function isNewTab(): boolean {
  try {
    return sessionStorage.length === 0;
  } catch {
    return true;
  }
}

async function begin(root: HTMLElement): Promise<void> {
  const explorer = await openExplorer();
  followTheme(explorer);
  document.documentElement.lang = explorer.store.getState().language;
  Object.defineProperty(window, "alumnigraph", {
    value: Object.freeze({
      store: explorer.store,
      graph: explorer.graph,
      get camera() {
        return explorer.camera;
      },
    }),
  });
  const onUncaughtError = (error: unknown) => {
    reportError(error);
    // The page is empty now.
    window.dispatchEvent(new Event("unread"));
  };
  createRoot(root, { onUncaughtError }).render(
    <StrictMode>
      <ExplorerContext.Provider value={explorer}>
        <App />
      </ExplorerContext.Provider>
    </StrictMode>,
  );
  // For the styles.
  void firstDrawing.then(() => (document.documentElement.dataset["drawn"] = ""));
  const link = window.location.search;
  await explorer.start(link);
  if (isNewTab()) await firstDrawing;
  const kept = await import("./page/tab-steps.ts").catch(() => null);
  if (kept === null) explorer.store.setState({ keepsSteps: false });
  else await kept.keepTabSteps(explorer, link, window);
}

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root.");
// Never awaited here: what is read later imports this very module's chunk, and would wait for its end for ever.
void begin(root);
