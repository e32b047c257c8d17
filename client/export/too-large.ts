/** A canvas could not be made so large: fewer pixels may do. */
export class TooLarge extends Error {}
