const later =
  /^(?:account|arrange|card|careers|copy|cypher|disagreements|expand|export|group|inspector|key|link|lost|measures|menu|overlap|overview|pages|path|selection|shared|sheet|shortcuts|step|story|style|table|undrawn|walk|time(?!\.(?:label|open|close|figures|all|asOf)$))\./;

/** What a search finds, the catalogue, and what is said of sources stand behind a click too. */
const found = /^(?:catalogue|offer|sources)\.|^search\.(?:matched|none|path|question)/;

/** Of a question's blanks, all but what opens them; and what is told of panels that are open by then. */
const told =
  /^blank\.(?!change$)|^said\.(?:cypher(?:Answered|Refused|Cancelled|AllThere)|step(?:Added|Moved|Renewed|Removed)|noOverlaps)$/;

/**
 * Words that the first view never says: of the key, the inspector, links, paths, careers, steps, sheets, groups, the menus, the console, pages of columns, the export dialog, the list of keys, measures, stories, style, tables, walking by keys, the time strip, and a drawing
 * that cannot be. The build puts them into files of their own.
 */
export const isLater = (id: string): boolean =>
  (later.test(id) || found.test(id) || told.test(id)) && id !== "inspector.label";
