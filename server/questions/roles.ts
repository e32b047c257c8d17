/** The types of a role in a question's text: as a parameter (`$moneyTypes`) or, in a pattern, in a slot (`MONEY_TYPES`). */
import { Role } from "../../schema/vocabulary.ts";
import { parametersOf } from "../queries/bind.ts";

export const typesOf = (role: Role): string => `${role}Types`;

/** The roles whose types the query is given as parameters. */
export function rolesIn(cypher: string): Role[] {
  const parameters = parametersOf(cypher);
  return Role.options.filter((role) => parameters.includes(typesOf(role)));
}

/** `[r:MONEY_TYPES]`: Grafeo walks the relationships of a type some fifteen times as fast as it asks each for its type. */
const slot = (role: Role) => new RegExp(String.raw`(?<=\[\w*:)${role.toUpperCase()}_TYPES(?=\])`, "g");

/** The roles whose types stand in a pattern. */
export const slotsIn = (cypher: string): Role[] => Role.options.filter((role) => slot(role).test(cypher));

/** A type that no vocabulary can have, for a role without types. */
const nothing = "none";

/** The text with the types of each role in their places: words as vocabularies have them, or it throws. */
export function fillSlots(cypher: string, typesWithRole: (role: Role) => readonly string[]): string {
  return slotsIn(cypher).reduce((text, role) => {
    const types = typesWithRole(role);
    const stranger = types.find((type) => !/^[A-Z][A-Z0-9_]*$/.test(type));
    if (stranger !== undefined) throw new Error(`"${stranger}" is no type, so it cannot stand in a query.`);
    return text.replace(slot(role), (types.length === 0 ? [nothing] : types).map((type) => `\`${type}\``).join("|"));
  }, cypher);
}
