/** What the dock holds: each tab's name, and its panel, which is read when it first opens. */
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { typesWithRole } from "../../../schema/vocabulary.ts";
import type { DockTab, Vocabulary } from "../../store.ts";
import type { MessageId } from "../../strings/message.ts";
import { withWords } from "../../strings/strings.ts";

export interface DockEntry {
  id: DockTab;
  caption: MessageId;
  /** Fills its parent, and scrolls within. */
  Panel: LazyExoticComponent<ComponentType>;
}

export const dockEntries: readonly DockEntry[] = [
  {
    id: "table",
    caption: "dock.table",
    Panel: lazy(() => import("./TablePanel.tsx").then(({ TablePanel }) => ({ default: TablePanel }))),
  },
  {
    id: "careers",
    caption: "dock.careers",
    Panel: lazy(async () => ({ default: (await withWords(import("../careers/CareersPanel.tsx"))).CareersPanel })),
  },
  {
    id: "disagreements",
    caption: "dock.disagreements",
    Panel: lazy(async () => ({ default: (await withWords(import("./DisagreementsPanel.tsx"))).DisagreementsPanel })),
  },
  {
    id: "measures",
    caption: "dock.measures",
    Panel: lazy(() => import("./MeasuresPanel.tsx").then(({ MeasuresPanel }) => ({ default: MeasuresPanel }))),
  },
  {
    id: "story",
    caption: "dock.story",
    Panel: lazy(async () => ({ default: (await withWords(import("../story/StoryPanel.tsx"))).StoryPanel })),
  },
  {
    id: "cypher",
    caption: "dock.cypher",
    Panel: lazy(async () => ({ default: (await withWords(import("../cypher/CypherPanel.tsx"))).CypherPanel })),
  },
];

/** There are no careers where no relationship could be part of one. */
export const isOffered = (id: DockTab, vocabulary: Vocabulary | null): boolean =>
  id !== "careers" || vocabulary === null || typesWithRole(vocabulary, "career", "education", "founding").length > 0;
