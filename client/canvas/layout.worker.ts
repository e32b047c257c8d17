/** Lays out away from the page's own thread. */
import { answerJobs } from "./layout-jobs.ts";

answerJobs({
  addEventListener: (...heard: Parameters<Worker["addEventListener"]>) => addEventListener(...heard),
  postMessage: (answer: unknown) => postMessage(answer),
});
