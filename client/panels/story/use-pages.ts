/** What it takes to compose a story's pages: the documents that sources are named from, and a worker that composes them. */
import { useEffect, useMemo, useState } from "react";
import { createPageComposer } from "../../export/exporter.ts";
import type { PageTools } from "../../story/pages.ts";
import { useExplorer, useView } from "../context.ts";
import { useStories } from "./use-stories.ts";

/** Null until the documents are known; without them where the server failed to say. */
export function usePageTools(): PageTools | null {
  const explorer = useExplorer();
  const stories = useStories();
  const [composer] = useState(createPageComposer);
  const documents = useView((state) => state.documents);
  const failed = useView((state) => state.problem !== null);
  useEffect(() => void explorer.listDocuments(), [explorer]);
  useEffect(() => () => composer.close(), [composer]);
  return useMemo(() => {
    if (documents === null && !failed) return null;
    return { stories, compose: composer.compose, documents: Object.values(documents ?? {}) };
  }, [stories, composer, documents, failed]);
}
