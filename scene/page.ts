/** A scene with the page that it is composed on: what every picture and file is written from. */
import type { Scene } from "./scene.ts";
import type { Sheet } from "./sheet/forms.ts";

export interface Composed {
  scene: Scene;
  sheet: Sheet;
}

/** A page, and the same in other languages for files that speak all of them. */
export interface Page extends Composed {
  translations: readonly Composed[];
}

/** At least one. */
export type Pages = readonly [Page, ...Page[]];
