/** Questions with blanks, and their answers. */
export { askQuestion, offerQuestions } from "./ask.ts";
export type { Asked } from "./asked.ts";
export { wordAnswer } from "./at-time.ts";
export { holds, listQuestions } from "./blanks.ts";
export { type Question, type Questions, readQuestions } from "./declarations.ts";
export { checkOffered, tryOwnQuestions } from "./opening.ts";
