/** Upper bounds of a reading, kept by the reader and checked by whoever receives it: characters, or how many of something. */
export const LIMITS = {
  text: 200,
  texts: 40,
  /** Of them, without those that stand beside main. */
  textsInPlace: 12,
  options: 6,
  /** A page that has so many may have more. */
  controls: 9,
  rows: 80,
  language: 35,
  value: 24,
  path: 100,
  markup: 120,
  /** Elements between the top of the page and a text. */
  depth: 2000,
} as const;
