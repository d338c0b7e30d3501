const STRING = String.raw`"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const VALUE = `[[{]|${STRING}|${NUMBER}|true|false|null`;
const BLANK = /[ \t\n\r]*/y;

/**
 * Where a text stops being JSON, as "line:column" from 1. Browsers word it differently and do not always say. Not recursive, since a file
 * can be nested as deeply as it likes.
 */
export function faultIn(text: string): string {
  const ends: string[] = [];
  let allowed = VALUE;
  let at = 0;
  for (;;) {
    at += tokenAt(BLANK, text, at).length;
    const token = tokenAt(new RegExp(allowed, 'y'), text, at);
    if (!token) return place(text, at);
    at += token.length;
    if (token === '{' || token === '[') ends.push(token === '{' ? '}' : ']');
    if (token === '}' || token === ']') ends.pop();
    allowed = allowedAfter(token, allowed, ends.at(-1));
  }
}

/** What may come next; `end` closes what is open. Of a string, only what was allowed before tells whether it was a name. */
function allowedAfter(token: string, before: string, end: string | undefined): string {
  if (token === '{') return `${STRING}|}`;
  if (token === '[') return `${VALUE}|]`;
  if (token === ':') return VALUE;
  if (token === ',') return end === '}' ? STRING : VALUE;
  if (before === STRING || before === `${STRING}|}`) return token === '}' ? afterValue(end) : ':';
  return afterValue(end);
}

function afterValue(end: string | undefined): string {
  return end ? `,|${end}` : '$';
}

function tokenAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function place(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n');
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
