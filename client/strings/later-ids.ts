/**
 * Words that the first view never says: of the inspector, the menu of layouts, the console, the export dialog, the list
 * of keys, measures, stories and style. The build puts them into files of their own.
 */
export const isLater = (id: string): boolean =>
  /^(?:arrange|cypher|expand|export|group|inspector|measures|shared|shortcuts|story|style)\./.test(id) &&
  id !== "export.open" &&
  id !== "inspector.label";
