import { LANGUAGES } from '../../replica/languages.ts';
import { testShapesIn } from './shape-table.ts';

testShapesIn(LANGUAGES.filter((_, index) => index % 2 === 1));
