/** Measures a network away from the page's own thread. */
import { type MeasuredNetwork, findCommunities, measureNetwork } from "../../scene/network-measures.ts";

const tasks = { measureNetwork, findCommunities };

/** What is wanted of a network. */
export type MeasuringTask = keyof typeof tasks;
export type Measured<Task extends MeasuringTask> = ReturnType<(typeof tasks)[Task]>;

addEventListener("message", ({ data }: MessageEvent<{ task: MeasuringTask; network: MeasuredNetwork }>) =>
  postMessage(tasks[data.task](data.network)),
);
