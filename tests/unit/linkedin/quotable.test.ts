import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotable } from '../../../src/linkedin/quotable.ts';

const BLANKS = [
  '\u3164',
  '\u115f',
  '\u1160',
  '\u2800',
  '\uffa0',
  '\u200b',
  '\u00ad',
  '\u034f',
  '\ufe0f',
  '\u{e0041}',
  '\u{e0100}',
  '\u202e',
  '\u2066',
  '\u00a0',
  '\u2003',
  '\u2028',
  '\ud800',
];
const MARKS = ['\u0300', '\u0301', '\u0488', '\u20dd', '\u0e48', '\u05bc'];

/** Whatever a page may write: any characters, with many of those that hide, pile up or turn. */
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...BLANKS), fc.constantFrom(...MARKS, 'a', ' ')), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

describe('a quoted text, whatever the page wrote,', () => {
  it('has no character that cannot be seen, no line of its own and nothing that turns the text round', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quote = quotable(text);
        expect(quote).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u,
        );
        expect(quote).toBe(quote.trim());
        expect(quote).not.toContain('  ');
      }),
      { numRuns: 2000 },
    );
  });

  it('has at most two marks piled on a letter, and one beside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const [marks] of quotable(text).matchAll(/\p{M}+/gu)) {
          expect([...marks.matchAll(/[\p{Mn}\p{Me}]/gu)].length).toBeLessThanOrEqual(2);
          expect([...marks.matchAll(/\p{Mc}/gu)].length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('has something to see, or is none', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quote = quotable(text);
        expect(quote === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(quote)).toBe(true);
      }),
    );
  });

  it('is the same when quoted again, and no longer than what it quotes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const quote = quotable(text);
        expect(quotable(quote)).toBe(quote);
        expect(quote.length).toBeLessThanOrEqual(text.normalize('NFD').length);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a text without anything to see is none', () => {
  it.each([...BLANKS, '', '   ', '\u0301', '\u3164\u3164 \u2800', '\u{e0053}\u{e0061}\u{e0066}\u{e0065}'])(
    '%j',
    (text) => {
      expect(quotable(text)).toBe('');
    },
  );
});

describe('a text as LinkedIn writes it stays as it is', () => {
  it.each([
    'Use my data for training content creation AI models',
    'Meine Daten zum Trainieren von KI-Modellen für die Erstellung von Inhalten verwenden',
    '콘텐츠 제작 AI 모델 교육에 내 데이터 사용',
    'コンテンツ作成AIモデルの学習に自分のデータを使用する',
    'استخدام بياناتي لتدريب نماذج الذكاء الاصطناعي',
    'कंटेंट क्रिएशन AI मॉडल को चीज़ों के लिए इस्तेमाल करें',
    'ใช้ข้อมูลของฉันเพื่อฝึกโมเดล AI ที่สร้างเนื้อหาให้',
    'Sử dụng dữ liệu của tôi để đào tạo các mô hình AI',
    'השתמש בנתונים שלי לאימון מודלים',
  ])('%s', (text) => {
    expect(quotable(text)).toBe(text.normalize('NFC'));
  });
});

it.each([
  ['Allow\u3164\u3164\u3164use', 'Allow use'],
  ['op\u200bted\u00ad', 'opted'],
  ['Z\u0300\u0301\u0302\u0303a', 'Z\u0300\u0301a'],
  ['e\u0301\u034f\u0302\u034f\u0303\u034f\u0304', '\u00e9\u0302\u0303'],
  ['one\ntwo\u2028three', 'one two three'],
])('%j is quoted as %j', (text, quote) => {
  expect(quotable(text)).toBe(quote);
});
