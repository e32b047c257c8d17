/** Whether the data set knows of any document; where it does not, nothing is said of what is missing. */
import { useView } from "../context.ts";

export const useHasSources = (): boolean => useView((state) => state.dataset?.counts.documents !== 0);
