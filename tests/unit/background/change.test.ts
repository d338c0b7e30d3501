import { describe, expect, it } from 'vitest';
import { afterChange } from '../../../src/background/change.ts';
import { AI_TRAINING } from '../../../src/linkedin/ai-setting.ts';
import { reportFile } from '../../../src/report/export-json.ts';
import { TYPED_LIMITS } from '../../../src/storage/limits.ts';
import { NO_OBJECTION } from '../../../src/storage/nothing.ts';
import { NOW, off, recordOf, storedWith } from '../examples.ts';

const CIRCUMSTANCES = { managed: {}, era: 'era', now: NOW };
const FIRST = 'era 0';

const STORED = storedWith({ settings: { [AI_TRAINING]: recordOf(off()) } });

function storedAfter(message: Parameters<typeof afterChange>[1], stored = STORED) {
  const outcome = afterChange(stored, message, CIRCUMSTANCES);
  if (!outcome.ok) throw new Error(outcome.why);
  return outcome.stored;
}

function recognised(answer: 'yes' | 'no' | null, label = 'Tuku raraunga', language = 'mi') {
  return { type: 'recognise', setting: AI_TRAINING, label, language, answer } as const;
}

describe('what the member does', () => {
  it('changes only what it is about', () => {
    const changes = [
      [storedAfter({ type: 'choose-country', country: 'DE' }), 'region'],
      [storedAfter({ type: 'change-objection', objection: FIRST, changes: { caseNumber: '7' } }), 'objection'],
      [storedAfter({ type: 'set-reminders', recheckDays: 7, notify: false }), 'reminders'],
      [storedAfter({ type: 'mark', setting: 'research', note: '' }), 'marks'],
      [storedAfter(recognised('yes')), 'recognised'],
      [storedAfter({ type: 'seen-changes', until: NOW }), 'report'],
    ] as const;
    for (const [stored, about] of changes) {
      const changed = Object.entries(stored).filter(([key, value]) => value !== STORED[key as keyof typeof STORED]);
      expect(changed.map(([key]) => key)).toEqual([about]);
    }
  });

  it('puts the objection before aside when another is begun, and never an empty one', () => {
    const sent = storedAfter({ type: 'change-objection', objection: FIRST, changes: { caseNumber: '7' } });
    const another = { type: 'change-objection', objection: FIRST, changes: { replaced: true } } as const;
    const next = storedAfter(another, sent);
    const { current } = sent.objection;
    expect(next.objection).toEqual({
      version: 2,
      current: NO_OBJECTION,
      earlier: [{ ...current, replaced: true, changed: { ...current.changed, replaced: NOW } }],
    });
    // Asked for twice, as when the background died before it could answer.
    expect(afterChange(next, another, CIRCUMSTANCES)).toEqual({ ok: false, why: 'outdated' });
  });

  it('fixes the country with the day of sending, and asks nothing of what was sent when another is chosen', () => {
    const inGermany = storedAfter({ type: 'choose-country', country: 'DE' });
    const sending = { type: 'change-objection', objection: FIRST, changes: { sentOn: '2026-10-01' } } as const;
    const sent = storedAfter(sending, inGermany);
    expect(sent.objection.current).toMatchObject({ country: 'DE', sentOn: '2026-10-01' });
    const moved = storedAfter({ type: 'choose-country', country: 'US' }, sent);
    expect(moved.objection).toBe(sent.objection);
    expect(moved.region.country).toBe('US');
    const managed = afterChange(inGermany, sending, { ...CIRCUMSTANCES, managed: { country: 'FR' } });
    expect(managed.ok && managed.stored.objection.current.country).toBe('FR');
    const said = { ...sending, changes: { country: 'US' } };
    expect(storedAfter(said, moved).objection.current).toMatchObject({ country: 'US', sentOn: '2026-10-01' });
  });

  it('fixes the country of what an earlier version recorded as sent, before another is chosen', () => {
    const inGermany = storedAfter({ type: 'choose-country', country: 'DE' });
    const { current } = storedAfter(
      { type: 'change-objection', objection: FIRST, changes: { sentOn: '2026-10-01' } },
      inGermany,
    ).objection;
    const { country: _, ...changed } = current.changed;
    const open = {
      ...inGermany,
      objection: { version: 2 as const, current: { ...current, country: null, changed }, earlier: [] },
    };
    const moved = storedAfter({ type: 'choose-country', country: 'US' }, open);
    expect(moved.objection.current.country).toBe('DE');
    // Where none was chosen until now, it is the first that is.
    const nowhere = { ...open, region: STORED.region };
    expect(storedAfter({ type: 'choose-country', country: 'US' }, nowhere).objection).toBe(open.objection);
  });

  it('marks a setting with the time, and takes the mark away again', () => {
    const marked = storedAfter({ type: 'mark', setting: 'research', note: 'for my thesis' });
    expect(marked.marks.marks).toEqual({ research: { at: NOW, note: 'for my thesis' } });
    const unmarked = storedAfter({ type: 'mark', setting: 'research', note: null }, marked);
    // Not only gone: what another device still has must not bring it back.
    expect(unmarked.marks.marks).toEqual({ research: { at: NOW + 1, note: null } });
    expect(storedAfter({ type: 'mark', setting: 'research', note: null }, unmarked)).toBe(unmarked);
  });

  it('recognises a label with the time, changes its mind, and takes it back', () => {
    const yes = storedAfter(recognised('yes'));
    const about = { setting: AI_TRAINING, label: 'Tuku raraunga', language: 'mi', at: NOW };
    expect(yes.recognised.labels).toEqual([{ ...about, answer: 'yes' }]);
    expect(storedAfter(recognised('no'), yes).recognised.labels).toEqual([{ ...about, answer: 'no' }]);
    expect(storedAfter(recognised(null), yes).recognised.labels).toEqual([]);
    expect(storedAfter(recognised(null, 'Another'), yes)).toEqual(yes);
    expect(storedAfter(recognised('yes', 'Tuku raraunga', 'en'), yes).recognised.labels).toHaveLength(2);
  });

  it('recognises no more labels than a file may hold: the oldest makes room', () => {
    let stored = STORED;
    for (let n = 0; n < TYPED_LIMITS.recognised + 3; n++) stored = storedAfter(recognised('yes', `Label ${n}`), stored);
    const { labels } = stored.recognised;
    expect(labels.map(({ label }) => label)).toEqual(Array.from({ length: 50 }, (_, n) => `Label ${n + 3}`));
    // One of them said again is the newest, and pushes none out.
    const again = storedAfter(recognised('no', 'Label 9'), stored).recognised.labels;
    expect(again.map(({ label }) => label).slice(-1)).toEqual(['Label 9']);
    expect(again).toHaveLength(50);
  });

  it('never takes over what was recognised in another browser', () => {
    const text = JSON.stringify(reportFile(storedAfter(recognised('yes')), { version: '1', now: NOW }));
    expect(storedAfter({ type: 'import', text }, storedWith()).recognised.labels).toEqual([]);
  });

  it('brings in its own export without changing anything', () => {
    const text = JSON.stringify(reportFile(STORED, { version: '1', now: NOW }));
    expect(storedAfter({ type: 'import', text })).toEqual(STORED);
  });

  it('is refused with the reason, and for a file with the place', () => {
    expect(
      afterChange(
        STORED,
        { type: 'change-objection', objection: FIRST, changes: { sentOn: '2099-01-01' } },
        CIRCUMSTANCES,
      ),
    ).toEqual({
      ok: false,
      why: 'in-future',
    });
    expect(afterChange(STORED, { type: 'import', text: '{"schemaVersion": 4}' }, CIRCUMSTANCES)).toEqual({
      ok: false,
      why: 'file',
      problem: { kind: 'other-version', at: 'schemaVersion', found: '4' },
    });
    expect(STORED.settings[AI_TRAINING]).toEqual(recordOf(off()));
  });

  it('does not touch what the organisation has set, and the rest all the same', () => {
    const managed = { ...CIRCUMSTANCES, managed: { country: 'DE', recheckDays: 7 } as const };
    const refused = { ok: false, why: 'managed' };
    expect(afterChange(STORED, { type: 'choose-country', country: 'FR' }, managed)).toEqual(refused);
    expect(afterChange(STORED, { type: 'set-reminders', recheckDays: 90, notify: true }, managed)).toEqual(refused);
    const change = afterChange(STORED, { type: 'set-reminders', recheckDays: 7, notify: true }, managed);
    // The member's own interval stays for the day when the organisation's is gone.
    expect(change.ok && change.stored.reminders).toMatchObject({ recheckDays: 30, notify: true });
  });
});
