/** Takes away a test file's folders once it has run: its process is ended without a word. */
import { afterAll } from "vitest";
import { removeFolders } from "./temporary-folder.ts";

afterAll(removeFolders);
