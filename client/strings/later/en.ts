/** Words of what stands behind a click; the build takes them out of ../en.ts and leaves only them here. */
export { en as later } from "../en.ts";
