/** The panels that the first view does without. */
import type { Explorer } from "../explorer.ts";
import { withWords } from "../strings/strings.ts";
import { later } from "./later.tsx";

export const Inspector = later(async () => (await withWords(import("./Inspector.tsx"))).Inspector);
export const PathPanel = later(async () => (await withWords(import("./PathPanel.tsx"))).PathPanel);
export const Asking = later(async () => (await withWords(import("./path/Asking.tsx"))).Asking);
export const Sheets = later(async () => (await withWords(import("./Sheets.tsx"))).Sheets);
export const ShortcutList = later(async () => (await withWords(import("./ShortcutList.tsx"))).ShortcutList);
export const LayoutHint = later(async () => (await withWords(import("./arrangement/LayoutHint.tsx"))).LayoutHint);
export const ArrangementControl = later(
  async () => (await withWords(import("./arrangement/ArrangementControl.tsx"))).ArrangementControl,
);
export const Pager = later(async () => (await withWords(import("./columns/Pager.tsx"))).Pager);
export const Results = later(async () => (await withWords(import("./search/Results.tsx"))).Results);
export const Key = later(async () => (await withWords(import("./Key.tsx"))).Key);
export const RuleValues = later(async () => (await import("./measures/RuleValues.tsx")).RuleValues);
export const GroupControl = later(async () => (await withWords(import("./groups/GroupControl.tsx"))).GroupControl);
export const StepSheet = later(async () => (await withWords(import("./history/StepList.tsx"))).StepSheet);
export const StepsControl = later(async () => (await withWords(import("./history/StepsControl.tsx"))).StepsControl);
export const ExportControl = later(async () => (await withWords(import("./export/ExportControl.tsx"))).ExportControl);
export const OverStage = later(async () => (await withWords(import("./stage/OverStage.tsx"))).OverStage);
export const TimeStrip = later(async () => (await withWords(import("./time/TimeStrip.tsx"))).TimeStrip);
export const AskedBlanks = later(async () => (await withWords(import("./questions/AskedBlanks.tsx"))).AskedBlanks);
export const Catalogue = later(async () => (await withWords(import("./questions/Catalogue.tsx"))).Catalogue);
export const ExportDialog = later(async () => (await withWords(import("./export/ExportDialog.tsx"))).ExportDialog);
export const LostParts = later(async () => (await withWords(import("./LostParts.tsx"))).LostParts);
export const LinkControl = later(async () => (await withWords(import("./export/LinkControl.tsx"))).LinkControl);
export const Undrawn = later(async () => (await withWords(import("./Undrawn.tsx"))).Undrawn);

/** Reads what a click or a key away may need. */
export async function readReserve(explorer: Explorer): Promise<void> {
  await Promise.all([Inspector, PathPanel, Results, Asking].map((panel) => panel.read(explorer)));
}
