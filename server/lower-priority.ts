import os from "node:os";

/** Whatever a child process takes, the server goes first. */
export function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) os.setPriority(pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    return; // it ended already, or the system has no priorities
  }
}
