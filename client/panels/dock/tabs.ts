/** What the dock holds: each tab's name, and its panel, which is read when it first opens. */
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { DockTab } from "../../store.ts";
import type { MessageId } from "../../strings/message.ts";
import { readLaterStrings } from "../../strings/strings.ts";

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
    Panel: lazy(() => import("../careers/CareersPanel.tsx").then(({ CareersPanel }) => ({ default: CareersPanel }))),
  },
  {
    id: "disagreements",
    caption: "dock.disagreements",
    Panel: lazy(() =>
      import("./DisagreementsPanel.tsx").then(({ DisagreementsPanel }) => ({ default: DisagreementsPanel })),
    ),
  },
  {
    id: "measures",
    caption: "dock.measures",
    Panel: lazy(() => import("./MeasuresPanel.tsx").then(({ MeasuresPanel }) => ({ default: MeasuresPanel }))),
  },
  {
    id: "story",
    caption: "dock.story",
    Panel: lazy(async () => {
      const [{ StoryPanel }] = await Promise.all([import("../story/StoryPanel.tsx"), readLaterStrings()]);
      return { default: StoryPanel };
    }),
  },
  {
    id: "cypher",
    caption: "dock.cypher",
    Panel: lazy(async () => {
      const [{ CypherPanel }] = await Promise.all([import("../cypher/CypherPanel.tsx"), readLaterStrings()]);
      return { default: CypherPanel };
    }),
  },
];
