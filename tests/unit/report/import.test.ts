import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { type Problem, parseReport } from '../../../src/report/import.ts';
import { REPORT_LIMITS } from '../../../src/report/limits.ts';
import { mergeReport } from '../../../src/report/merge.ts';
import type { ReportFile } from '../../../src/report/schema.ts';
import { DAY, failed, NOW, off, on, recordOf } from '../examples.ts';
import { fileOf, objection, storedWith } from './examples.ts';

const STORED = storedWith({
  settings: { [AI_TRAINING]: recordOf(on(NOW - DAY), off(NOW)), research: recordOf(failed('unstable')) },
  country: 'DE',
  marks: { research: { at: NOW, note: '' } },
  objection: objection(),
});
const TEXT = JSON.stringify(fileOf(STORED), null, 2);

function problem(text: string): Problem | null {
  const parsed = parseReport(text, NOW);
  return parsed.ok ? null : parsed.problem;
}

/** The file with one thing in it changed by hand. */
function edited(edit: (file: ReportFile) => unknown): string {
  const file = structuredClone(fileOf(STORED));
  edit(file);
  return JSON.stringify(file);
}

function set(target: object | undefined, name: string | number, value: unknown): void {
  Object.assign(target ?? {}, { [name]: value });
}

const history = (file: ReportFile) => file.evidence.settings[AI_TRAINING]?.history;

it('an own export is read as it was written', () => {
  expect(parseReport(TEXT, NOW)).toEqual({ ok: true, file: fileOf(STORED) });
});

/** Files as builds of their time exported them. They stay as they are: members keep theirs for years. */
const FROZEN = readdirSync(join(import.meta.dirname, 'frozen'));

describe('a file that was exported once can be read for ever', () => {
  it.each(FROZEN)('%s', (name) => {
    const parsed = parseReport(readFileSync(join(import.meta.dirname, 'frozen', name), 'utf8'), NOW);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    expect(history(parsed.file)?.map(({ state }) => state)).toEqual(['on', 'off']);
    expect(parsed.file.typed).toMatchObject({
      region: { country: 'DE' },
      objection: { current: { caseNumber: 'TS-1' } },
    });
  });

  it('and there is one of each version of the file', () => {
    expect(FROZEN).toEqual(
      Array.from({ length: fileOf(STORED).schemaVersion }, (_, index) => `report.v${index + 1}.json`),
    );
  });
});

describe('what is not JSON is refused with line and column', () => {
  it.each([
    ['', '1:1'],
    ['<html>', '1:1'],
    ['part,kind\r\n', '1:1'],
    ['{\n  "a": 1,\n  b: 2\n}', '3:3'],
    ['{"a" 1}', '1:6'],
    ['{"a": [1, 2,]}', '1:13'],
    ['{"a": undefined}', '1:7'],
    ['{"a": 1} {', '1:10'],
    ['{"a": 1}}', '1:9'],
    ['[1 2]', '1:4'],
    ['{"a": 01}', '1:8'],
    ['{"a": "b\n"}', '1:7'],
    ['{"a": {"b": [true, {}, []]', '1:27'],
    ['[}', '1:2'],
    ['{,}', '1:2'],
    ["{'a': 1}", '1:2'],
  ])('%j', (text, at) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(problem(text)).toEqual({ kind: 'not-json', at, found: '' });
  });

  it('a file cut off anywhere, never read in part', () => {
    for (let length = 0; length < TEXT.length; length += 7) {
      expect(problem(TEXT.slice(0, length))).toMatchObject({ kind: 'not-json' });
    }
    const lines = TEXT.slice(0, -1).split('\n');
    expect(problem(TEXT.slice(0, -1))?.at).toBe(`${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`);
  });

  it('a file nested without end', () => {
    expect(problem('['.repeat(100_000))).toEqual({ kind: 'not-json', at: '1:100001', found: '' });
    expect(problem(`["${'x'.repeat(1_000_000)}`)).toEqual({ kind: 'not-json', at: '1:2', found: '' });
  });
});

