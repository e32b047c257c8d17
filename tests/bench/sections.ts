/** What is measured of a graph that is served, in this order; another measurement is a file in sections/ and a line here. */
import type { GraphSize } from "./graph.ts";
import type { Place } from "./places.ts";
import type { Report } from "./report.ts";
import { alone } from "./sections/alone.ts";
import { atOnce } from "./sections/at-once.ts";
import { careers } from "./sections/careers.ts";
import { overHttp } from "./sections/over-http.ts";
import { questions } from "./sections/questions.ts";
import type { Serving } from "./serve.ts";

export interface Bench {
  readonly place: Place;
  readonly size: GraphSize;
  readonly serving: Serving;
  readonly report: Report;
}

export type Section = (bench: Bench) => Promise<void>;

export const sections: readonly Section[] = [alone, overHttp, questions, careers, atOnce];
