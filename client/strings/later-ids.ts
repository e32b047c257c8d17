/** Words that the first view never says: of the console, the export dialog and stories. The build puts them into files of their own. */
export const isLater = (id: string): boolean => /^(?:cypher|export|story)\./.test(id) && id !== "export.open";