describe('what is no such file is refused', () => {
  it.each<[string, string, Problem['kind'], string, string]>([
    ['another version', edited((file) => set(file, 'schemaVersion', 4)), 'other-version', 'schemaVersion', '4'],
    ['no version', '{}', 'misfit', 'schemaVersion', ''],
    ['no object', '[]', 'misfit', '', '[]'],
    [
      'a time in words',
      edited((file) => set(history(file)?.[1], 'at', 'yesterday')),
      'misfit',
      'evidence.settings.ai-training.history[1].at',
      '"yesterday"',
    ],
    [
      'a state that is invalid',
      edited((file) => set(history(file)?.[0], 'state', 'unknown')),
      'misfit',
      'evidence.settings.ai-training.history[0].state',
      '"unknown"',
    ],
    ['something missing', edited((file) => set(file.typed, 'marks', undefined)), 'misfit', 'typed.marks', ''],
    ['something added', edited((file) => set(file.typed, 'extra', 7)), 'misfit', 'typed.extra', '7'],
    [
      'a name that is invalid',
      edited((file) => set(file.typed.marks, '<img src=x>', { at: NOW, note: '' })),
      'misfit',
      'typed.marks.<img src=x>',
      `{"at":${NOW},"note":""}`,
    ],
    [
      'a note too long',
      edited((file) => set(file.typed.marks.research, 'note', 'x'.repeat(501))),
      'misfit',
      'typed.marks.research.note',
      `"${'x'.repeat(79)}`,
    ],
    [
      'too many readings',
      edited((file) => set(file.evidence.settings[AI_TRAINING], 'history', Array(5001).fill(history(file)?.[0]))),
      'misfit',
      'evidence.settings.ai-training.history',
      expect.any(String),
    ],
    [
      'too many settings',
      edited((file) => {
        for (let n = 0; n < 201; n++) set(file.evidence.settings, `x${n}`, { history: [], failure: null });
      }),
      'misfit',
      'evidence.settings',
      expect.any(String),
    ],
    [
      'a reading from the future',
      edited((file) => set(history(file)?.[1], 'lastSeen', NOW + 2 * DAY)),
      'in-future',
      'evidence.settings.ai-training.history[1].lastSeen',
      String(NOW + 2 * DAY),
    ],
    [
      'a load from the future, which would be the latest word',
      edited((file) => set(history(file)?.[1], 'load', NOW + 2 * DAY)),
      'in-future',
      'evidence.settings.ai-training.history[1].load',
      String(NOW + 2 * DAY),
    ],
    [
      'a confirmation from the future',
      edited((file) => set(history(file)?.[1], 'confirmed', { at: NOW, load: NOW + 2 * DAY })),
      'in-future',
      'evidence.settings.ai-training.history[1].confirmed.load',
      String(NOW + 2 * DAY),
    ],
    [
      'a mark from the end of time',
      edited((file) => set(file.typed.marks.research, 'at', Number.MAX_SAFE_INTEGER)),
      'in-future',
      'typed.marks.research.at',
      String(Number.MAX_SAFE_INTEGER),
    ],
    [
      'an objection yet to be sent',
      edited((file) => set(file.typed.objection, 'earlier', [objection({ sentOn: '2030-01-01' })])),
      'in-future',
      'typed.objection.earlier[0]',
      '"2030-01-01"',
    ],
  ])('%s', (_, text, kind, at, found) => {
    expect(problem(text)).toEqual({ kind, at, found });
  });

  it('a file larger than any report, before it is looked at', () => {
    const text = `"${'ü'.repeat(REPORT_LIMITS.bytes / 2)}"`;
    expect(problem(text)).toEqual({ kind: 'too-big', at: '', found: String(REPORT_LIMITS.bytes + 2) });
  });
});

