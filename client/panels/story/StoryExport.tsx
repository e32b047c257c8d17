/** Exports a story: a page a step, what to know before it leaves, and the file. */
import "../../styles/export.css";
import { useEffect, useRef, useState } from "react";
import type { Review } from "../../../scene/review.ts";
import { fileName } from "../../../scene/writers/formats.ts";
import type { Story } from "../../../schema/story.ts";
import { download, writeExport } from "../../export/exporter.ts";
import { type StoryFormat, type StoryPage, storyFormats } from "../../story/pages.ts";
import { useSay } from "../context.ts";
import { Guard } from "../export/Guard.tsx";
import { useChangeWords } from "./Changes.tsx";
import { useAllPages } from "./use-all-pages.ts";

/** What is to be known of all pages together, each thing once. */
function together(pages: readonly StoryPage[]) {
  const all = (concern: keyof Review) => [...new Set(pages.flatMap(({ scene }) => scene.review[concern]))];
  const review: Review = {
    uncited: all("uncited"),
    reported: all("reported"),
    opinion: all("opinion"),
    disputed: all("disputed"),
    undated: all("undated"),
    refused: all("refused"),
  };
  return { review, lines: pages.flatMap(({ scene }) => scene.lines) };
}

type Progress = "idle" | "writing" | "done" | "failed";

export function StoryExport({ story, close }: { story: Story; close: () => void }) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const changeWords = useChangeWords();
  const [format, setFormat] = useState<StoryFormat>("pptx");
  const { pages: steps, missing, isDone } = useAllPages(story, format);
  const pages = steps.map(({ page }) => page);
  const [allowed, allow] = useState(false);
  const [progress, setProgress] = useState<Progress>("idle");
  const control = useRef<AbortController | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
    return () => control.current?.abort();
  }, []);
  const [first] = pages;
  const content = together(pages);
  const isRefused = content.review.refused.length > 0 && !allowed;
  const name = first === undefined ? "" : fileName(first.scene, format);
  const write = async () => {
    const [page, ...more] = pages.map(({ scene, sheet, translations }) => ({ scene, sheet, translations }));
    if (page === undefined) return;
    const { signal } = (control.current = new AbortController());
    setProgress("writing");
    try {
      const written = {
        pages: [page, ...more],
        story: story.title.trim(),
        view: null,
        size: "16:9",
        scale: 1,
      } as const;
      download(await writeExport({ ...written, format }, signal));
      setProgress("done");
    } catch {
      if (!signal.aborted) setProgress("failed");
    }
  };
  const leave = () => {
    if (progress !== "writing") return dialog.current?.close();
    control.current?.abort();
    setProgress("idle");
  };
  return (
    <dialog ref={dialog} className="export story-export" aria-labelledby="story-export-title" onClose={close}>
      <h2 id="story-export-title">{say("story.exportTitle")}</h2>
      <div className="export-body">
        <div className="export-shown">
          <p className="export-counts">
            {isDone
              ? say("story.pages", { count: pages.length })
              : say("story.composing", { at: pages.length + missing.length, count: story.steps.length })}
          </p>
          {missing.map(({ id, title }) => (
            <p key={id} role="alert">
              {say("story.notOpened", { title })}
            </p>
          ))}
          {steps.map(({ step, page: { changes } }) =>
            changes === null ? null : (
              <p key={step.id} className="story-changes">
                {say("story.stepChanges", {
                  title: step.title.trim() || say("story.untitled"),
                  changes: changeWords(changes),
                })}
              </p>
            ),
          )}
          {isDone && first !== undefined ? <Guard scene={content} allowed={allowed} allow={allow} /> : null}
        </div>
        <div className="export-choices">
          <fieldset>
            <legend>{say("export.format")}</legend>
            {storyFormats.map((id) => (
              <label key={id}>
                <input
                  type="radio"
                  name="story-format"
                  checked={id === format}
                  onChange={() => {
                    setFormat(id);
                    setProgress("idle");
                  }}
                />
                {say(`export.format.${id}`)}
              </label>
            ))}
            {format === "html" ? <p className="note">{say("story.aboutHtml")}</p> : null}
          </fieldset>
        </div>
      </div>
      <footer className="export-foot">
        <output>{progress === "idle" ? <span lang="en">{name}</span> : say(`export.${progress}`, { name })}</output>
        <button type="button" onClick={leave}>
          {say(progress === "writing" ? "export.cancel" : "export.close")}
        </button>
        <button
          type="button"
          className="primary"
          disabled={!isDone || first === undefined || isRefused || progress === "writing"}
          onClick={() => void write()}
        >
          {say("export.download")}
        </button>
      </footer>
    </dialog>
  );
}
