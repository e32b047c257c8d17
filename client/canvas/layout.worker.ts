/** Lays out by forces away from the page's own thread. */
import { type OrganicInput, layOrganic } from "../../scene/layouts/organic.ts";

addEventListener("message", ({ data }: MessageEvent<{ job: number; input: OrganicInput }>) => {
  postMessage({ job: data.job, positions: layOrganic(data.input) });
});
