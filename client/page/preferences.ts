/** Language, theme and the height of the dock: from the browser on the first visit, remembered afterwards. */
import { Language } from "../../schema/language.ts";
import type { ExplorerStore, Theme } from "../store.ts";

const languageKey = "alumnigraph.language";
// public/boot.js reads this one too, before the first paint.
const themeKey = "alumnigraph.theme";

const dockKey = "alumnigraph.dock-height";

/** `languageOf(["zh-HK", "en"])` → `zh-Hant`; the first language that is Chinese or English decides. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [language, ...rest] = tag.toLowerCase().split("-");
    if (language === "en") return "en";
    if (language !== "zh") continue;
    if (rest.includes("hans")) return "zh-Hans";
    return rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-Hant" : "zh-Hans";
  }
  return "en";
}

/** Reading throws where a browser forbids storage; the page works without it. */
export function remembered(page: Window, key: string): string | null {
  try {
    return page.localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(page: Window, key: string, value: string): void {
  try {
    page.localStorage.setItem(key, value);
  } catch {
    // Not remembered, then.
  }
}

export function readPreferences(page: Window): { language: Language; theme: Theme; dockHeight?: number } {
  const language = Language.safeParse(remembered(page, languageKey)).data ?? languageOf(page.navigator.languages);
  const kept = remembered(page, themeKey);
  const isDark = kept === "dark" || (kept !== "light" && page.matchMedia("(prefers-color-scheme: dark)").matches);
  const height = Number.parseInt(remembered(page, dockKey) ?? "", 10);
  return { language, theme: isDark ? "dark" : "light", ...(height > 0 ? { dockHeight: height } : {}) };
}

/** Remembers them as they change. */
export function keepPreferences(store: ExplorerStore, page: Window): void {
  store.subscribe((state, before) => {
    if (state.language !== before.language) remember(page, languageKey, state.language);
    if (state.theme !== before.theme) remember(page, themeKey, state.theme);
    if (state.dockHeight !== before.dockHeight) remember(page, dockKey, String(state.dockHeight));
  });
}
