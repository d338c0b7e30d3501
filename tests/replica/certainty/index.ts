import { address } from './address.ts';
import { honestPages } from './honest.ts';
import { meaning } from './meaning.ts';
import { structure } from './structure.ts';
import { time } from './time.ts';

/** Every case on which it was tried whether the reader can be sure, by group. A new case is a row in its group's file; old ones stay. */
export const GROUPS = { time, structure, meaning, address, honest: honestPages };
