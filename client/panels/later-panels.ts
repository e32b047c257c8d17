/** The panels that the first view does without. */
import { later } from "./later.tsx";

export const Inspector = later(async () => (await import("./Inspector.tsx")).Inspector);
export const PathPanel = later(async () => (await import("./PathPanel.tsx")).PathPanel);
export const Sheets = later(async () => (await import("./Sheets.tsx")).Sheets);
export const ShortcutList = later(async () => (await import("./ShortcutList.tsx")).ShortcutList);
