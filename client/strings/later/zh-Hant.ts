/** Words of what stands behind a click; the build takes them out of ../zh-Hant.ts and leaves only them here. */
export { zhHant as later } from "../zh-Hant.ts";
