import { tCode } from '../../words.ts';

/** The name of one of LinkedIn's categories. */
export function categoryName(category: string): string {
  return tCode('category', category);
}
