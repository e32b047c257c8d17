/**
 * A thread beside the work of a process: however busy that is, it cannot keep it from looking. Ends the whole process
 * when it takes more memory than it may, or when the server that started it is gone. Plain JavaScript: a thread starts
 * without a loader.
 */
import fs from "node:fs";
import { workerData } from "node:worker_threads";

const { most, parent } = workerData;

setInterval(() => {
  const taken = process.memoryUsage.rss();
  if (taken <= most && process.ppid === parent) return;
  // The server reads the reason, since a killed process has none.
  if (taken > most) fs.writeSync(2, "\nmemory limit\n");
  process.kill(process.pid, "SIGKILL");
}, 20);
