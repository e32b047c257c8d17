/** What it takes to compose a story's pages: the documents that sources are named from, and a ruler. */
import { useEffect, useMemo, useState } from "react";
import { createBrowserRuler } from "../../export/browser-ruler.ts";
import type { PageTools } from "../../story/pages.ts";
import { useExplorer, useView } from "../context.ts";
import { useStories } from "./use-stories.ts";

/** Null until the documents are known; without them where the server failed to say. */
export function usePageTools(): PageTools | null {
  const explorer = useExplorer();
  const stories = useStories();
  const [ruler] = useState(createBrowserRuler);
  const documents = useView((state) => state.documents);
  const failed = useView((state) => state.problem !== null);
  useEffect(() => void explorer.listDocuments(), [explorer]);
  return useMemo(() => {
    if (documents === null && !failed) return null;
    return { stories, ruler, documents: Object.values(documents ?? {}) };
  }, [stories, ruler, documents, failed]);
}
