/** Measures a network away from the page's own thread. */
import { type MeasuredNetwork, measureNetwork } from "../../scene/network-measures.ts";

addEventListener("message", ({ data }: MessageEvent<MeasuredNetwork>) => postMessage(measureNetwork(data)));
