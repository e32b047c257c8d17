/** The program that `npm start` runs: the server, and what writes exports for it with the client's code. */
import { startProgram } from "../server/start.ts";
import { createExports } from "./exports.ts";

await startProgram(createExports());
