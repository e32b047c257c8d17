/** Exports a story: a page a step, what to know before it leaves, and the file. */
import "../../styles/export.css";
import { useEffect, useRef, useState } from "react";
import type { Review } from "../../../scene/review.ts";
import { fileName } from "../../../scene/writers/formats.ts";
import type { Story } from "../../../schema/story.ts";
import { writeExport } from "../../export/exporter.ts";
import { type StoryFormat, type StoryPage, storyFormats } from "../../story/pages.ts";
import { useSay } from "../context.ts";
import { Foot } from "../export/Foot.tsx";
import { Guard } from "../export/Guard.tsx";
import { Lacking } from "../export/Lacking.tsx";
import { useWriting } from "../export/use-writing.ts";
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

export function StoryExport({ story, close }: { story: Story; close: () => void }) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const changeWords = useChangeWords();
  const [format, setFormat] = useState<StoryFormat>("pptx");
  const { pages: steps, missing, isDone } = useAllPages(story, format);
  const pages = steps.map(({ page }) => page);
  const [allowed, allow] = useState(false);
  const writing = useWriting();
  useEffect(() => dialog.current?.showModal(), []);
  const [first] = pages;
  const content = together(pages);
  const isRefused = content.review.refused.length > 0 && !allowed;
  const name = first === undefined ? "" : fileName(first.scene, format);
  const write = () =>
    writing.write(async (signal, progress) => {
      const [page, ...more] = pages.map(({ scene, sheet, translations }) => ({ scene, sheet, translations }));
      if (page === undefined) throw new Error("A story without a page cannot be written.");
      const how = { format, story: story.title.trim(), view: null, size: "16:9", scale: 1 } as const;
      return writeExport({ ...how, pages: [page, ...more] }, signal, progress);
    });
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
          {isDone && format === "pdf" ? <Lacking scenes={pages.map(({ scene }) => scene)} /> : null}
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
                    writing.cancel();
                    setFormat(id);
                  }}
                />
                {say(`export.format.${id}`)}
              </label>
            ))}
            {format === "html" ? <p className="note">{say("story.aboutHtml")}</p> : null}
          </fieldset>
        </div>
      </div>
      <Foot
        writing={writing}
        name={name}
        isReady={isDone && first !== undefined && !isRefused}
        write={() => void write()}
        leave={() => dialog.current?.close()}
      />
    </dialog>
  );
}
