import { addDays, formatISO, parseISO } from 'date-fns';

const MAX_OCTETS = 75;
const utf8 = new TextEncoder();

/**
 * An all-day event as an iCalendar file (RFC 5545): CRLF, lines folded at 75 octets, text escaped. `day` as "2027-01-31"; `stamp`, the
 * moment of writing, in ms since 1970; reminds once, whole days before. A writer of its own because the maintained ones bring schema
 * libraries of many times its size.
 */
export function calendarFile(event: {
  uid: string;
  day: string;
  title: string;
  description: string;
  url: string;
  stamp: number;
  remindDaysBefore: number;
}): string {
  const start = parseISO(event.day);
  const title = escapeText(event.title);
  const properties = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Untrained//Untrained//EN',
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${new Date(event.stamp).toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${basicDay(start)}`,
    // The end is not part of the event: RFC 5545, 3.6.1.
    `DTEND;VALUE=DATE:${basicDay(addDays(start, 1))}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    `URL:${event.url}`,
    // Otherwise the member would be shown as busy all day.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${title}`,
    `TRIGGER:-P${event.remindDaysBefore}D`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return properties.map((property) => `${fold(property)}\r\n`).join('');
}

function basicDay(date: Date): string {
  return formatISO(date, { format: 'basic', representation: 'date' });
}

/** RFC 5545, 3.3.11: TEXT. */
function escapeText(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

/** RFC 5545, 3.1: long lines go on after a line break and a space. Control characters would end a line, or have no place in one. */
function fold(property: string): string {
  let folded = '';
  let octets = 0;
  for (const character of property.replace(/\p{Cc}/gu, ' ')) {
    const size = utf8.encode(character).length;
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
