/** Waiting that ends: a server that holds a connection and says nothing would be waited for until TCP gives up. */

/** Nothing was heard for so long. */
export class Silence extends Error {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    super(`nothing was heard for ${milliseconds} ms`);
    this.name = "Silence";
    this.milliseconds = milliseconds;
  }
}

/** Resolves or rejects as the work does, or rejects with `Silence` once it has heard nothing for so long. */
export async function withPatience<T>(milliseconds: number, work: (heard: () => void) => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([work(() => timer?.refresh()), silence]);
  } finally {
    clearTimeout(timer);
  }
}
