/** What may be handed to a query: plain JSON values, checked before any driver sees them. */

export type Parameter = string | number | boolean | null | readonly Parameter[] | { readonly [key: string]: Parameter };
export type Parameters = Readonly<Record<string, Parameter>>;
