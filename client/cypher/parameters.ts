/** The parameters of a query, as a person writes them: a JSON object, or nothing. */

export interface ParameterFault {
  /** `json`: it cannot be read; `object`: it is JSON of another form. */
  fault: "json" | "object";
  /** In the browser's own words. */
  words: string;
}

export function parametersIn(text: string): { values: Record<string, unknown> } | ParameterFault {
  if (text.trim() === "") return { values: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return { fault: "object", words: "" };
    return { values: Object.fromEntries(Object.entries(value)) };
  } catch (error) {
    return { fault: "json", words: error instanceof Error ? error.message : "" };
  }
}
