/** Questions with blanks, and their answers. */
export { type Asked, askQuestion, listQuestions, offerQuestions } from "./ask.ts";
export { type Question, type Questions, readQuestions } from "./declarations.ts";
export { checkOffered, tryOwnQuestions } from "./opening.ts";