describe('a file of the first version', () => {
  type Old = { history: Record<string, unknown>[]; failure: Record<string, unknown> | null };

  /** What a browser of that time would have exported of the same. */
  function ofVersion1(edit: (record: Old) => void = () => {}): string {
    const { evidence, typed, ...file } = structuredClone(fileOf(STORED));
    const records = Object.entries(evidence.settings).map(([id, { history, failure }]) => {
      const old = history.map(
        ({ missing: _, recognisable: __, load: ___, confirmedBefore: ____, ...sighting }) => sighting,
      );
      const { recognisable: _____, ...oldFailure } = failure ?? {};
      const record: Old = { history: old, failure: failure && oldFailure };
      if (id === AI_TRAINING) edit(record);
      return [id, record];
    });
    const { recognised: _, ...others } = typed;
    return JSON.stringify({
      ...file,
      schemaVersion: 1,
      evidence: { settings: Object.fromEntries(records) },
      typed: others,
    });
  }

  it('is taken in, with nothing lost and nothing confirmed by today’s rules', () => {
    const parsed = parseReport(ofVersion1(), NOW);
    expect(parsed).toMatchObject({
      ok: true,
      file: { schemaVersion: 3, typed: { recognised: [], marks: STORED.marks.marks } },
    });
    if (!parsed.ok) return;
    expect(history(parsed.file)).toMatchObject([
      { state: 'on', at: NOW - DAY, confirmed: null, confirmedBefore: NOW - DAY, missing: 'whole' },
      { state: 'off', at: NOW, confirmed: null, confirmedBefore: NOW, missing: 'whole', load: NOW },
    ]);
    expect(parsed.file.evidence.settings.research?.failure).toMatchObject({ reason: 'unstable', recognisable: false });
  });

  it('adds nothing when it is brought in twice', () => {
    const parsed = parseReport(ofVersion1(), NOW);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const once = mergeReport(storedWith(), parsed.file);
    expect(mergeReport(once, parsed.file)).toEqual(once);
    expect(once.settings[AI_TRAINING]?.history.map(({ confirmedBefore }) => confirmedBefore)).toEqual([NOW - DAY, NOW]);
  });

  it.each<[string, (record: Old) => void, string]>([
    ['a time in words', ({ history }) => set(history[1], 'at', 'yesterday'), 'history[1].at'],
    ['a reading that is invalid', ({ history }) => set(history, 1, 7), 'history[1]'],
    ['a confirmation that is invalid', ({ history }) => set(history[1], 'confirmed', 7), 'history[1].confirmedBefore'],
  ])('with %s is refused, with the place', (_, edit, at) => {
    expect(problem(ofVersion1(edit))).toMatchObject({ kind: 'misfit', at: `evidence.settings.${AI_TRAINING}.${at}` });
  });

  it.each([
    '{"schemaVersion":1}',
    '{"schemaVersion":1,"evidence":7}',
    '{"schemaVersion":1,"evidence":{"settings":[]}}',
  ])('%s is refused, not thrown at', (text) => {
    expect(problem(text)?.kind).toBe('misfit');
  });
});

describe('what is harmless as a text', () => {
  it.each(['<script>alert(1)</script>', '=HYPERLINK("https://evil.example")', '__proto__', '\u202e'])(
    'stays a text: a note %j',
    (note) => {
      const parsed = parseReport(
        edited((file) => set(file.typed.marks.research, 'note', note)),
        NOW,
      );
      expect(parsed).toMatchObject({ ok: true, file: { typed: { marks: { research: { note } } } } });
    },
  );

  it('cannot reach the prototype of anything', () => {
    const text = TEXT.replace('"marks": {', '"marks": { "__proto__": { "at": 1, "note": "polluted" },').replace(
      '"settings": {',
      '"settings": { "constructor": { "history": [], "failure": null }, "__proto__": { "history": [], "failure": null },',
    );
    const parsed = parseReport(text, NOW);
    expect(parsed.ok).toBe(true);
    if (!parsed.ok) return;
    const after = mergeReport(storedWith(), parsed.file);
    expect(Object.getPrototypeOf(after.marks.marks)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(after.settings)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).note).toBeUndefined();
  });

  it('is refused where a prototype is put where none belongs', () => {
    expect(problem(TEXT.replace('"typed": {', '"typed": { "__proto__": {},'))).toMatchObject({
      kind: 'misfit',
      at: 'typed.__proto__',
    });
  });
});
