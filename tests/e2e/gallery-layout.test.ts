import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Frame, type Page, specimens, test } from './gallery.ts';

const LOCALES = readdirSync(join(import.meta.dirname, '..', '..', 'public', '_locales'));

/** The narrowest panel, the popup, the widest report, in CSS pixels. */
const WIDTHS = [280, 360, 1280];

/** What WCAG 2.2 has members set by themselves (1.4.12 Text Spacing). */
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

type Size = { width: number; height: number };

/**
 * Every specimen in a language, drawn once and measured at each size, and in each what does not fit. A closed select shows its choice on
 * one line and cannot be made to do otherwise: beyond what WCAG 2.2 asks for (320 px, 1.4.10 Reflow) the list it opens has to do.
 */
async function misfits(framed: Frame, locale: string, sizes: Size[]): Promise<string[]> {
  return framed.evaluate(
    async ([language, given]) => {
      const all = [...given];
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const found: string[] = [];
      const measure = (where: string) => {
        const isBeyond = innerWidth < 17 * rem;
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth > width) found.push(`${where}: the page is wider than its window`);
        for (const element of document.body.querySelectorAll<HTMLElement>(':not(option)')) {
          const { left, right } = element.getBoundingClientRect();
          // What scrolls by itself may hold what is wider; it is measured like the rest.
          if (element.parentElement?.closest('.scrolled')) continue;
          const isOut = left < -0.5 || right > width + 0.5;
          const runsOver = !element.matches('.scrolled, select') && element.scrollWidth > element.clientWidth + 1;
          const isBlock = element.clientWidth > 0;
          if (isOut || (isBlock && runsOver)) found.push(`${where}: ${element.outerHTML.slice(0, 160)}`);
        }
        for (const select of isBeyond ? [] : document.querySelectorAll('select')) {
          const context = new OffscreenCanvas(1, 1).getContext('2d');
          if (!context) throw new Error('No canvas to measure with.');
          const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(select);
          context.font = font;
          const words = context.measureText(select.selectedOptions[0]?.text ?? '').width;
          // The arrow takes about 20 px.
          const space =
            select.clientWidth - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd) - 20;
          if (words > space) found.push(`${where}: ${select.id} cuts "${select.selectedOptions[0]?.text}"`);
        }
        for (const text of document.querySelectorAll<SVGTextElement>('svg[role=img] text')) {
          const { x, width: length } = text.getBBox();
          const drawn = text.ownerSVGElement?.viewBox.baseVal.width ?? 0;
          if (x < -1 || x + length > drawn + 1) found.push(`${where}: the picture cuts "${text.textContent}"`);
        }
      };
      for (const name of window.gallery.names) {
        await window.gallery.show(name, language);
        // The next one is drawn at the size that the last was measured at, and need not be laid out again for it.
        for (const { width, height } of all.reverse()) {
          Object.assign((frameElement as HTMLElement).style, { width: `${width}px`, height: `${height}px` });
          if (innerWidth !== width) throw new Error(`The frame is not ${width} px wide.`);
          measure(`${language}, ${width} px: ${name}`);
        }
      }
      return found;
    },
    [locale, sizes] as const,
  );
}

for (const locale of LOCALES) {
  test(`everything fits at ${WIDTHS.join(', ')} px: ${locale}`, async ({ framed }) => {
    const sizes = WIDTHS.map((width) => ({ width, height: 720 }));
    expect(await misfits(framed, locale, sizes)).toEqual([]);
  });
}

test('no word of a headline is broken, in the narrowest panel', async ({ framed }) => {
  await framed.addStyleTag({ content: 'h1, .headline { overflow-wrap: normal !important; }' });
  for (const locale of ['en', 'de', 'nl', 'pl'])
    expect(await misfits(framed, locale, [{ width: 280, height: 720 }])).toEqual([]);
});

