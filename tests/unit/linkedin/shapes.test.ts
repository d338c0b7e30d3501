import { LANGUAGES } from '../../replica/languages.ts';
import { testShapesIn } from './shape-table.ts';

// One half of the languages; the other is in a file of its own, so that both run side by side.
testShapesIn(LANGUAGES.filter((_, index) => index % 2 === 0));
