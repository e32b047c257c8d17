/** Work that is done one after another, in the order in which it came. */
export interface Queue {
  /** Resolves or rejects as the work does, once all that came before has ended. */
  add<T>(work: () => Promise<T>): Promise<T>;
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    add(work) {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
  };
}
