/** The page: bar, rail, headline, drawing and foot on a desk; bar, headline, drawing and sheets on a phone. */
import { type CSSProperties, useCallback, useEffect, useMemo, useState } from "react";
import { type HeadName, headNames, headWords } from "./canvas/column-heads.ts";
import { Stage } from "./canvas/Stage.tsx";
import type { Drawn } from "./canvas/keep-mounted.ts";
import type { Explorer } from "./explorer.ts";
import { firstDrawing, tellFirstDrawing } from "./page/first-drawing.ts";
import { factsIn } from "./view/groups.ts";
import { usesRules } from "./style/rules.ts";
import { Announcer } from "./panels/Announcer.tsx";
import { useExplorer, useGraph, useLanguage, usePhone, useSay, useView } from "./panels/context.ts";
import { Arrangement, Controls } from "./panels/Controls.tsx";
import { Dock } from "./panels/dock/Dock.tsx";
import {
  OverStage,
  Pager,
  RuleValues,
  Sheets,
  ShortcutList,
  TimeStrip,
  Undrawn,
  readReserve,
} from "./panels/later-panels.ts";
import { Footer } from "./panels/Footer.tsx";
import { hasPages } from "./view/question-view.ts";
import { Headline } from "./panels/Headline.tsx";
import { Rail } from "./panels/Rail.tsx";
import { useShortcuts } from "./panels/Shortcuts.tsx";
import { TopBar } from "./panels/TopBar.tsx";
import { Unopened, useUnopened } from "./panels/Unopened.tsx";

/** The page's own language and title follow the view. */
function usePageHead(): void {
  const language = useLanguage();
  const headline = useView((state) => state.answer?.headline[language]);
  const say = useSay();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = headline === undefined ? say("product.name") : say("page.title", { headline });
  }, [language, headline, say]);
}

/** Does what can wait once the first view is there and the page has nothing better to do. */
function useInQuiet(pause: number, work: (explorer: Explorer) => unknown): void {
  const explorer = useExplorer();
  const isThere = useView((state) => state.revision > 0);
  useEffect(() => {
    if (!isThere) return undefined;
    let isHere = true;
    void firstDrawing.then(() => setTimeout(() => isHere && work(explorer), pause));
    return () => {
      isHere = false;
    };
  }, [explorer, isThere, pause, work]);
}

/** Panels that a click away may need. */
const readPanels = (explorer: Explorer) => readReserve(explorer).catch(() => {});
/** The marks of dispute. */
const listDisagreements = (explorer: Explorer) => explorer.listDisagreements();

function Drawing() {
  const explorer = useExplorer();
  const graph = useGraph();
  const say = useSay();
  const isEmpty = useView((state) => state.dataset !== null && state.answer === null) && graph.order === 0;
  const isOpen = useView((state) => state.dataset !== null);
  // What has no place yet is not drawn.
  const isComing = useView((state) => state.busy) && !graph.someNode((_id, { placed }) => placed);
  const columnHeads = useMemo(
    () => Object.fromEntries(headNames.map((name) => [name, say(headWords(name))])) as Record<HeadName, string>,
    [say],
  );
  const [drawn, setDrawn] = useState<Drawn>("drawn");
  const unopened = useUnopened();
  const [attempt, setAttempt] = useState(0);
  const hasNothing = useView((state) => state.dataset !== null && !state.busy) && graph.order === 0;
  const isForgone = hasNothing || unopened !== null || drawn === "undrawn";
  useEffect(() => {
    if (isForgone) tellFirstDrawing();
  }, [isForgone]);
  return (
    <div className="drawing">
      <Stage
        key={attempt}
        explorer={explorer}
        label={say("stage.label", factsIn(graph))}
        columnHeads={columnHeads}
        onDrawn={setDrawn}
      />
      {isOpen ? <OverStage /> : null}
      {unopened ? (
        <Unopened problem={unopened} />
      ) : drawn === "undrawn" ? (
        <Undrawn tryAgain={() => setAttempt(attempt + 1)} />
      ) : null}
      {isEmpty && !isComing && drawn === "drawn" ? <p className="empty">{say("stage.empty")}</p> : null}
      {(isOpen && !isComing) || unopened ? null : <p className="empty opening">{say("stage.opening")}</p>}
    </div>
  );
}

export function App() {
  const isPhone = usePhone();
  const say = useSay();
  const hasTime = useView((state) => state.time !== null && state.vocabulary !== null);
  const covered = useView((state) => state.covered);
  const hasRules = useView(usesRules);
  const isPaged = useView(hasPages);
  const [listsShortcuts, setListsShortcuts] = useState(false);
  const showShortcuts = useCallback(() => setListsShortcuts(true), []);
  usePageHead();
  useInQuiet(300, readPanels);
  useInQuiet(600, listDisagreements);
  useShortcuts(showShortcuts);
  return (
    <div className="app">
      {isPhone ? null : (
        <a className="skip" href="#details">
          {say("skip.toDetails")}
        </a>
      )}
      <TopBar />
      {isPhone ? null : <Rail />}
      <main className="main" style={{ "--covered": `${covered}px` } as CSSProperties}>
        <Headline>{isPhone ? null : <Controls showShortcuts={showShortcuts} />}</Headline>
        <Drawing />
        {isPaged ? <Pager /> : null}
        {hasTime ? <TimeStrip /> : null}
        {isPhone ? null : <Dock />}
      </main>
      <Footer>{isPhone ? <Arrangement /> : null}</Footer>
      {isPhone ? <Sheets /> : null}
      {hasRules ? <RuleValues /> : null}
      <Announcer />
      {listsShortcuts ? <ShortcutList close={() => setListsShortcuts(false)} /> : null}
    </div>
  );
}