test('everything fits with the text spacing that a member sets', async ({ framed }) => {
  await framed.addStyleTag({ content: TEXT_SPACING });
  for (const locale of ['en', 'de', 'fi'])
    expect(await misfits(framed, locale, [{ width: 320, height: 720 }])).toEqual([]);
});

test('everything fits at 200 % zoom: half the width of a popup, of a small window', async ({ framed }) => {
  const sizes = [180, 640].map((width) => ({ width, height: 360 }));
  for (const locale of ['en', 'de', 'fi']) expect(await misfits(framed, locale, sizes)).toEqual([]);
});

test('everything fits with letters of twice the size', async ({ framed }) => {
  await framed.addStyleTag({ content: 'html { font-size: 200%; }' });
  for (const locale of ['en', 'de', 'fi'])
    expect(await misfits(framed, locale, [{ width: 360, height: 720 }])).toEqual([]);
});

/** The boxes of everything that is laid out by direction; a picture over time and what stands within a line are not. */
function boxes(gallery: Page, name: string, direction: 'ltr' | 'rtl'): Promise<string[]> {
  return gallery.evaluate(
    async ([specimen, dir]) => {
      await window.gallery.show(specimen, 'ar');
      document.documentElement.dir = dir;
      const width = document.documentElement.clientWidth;
      return [...document.body.querySelectorAll(':not(option)')].flatMap((element) => {
        const { display } = getComputedStyle(element);
        if (element.closest('.scrolled') || ['inline', 'none', 'contents'].includes(display)) return [];
        const { left, right, top } = element.getBoundingClientRect();
        const start = dir === 'rtl' ? width - right : left;
        const tag = `${element.localName}.${element.getAttribute('class') ?? ''}`;
        return [`${tag} ${Math.round(start)} ${Math.round(right - left)} ${Math.round(top)}`];
      });
    },
    [name, direction] as const,
  );
}

test('from right to left everything is mirrored', async ({ gallery }) => {
  await gallery.setViewportSize({ width: 800, height: 720 });
  for (const name of await specimens(gallery)) {
    expect(await boxes(gallery, name, 'rtl'), name).toEqual(await boxes(gallery, name, 'ltr'));
  }
});

test('what can be hit is at least 24 px wide and high', async ({ gallery }) => {
  for (const width of WIDTHS) {
    await gallery.setViewportSize({ width, height: 720 });
    const small = await gallery.evaluate(async () => {
      const found: string[] = [];
      for (const name of window.gallery.names) {
        await window.gallery.show(name, 'en');
        for (const target of document.querySelectorAll('button, select, input, textarea, summary')) {
          const { width: wide, height } = target.getBoundingClientRect();
          const isShown = target.checkVisibility();
          if (isShown && (wide < 24 || height < 24)) found.push(`${name}: ${wide} x ${height} ${target.outerHTML}`);
        }
      }
      return found;
    });
    expect(small, `${width} px`).toEqual([]);
  }
});

/** The one thing that moves, for those who have not asked for less of it: a bar that fills while a page is being checked. */
const MOVES = '.waiting div';

test('nothing moves by itself but the bar of a check, and for those who asked for that nothing at all', async ({
  gallery,
}) => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    await gallery.emulateMedia({ reducedMotion });
    const except = reducedMotion === 'reduce' ? '' : MOVES;
    const moving = await gallery.evaluate(async (moves) => {
      const found: string[] = [];
      const mayMove = (element: Element | null) => moves !== '' && element?.matches(moves) === true;
      for (const name of window.gallery.names) {
        await window.gallery.show(name, 'en');
        const animated = document.getAnimations().map(({ effect }) => (effect as KeyframeEffect).target);
        if (!animated.every(mayMove)) found.push(name);
        for (const element of document.querySelectorAll('*')) {
          if (mayMove(element)) continue;
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          if (transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth') found.push(name);
        }
      }
      return found;
    }, except);
    expect(moving).toEqual([]);
  }
});
