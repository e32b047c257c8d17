/** The interface in English. */
export const en = {
  "product.name": "Alumnigraph",
} as const;
