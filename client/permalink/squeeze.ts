/** Lists of a link in a form of which compression leaves little: sorted names share their beginnings, places are apart. */

interface Form {
  squeeze: (value: string) => string;
  /** Throws where there is something else. */
  spread: (squeezed: string) => string;
}

/** As much of a beginning as one letter counts. */
const mostShared = 35;

function sharedWith(before: string, name: string): number {
  let shared = 0;
  while (shared < mostShared && shared < before.length && before[shared] === name[shared]) shared += 1;
  return shared;
}

/** `alice,alina,bob` as `0alice,3na,0bob`: how much each begins like the one before it, then the rest. */
const shorten = (names: readonly string[]): string =>
  names
    .map((name, i) => {
      const shared = sharedWith(names[i - 1] ?? "", name);
      return shared.toString(36) + name.slice(shared);
    })
    .join(",");

function lengthen(text: string): string[] {
  let before = "";
  return text.split(",").map((piece) => {
    const shared = parseInt(piece.charAt(0), 36);
    if (!(shared <= before.length)) throw new Error("This is no list of names.");
    before = before.slice(0, shared) + piece.slice(1);
    return before;
  });
}

/** Whole numbers in letters of one count each, from the least of them on: `-5,0,7` as `-5:1:05c`. */
function writeNumbers(numbers: readonly number[]): string {
  const [least, most] = numbers.reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [
    Infinity,
    -Infinity,
  ] as [number, number]);
  const wide = (most - least).toString(36).length;
  return `${least}:${wide}:${numbers.map((each) => (each - least).toString(36).padStart(wide, "0")).join("")}`;
}

function readNumbers(text = ""): number[] {
  const [least = "", wide = "", digits = ""] = text.split(":");
  const numbers = digits.match(new RegExp(`.{${Number(wide)}}`, "g")) ?? [];
  return numbers.map((each) => Number(least) + parseInt(each, 36));
}

export const ids: Form = {
  squeeze: (value) => shorten(value.split(",")),
  spread: (squeezed) => lengthen(squeezed).join(","),
};

export const places: Form = {
  squeeze: (value) => {
    const each = value.split(",").map((place) => place.split(":"));
    const [across, down] = [1, 2].map((part) => writeNumbers(each.map((place) => Number(place[part]))));
    return [shorten(each.map(([id = ""]) => id)), across, down].join(";");
  },
  spread: (squeezed) => {
    const [names = "", across, down] = squeezed.split(";");
    const [xs, ys] = [readNumbers(across), readNumbers(down)];
    return lengthen(names)
      .map((id, i) => `${id}:${xs[i]}:${ys[i]}`)
      .join(",");
  },
};
