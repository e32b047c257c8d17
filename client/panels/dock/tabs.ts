/** What the dock holds: each tab's name, and its panel, which is read when it first opens. */
import { typesWithRole } from "../../../schema/vocabulary.ts";
import type { DockTab, ExplorerState } from "../../store.ts";
import type { MessageId } from "../../strings/message.ts";
import { withWords } from "../../strings/strings.ts";
import { type LaterPanel, later } from "../later.tsx";
import { Waiting } from "./Waiting.tsx";

export interface DockEntry {
  id: DockTab;
  caption: MessageId;
  /** Fills its parent, and scrolls within. */
  Panel: LaterPanel<object>;
}

export const dockEntries: readonly DockEntry[] = [
  {
    id: "table",
    caption: "dock.table",
    Panel: later(async () => (await withWords(import("./TablePanel.tsx"))).TablePanel, Waiting),
  },
  {
    id: "careers",
    caption: "dock.careers",
    Panel: later(async () => (await withWords(import("../careers/CareersPanel.tsx"))).CareersPanel, Waiting),
  },
  {
    id: "disagreements",
    caption: "dock.disagreements",
    Panel: later(async () => (await withWords(import("./DisagreementsPanel.tsx"))).DisagreementsPanel, Waiting),
  },
  {
    id: "measures",
    caption: "dock.measures",
    Panel: later(async () => (await withWords(import("./MeasuresPanel.tsx"))).MeasuresPanel, Waiting),
  },
  {
    id: "story",
    caption: "dock.story",
    Panel: later(async (explorer) => {
      const [{ StoryPanel }] = await Promise.all([withWords(import("../story/StoryPanel.tsx")), explorer.stories()]);
      return StoryPanel;
    }, Waiting),
  },
  {
    id: "cypher",
    caption: "dock.cypher",
    Panel: later(async () => (await withWords(import("../cypher/CypherPanel.tsx"))).CypherPanel, Waiting),
  },
];

/**
 * There are no careers where no relationship could be part of one, and nothing to disagree on where there is neither a
 * source nor a claim that another contradicts.
 */
export function isOffered(
  id: DockTab,
  { vocabulary, dataset }: Pick<ExplorerState, "vocabulary" | "dataset">,
): boolean {
  if (id === "careers")
    return vocabulary === null || typesWithRole(vocabulary, "career", "education", "founding").length > 0;
  return id !== "disagreements" || dataset === null || dataset.disputed || dataset.counts.documents > 0;
}
