/** Parts that are read later: this file must not read them before its first test. */
import { expect, it } from "vitest";
import { usualStyle } from "../../client/store.ts";
import { readSceneParts } from "../../client/export/read-parts.ts";
import { alumniScene } from "./scenes.ts";

it("a scene of a view with rules is refused before they are read, rather than drawn without them", async () => {
  const styled = { style: { ...usualStyle, lineWidth: "certainty" } };
  await expect(alumniScene(styled)).rejects.toThrow("before the rules of its style are read");
  await readSceneParts("en");
  const { text } = await alumniScene(styled);
  expect(text.key.map(({ caption }) => caption)).toContain("Lines’ width: Certainty");
});
