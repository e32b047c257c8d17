/** Opening a view from a link: the question, then what was added, moved, hidden, filtered and chosen. */
import type { Answer } from "../../schema/api.ts";
import { unreached } from "../api.ts";
import { type LinkedView, isPacked, readLink, writeLink } from "../permalink.ts";
import { usualStyle } from "../store.ts";
import { isKnown } from "../strings/strings.ts";
import { type Context, announce, attempt, endStep, settle } from "./context.ts";
import { ifKnown } from "./if-known.ts";
import { beginOpening } from "./laying-out.ts";
import { learnLanguage } from "./language.ts";
import { learnOf, loadDetail } from "./neighbors.ts";
import { adopt, layoutOf } from "./questions.ts";

interface Answered {
  /** Null for a view of one's own. */
  answer: Answer | null;
  /** False when the link's question could not be answered and the first one stands in. */
  asked: boolean;
}

async function answerOf({ api }: Context, { question, free }: LinkedView): Promise<Answered> {
  if (free && question === null) return { answer: null, asked: true };
  const asked = question === null ? null : await ifKnown(api.askQuestion(question.id, question.parameters));
  return { answer: asked ?? (await api.getFirstView()), asked: question === null || asked !== null };
}

/** Reads the vocabulary and the data set where they are not yet known, together with the answer. */
async function loadAll(context: Context, view: LinkedView): Promise<Answered> {
  const { api, store } = context;
  const { dataset, vocabulary } = store.getState();
  const [answered, readDataset, readVocabulary] = await Promise.all([
    answerOf(context, view),
    dataset ?? api.getDataset(),
    vocabulary ?? api.getVocabulary(),
  ]);
  store.setState({ dataset: readDataset, vocabulary: readVocabulary });
  return answered;
}

/** Puts everything of a link but its question on screen, where there is more; false where another view came meanwhile. */
async function follow(
  context: Context,
  view: LinkedView,
  read: { asked: boolean; ignored: readonly string[] },
  isOvertaken: () => boolean,
): Promise<boolean> {
  const isPlain = writeLink({ ...view, question: null, free: false, language: null }) === "";
  context.store.setState({ time: null, style: usualStyle, previews: {} });
  if (isPlain && read.asked && read.ignored.length === 0) return true;
  const { applyView } = await import("./apply-link.ts");
  if (isOvertaken()) return false;
  await applyView(context, view, read, isOvertaken);
  return !isOvertaken();
}

async function unpacked(link: string): Promise<string> {
  const { unpackLink } = await import("../permalink/pack.ts").catch((cause: unknown) => {
    throw unreached(cause);
  });
  return unpackLink(link);
}

/** Opens the view of a link; `first` is the view that the page opens with, which no undo goes behind. */
export async function openLink(context: Context, link: string, first: boolean): Promise<void> {
  const opening = beginOpening(context);
  // Never packed.
  const { language: named } = readLink(link).view;
  const language = named ?? context.store.getState().language;
  const speak = () => named !== null && context.store.setState({ language });
  if (isKnown(language)) speak();
  await attempt(
    context,
    async () => {
      const { view, ignored } = readLink(isPacked(link) ? await unpacked(link) : link);
      if (opening !== context.opening) return;
      const [{ answer, asked }] = await Promise.all([loadAll(context, view), learnLanguage(language)]);
      if (opening !== context.opening) return;
      speak();
      if (!(await adopt(context, answer, view.layout ?? layoutOf(answer), view.around))) return;
      if (!(await follow(context, view, { asked, ignored }, () => opening !== context.opening))) return;
      if (first) settle(context);
      else endStep(context);
      context.camera.fit();
      if (context.store.getState().lost.length > 0) announce(context, "said.linkInPart");
      showChosen(context);
    },
    () => void openLink(context, link, first),
  );
}

function showChosen(context: Context): void {
  const { selected } = context.store.getState();
  if (selected === null) return;
  if (selected.kind === "node") learnOf(context, selected.id);
  else void loadDetail(context, context.graph.source(selected.id));
}
