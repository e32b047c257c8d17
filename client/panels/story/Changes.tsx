/** Tells how the facts under a step have changed since it was made. */
import { useEffect, useState } from "react";
import type { StoryStep } from "../../../schema/story.ts";
import { type ClaimChanges, type Claims, changesBetween, claimsShown } from "../../story/digest.ts";
import { wordChanges } from "../../story/change-words.ts";
import { useLanguage, useSay } from "../context.ts";
import { useStories } from "./use-stories.ts";

/** What the step's view shows now; null until it is known, or where it cannot be opened. */
function useClaimsNow({ view }: StoryStep): Claims | null {
  const stories = useStories();
  const [claims, setClaims] = useState<Claims | null>(null);
  useEffect(() => {
    let isWanted = true;
    const look = async () => {
      const aside = await stories.openAside(view);
      if (isWanted && "graph" in aside) setClaims(claimsShown(aside.state, aside.graph));
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [stories, view]);
  return claims;
}

/** The parts that are not nothing, as words. */
export function useChangeWords(): (changes: ClaimChanges) => string {
  const language = useLanguage();
  return (changes) => wordChanges(changes, language);
}

export function Changes({ step }: { step: StoryStep }) {
  const stories = useStories();
  const say = useSay();
  const words = useChangeWords();
  const claims = useClaimsNow(step);
  const changes = claims === null ? null : changesBetween(step.claims, claims);
  if (claims === null || changes === null) return null;
  return (
    <output className="story-changes">
      {say("story.changes", { changes: words(changes) })}{" "}
      <button
        type="button"
        className="link"
        title={say("story.acceptHint")}
        onClick={() => stories.acceptClaims(step.id, claims)}
      >
        {say("story.accept")}
      </button>
    </output>
  );
}
