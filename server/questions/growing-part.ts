/** A part of a graph that is drawn in place of all of it: names, and relationships between them. */
import type { Network, Touching } from "./core-network.ts";

/** A type, since a query takes no interface for a map. */
// oxlint-disable-next-line typescript/consistent-type-definitions
export type PartName = {
  readonly id: string;
  /** Ids of relationships that are drawn and start here, and of such that end here; each stands at one of its ends. */
  readonly from: string[];
  readonly to: string[];
};

/** What the words of an answer may say of a part. */
export const figuresOfPart = [
  "namesInAll",
  "namesLeftOut",
  "bestLeftOut",
  "relationshipsInAll",
  "leftOut",
  "parallels",
] as const;

export interface GraphPart {
  /** The names that are drawn, with the relationships between them. */
  readonly drawn: readonly PartName[];
  /** `bestLeftOut` are of the twenty best connected names, where there are as many; `leftOut` are names and relationships; `parallels` are relationships left out between two that are drawn. */
  readonly figures: Readonly<Record<(typeof figuresOfPart)[number], number>>;
}

/**
 * A part to which one name after another is added, each with what leads from it to those before. Of relationships of
 * one type from one name to another it holds only the first: they would look like one line, and some pairs have
 * hundreds.
 */
export class GrowingPart {
  readonly #network: Network;
  readonly #drawn = new Map<number, PartName>();
  #parallels = 0;
  #relationships = 0;

  constructor(network: Network) {
    this.#network = network;
  }

  get size(): number {
    return this.#drawn.size;
  }

  get relationships(): number {
    return this.#relationships;
  }

  readonly has = (name: number): boolean => this.#drawn.has(name);

  /** What leads from a name to those that are drawn, without parallels, and how many of these there are. */
  tiesOf(name: number): { readonly ties: readonly Touching[]; readonly parallels: number } {
    const all = this.#network.around(name).filter(({ other }) => this.#drawn.has(other));
    const ties = withoutParallels(all);
    return { ties, parallels: all.length - ties.length };
  }

  add(name: number, { ties, parallels }: ReturnType<GrowingPart["tiesOf"]>): void {
    this.#relationships += ties.length;
    this.#parallels += parallels;
    this.#drawn.set(name, { id: this.#network.ids[name] ?? "", from: [], to: [] });
    // At the end with fewer relationships: an engine looks for each of a hub's thousands in the whole list.
    for (const { other, relationship } of ties) {
      const holder = this.#drawn.get(this.#network.degree(other) < this.#network.degree(name) ? other : name);
      holder?.[holder.id === relationship.start ? "from" : "to"].push(relationship.id);
    }
  }

  end(): GraphPart {
    const [namesInAll, relationshipsInAll] = [this.#network.ids.length, this.#network.relationships];
    const namesLeftOut = namesInAll - this.size;
    const best = Array.from({ length: 20 }, (_, name) => name);
    const hasTwenty = best.every((name) => name < namesInAll && this.#network.degree(name) > 0);
    const bestLeftOut = hasTwenty ? best.filter((name) => !this.has(name)).length : 0;
    const leftOut = namesLeftOut + relationshipsInAll - this.#relationships;
    return {
      drawn: [...this.#drawn.values()],
      figures: { namesInAll, relationshipsInAll, namesLeftOut, bestLeftOut, leftOut, parallels: this.#parallels },
    };
  }
}

function withoutParallels(ties: readonly Touching[]): readonly Touching[] {
  const firsts = new Map<string, Touching>();
  for (const tie of ties) {
    const { start, type, end } = tie.relationship;
    const line = `${start} ${type} ${end}`;
    if (!firsts.has(line)) firsts.set(line, tie);
  }
  return [...firsts.values()];
}
