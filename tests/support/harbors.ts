/** A small data set in which seven ships sail one way between the same two harbors, and three the other. */
const ship = (to: string, key: number, more = "") =>
  `      - { to: ${to}, key: "${key}", ship: "Ship ${key}"${more} }\n`;

export const harborFiles = {
  "dataset.yaml": "id: harbors\ntitle: Who sails where\n",
  "vocabulary.yaml": [
    "labels: { Harbor: Harbor }",
    "relationships:",
    "  SAILS_TO: { caption: sails to, properties: { ship: string } }",
    "  TRADES_WITH: { caption: trades with }",
    "",
  ].join("\n"),
  "harbors.yaml": [
    "Harbor:\n  genoa:\n    en: Genoa\n    SAILS_TO:\n",
    ship("pisa", 1, ", certainty: reported"),
    ship("pisa", 2, ", certainty: reported"),
    [3, 4, 5, 6, 7].map((key) => ship("pisa", key)).join(""),
    [6, 7, 8].map((key) => ship("naples", key)).join(""),
    "    TRADES_WITH:\n      - { to: naples }\n",
    "  pisa:\n    en: Pisa\n    SAILS_TO:\n",
    [1, 2, 3].map((key) => ship("genoa", key)).join(""),
    "  naples:\n    en: Naples\n    SAILS_TO:\n",
    ship("pisa", 1),
  ].join(""),
} as const;
