import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../src/objection/calendar.ts';

const EXAMPLE = {
  uid: 'objection-2027-01-31@untrained',
  day: '2027-03-01',
  title: 'LinkedIn must have answered',
  description: 'Your objection of 31 January 2027.',
  url: 'https://www.linkedin.com/help/linkedin/ask/TS-DPRO',
  stamp: Date.UTC(2027, 0, 31, 9, 5, 7, 89),
  remindDaysBefore: 3,
};

/** The file as a calendar reads it. */
function read(changes: Partial<typeof EXAMPLE> = {}) {
  const calendar = new ICAL.Component(ICAL.parse(calendarFile({ ...EXAMPLE, ...changes })));
  const component = calendar.getFirstSubcomponent('vevent') as ICAL.Component;
  return { calendar, component, event: new ICAL.Event(component), alarm: component.getFirstSubcomponent('valarm') };
}

function linesOf(file: string): string[] {
  return file.split('\r\n').slice(0, -1);
}

describe('the event', () => {
  it('is one, in a calendar of the current version that says who wrote it', () => {
    const { calendar } = read();
    expect(calendar.name).toBe('vcalendar');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toContain('Untrained');
    expect(calendar.getAllSubcomponents()).toHaveLength(1);
  });

  it.each([
    ['2027-03-01', '2027-03-02'],
    ['2028-02-28', '2028-02-29'],
    ['2027-12-31', '2028-01-01'],
    // The nights on which clocks change in Berlin.
    ['2027-03-28', '2027-03-29'],
    ['2027-10-31', '2027-11-01'],
  ])('lasts all of %s: it ends with %s', (day, next) => {
    const { event } = read({ day });
    expect(event.startDate).toMatchObject({ isDate: true });
    expect(event.startDate.toString()).toBe(day);
    expect(event.endDate).toMatchObject({ isDate: true });
    expect(event.endDate.toString()).toBe(next);
  });

  it('has its id, address and moment of writing, and keeps nobody busy', () => {
    const { event, component } = read();
    expect(event.uid).toBe(EXAMPLE.uid);
    expect(component.getFirstPropertyValue('url')).toBe(EXAMPLE.url);
    expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2027-01-31T09:05:07Z');
    expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it.each([0, 1, 3, 14])('reminds once, %i days before', (remindDaysBefore) => {
    const { alarm, component } = read({ remindDaysBefore });
    expect(component.getAllSubcomponents('valarm')).toHaveLength(1);
    expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
    expect(alarm?.getFirstPropertyValue('description')).toBe(EXAMPLE.title);
    const trigger = alarm?.getFirstPropertyValue('trigger') as ICAL.Duration;
    expect(trigger.toSeconds() / -86_400).toBe(remindDaysBefore);
  });
});

describe('texts come back as they were', () => {
  it.each([
    ['commas and semicolons', 'Yes, no; maybe: "so"'],
    ['backslashes', String.raw`C:\new\,\; and \\n`],
    ['line ends', 'one\ntwo\n\nthree\n'],
    ['emoji and other scripts', '🛑 Überprüfung – Προθεσμία 期限 👩‍👩‍👧'],
    ['300 characters', 'Antwort fällig, '.repeat(19).slice(0, 300)],
    ['300 emoji', '🗓️'.repeat(300)],
    ['what looks like another property', 'x\nEND:VEVENT\nBEGIN:VALARM'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    const { event, alarm } = read({ title: text, description: text });
    expect(event.summary).toBe(text);
    expect(event.description).toBe(text);
    expect(alarm?.getFirstPropertyValue('description')).toBe(text);
  });

  it.each(['a\r\nb', 'a\rb', 'a\nb'])('%j has one line end, whichever it was', (title) => {
    expect(read({ title }).event.summary).toBe('a\nb');
  });

  it('any text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (title, description) => {
        const { event } = read({ title, description });
        expect(event.summary).toBe(title);
        expect(event.description).toBe(description);
      }),
    );
  });
});

describe('the lines', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 300 });

  it('end with CRLF and have at most 75 octets, whatever is written', () => {
    fc.assert(
      fc.property(anything, anything, (title, description) => {
        const file = calendarFile({ ...EXAMPLE, title, description });
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
        expect(linesOf(file).filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
      }),
    );
  });

  it('are full before they are folded, and folded only where they must be', () => {
    // "SUMMARY:" has 8 octets.
    const summary = (title: string) => {
      const lines = linesOf(calendarFile({ ...EXAMPLE, title }));
      const start = lines.findIndex((line) => line.startsWith('SUMMARY:'));
      return lines.slice(
        start,
        lines.findIndex((line) => line.startsWith('DESCRIPTION:')),
      );
    };
    expect(summary('a'.repeat(67))).toEqual([`SUMMARY:${'a'.repeat(67)}`]);
    expect(summary('a'.repeat(68))).toEqual([`SUMMARY:${'a'.repeat(67)}`, ' a']);
    expect(summary('a'.repeat(67 + 74 + 1))).toEqual([`SUMMARY:${'a'.repeat(67)}`, ` ${'a'.repeat(74)}`, ' a']);
    // Not through the middle of a character of four octets.
    expect(summary(`${'a'.repeat(65)}🛑`)).toEqual([`SUMMARY:${'a'.repeat(65)}`, ' 🛑']);
  });

  it('cannot be added to by an id or address with a line end in it', () => {
    const plain = linesOf(calendarFile(EXAMPLE)).length;
    const lines = linesOf(calendarFile({ ...EXAMPLE, url: 'https://x.example/\r\nATTACH:x', uid: 'a\r\nATTACH:x' }));
    expect(lines).toHaveLength(plain);
    expect(lines.filter((line) => line.startsWith('ATTACH'))).toEqual([]);
  });
});
