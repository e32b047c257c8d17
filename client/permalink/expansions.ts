/** In a link, what expanding goes on with: `nvidia:20:COMPETES_WITH.out.Company.stated;amd:50`. */
import { type ExpansionChoice, type ExplorerState, expansionSizes } from "../store.ts";
import { Unreadable, atom, readAtom, readChoice } from "./pieces.ts";

export const writeExpansions = (expansions: ExplorerState["expansions"]): string =>
  Object.entries(expansions)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { most, withoutKinds }]) => [atom(id), most, ...withoutKinds.map(atom)].join(":"))
    .join(";");

export function readExpansions(text: string): ExplorerState["expansions"] {
  const read = text.split(";").map((part): [string, ExpansionChoice] => {
    const [id = "", most = "", ...kinds] = part.split(":");
    const withoutKinds = kinds.map(readAtom);
    if (id === "" || withoutKinds.includes("")) throw new Unreadable();
    return [readAtom(id), { most: Number(readChoice(most, expansionSizes.map(String))), withoutKinds }];
  });
  return Object.fromEntries(read);
}
