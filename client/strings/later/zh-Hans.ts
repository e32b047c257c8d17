/** Words of what stands behind a click; the build takes them out of ../zh-Hans.ts and leaves only them here. */
export { zhHans as later } from "../zh-Hans.ts";
