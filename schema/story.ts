/** A story: a storyboard of steps, each a view with words of its own, as it is kept and saved. */
import { z } from "zod";

const text = z.string().max(20_000);
const id = z.string().min(1).max(200);

/** What is drawn over a step's view, anchored to nodes so that it moves with them. */
export const Annotation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("note"), id, text, node: id }),
  z.object({ kind: z.literal("arrow"), id, text, from: id, to: id }),
  z.object({ kind: z.literal("box"), id, text, nodes: z.array(id).min(1).max(500) }),
]);
export type Annotation = z.infer<typeof Annotation>;

/** The nodes that an annotation is anchored to. */
export function annotatedNodes(annotation: Annotation): readonly string[] {
  if (annotation.kind === "note") return [annotation.node];
  return annotation.kind === "arrow" ? [annotation.from, annotation.to] : annotation.nodes;
}

export const StoryStep = z.object({
  id,
  title: text,
  text,
  /** The view, its time and what is selected, as a link's query string. */
  view: z.string().max(4_000_000),
  annotations: z.array(Annotation).max(200),
  /** The claims that the view showed when the step was made, each with a digest of what it said. */
  claims: z.record(z.string(), z.string()),
  /** What they said, in words of the language that the step was made in; none where they are many. */
  said: z.record(z.string(), text).optional(),
  /** What annotated nodes were called, for when they are gone. */
  names: z.record(z.string(), text).optional(),
});
export type StoryStep = z.infer<typeof StoryStep>;

/** Grows when a file of before can no longer be read. */
export const storyVersion = 1;

export const Story = z.object({
  format: z.literal("alumnigraph-story"),
  version: z.literal(storyVersion),
  dataset: z.object({ id: z.string() }),
  title: text,
  steps: z.array(StoryStep).max(500),
});
export type Story = z.infer<typeof Story>;

/** A story, or where in the text it cannot be read, and why: `steps[2].title`, empty where it is no JSON at all. */
export function readStory(text: string): { story: Story } | { fault: string; reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: "", reason: (error as Error).message };
  }
  const read = Story.safeParse(value);
  if (read.success) return { story: read.data };
  const [issue] = read.error.issues;
  const path = issue?.path ?? [];
  return {
    reason: issue?.message ?? "",
    fault: path
      .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
      .join("")
      .slice(1),
  };
}
