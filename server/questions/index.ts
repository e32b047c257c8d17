/** Questions with blanks, and their answers. */
export { type Asked, askQuestion, offerQuestions } from "./ask.ts";
export { wordAnswer } from "./at-time.ts";
export { listQuestions } from "./blanks.ts";
export { type Question, type Questions, readQuestions } from "./declarations.ts";
export { checkOffered, tryOwnQuestions } from "./opening.ts";
