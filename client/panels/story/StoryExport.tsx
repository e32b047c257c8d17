/** Exports a story: a page a step, what to know before it leaves, and the file. */
import "../../styles/export.css";
import { useEffect, useMemo, useRef, useState } from "react";
import { fileName } from "../../../scene/writers/formats.ts";
import type { Story } from "../../../schema/story.ts";
import { lackingIn } from "../../../scene/writers/pdf/lacking.ts";
import { cautionOf } from "../../export/composition.ts";
import { writePages } from "../../export/exporter.ts";
import { type StoryFormat, storyFormats } from "../../story/pages.ts";
import { useSay } from "../context.ts";
import { Foot } from "../export/Foot.tsx";
import { Guard } from "../export/Guard.tsx";
import { Lacking } from "../export/Lacking.tsx";
import { useWriting } from "../export/use-writing.ts";
import { useChangeWords } from "./Changes.tsx";
import { NotOpened } from "./NotOpened.tsx";
import { useAllPages } from "./use-all-pages.ts";

export function StoryExport({ story, close }: { story: Story; close: () => void }) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const changeWords = useChangeWords();
  const [format, setFormat] = useState<StoryFormat>("pptx");
  const { pages: steps, missing, isDone, again } = useAllPages(story, format);
  const pages = steps.map(({ page }) => page);
  const [allowed, allow] = useState(false);
  const writing = useWriting();
  useEffect(() => dialog.current?.showModal(), []);
  const [first] = pages;
  const scenes = useMemo(() => steps.map(({ page }) => page.scene), [steps]);
  const caution = useMemo(() => cautionOf(scenes), [scenes]);
  const lacking = useMemo(() => (format === "pdf" ? lackingIn(scenes) : []), [format, scenes]);
  const isRefused = caution.refused > 0 && !allowed;
  const name = first === undefined ? "" : fileName(first.scene, format);
  const write = () =>
    writing.write(async (signal, progress) => {
      const [page, ...more] = pages.map(({ scene, sheet, translations }) => ({ scene, sheet, translations }));
      if (page === undefined) throw new Error("A story without a page cannot be written.");
      const how = { format, story: story.title.trim(), view: null, size: "16:9", scale: 1 } as const;
      return writePages([page, ...more], how, signal, progress);
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
          {missing.map(({ step, problem }) => (
            <p key={step.id} role="alert">
              <NotOpened problem={problem} title={step.title} again={again} />
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
          {isDone ? <Lacking signs={lacking} /> : null}
          {isDone && first !== undefined ? <Guard caution={caution} allowed={allowed} allow={allow} /> : null}
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
