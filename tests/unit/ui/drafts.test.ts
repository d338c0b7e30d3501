import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LetterEdit, ObjectionRecord } from '../../../src/storage/objection.ts';
import { withLetter } from '../../../src/storage/objections.ts';
import { Drafts, type Outcome } from '../../../src/ui/guide/drafts.ts';
import { NOW } from '../examples.ts';
import { objection } from '../report/examples.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An objection that several pages edit. Each is told what is stored only when it looks. */
class Shared {
  record: ObjectionRecord = objection();
  readonly asked: LetterEdit[] = [];
  isFull = false;

  page() {
    let known = this.record;
    const drafts = new Drafts(
      (edit) => this.#keep(edit),
      () => {},
    );
    const stored = () => known.letters.en ?? null;
    return {
      drafts,
      look: () => {
        known = this.record;
      },
      shown: () => drafts.text('en', stored()),
      type: (text: string | null) => drafts.edit('en', stored(), text),
    };
  }

  async #keep(edit: LetterEdit): Promise<Outcome> {
    this.asked.push(edit);
    if (this.isFull) return 'failed';
    const after = withLetter(this.record, edit, NOW);
    if (!after) return 'outdated';
    this.record = after;
    return 'kept';
  }
}

const afterLastKey = () => vi.advanceTimersByTimeAsync(400);

describe('a letter that is edited', () => {
  it('is kept after the last key, and only what was edited', async () => {
    const shared = new Shared();
    const { drafts, type, shown } = shared.page();
    type('N');
    type('No.');
    expect(shown()).toBe('No.');
    await afterLastKey();
    expect(shared.asked).toEqual([{ language: 'en', from: null, to: 'No.' }]);
    drafts.keepNow();
    expect(shared.asked).toHaveLength(1);
  });

  it('stands as it was typed until the page is told of it, however late', async () => {
    const shared = new Shared();
    const page = shared.page();
    page.type('No.');
    await afterLastKey();
    expect(page.shown()).toBe('No.');
    page.type('No. Never.');
    await afterLastKey();
    expect(page.shown()).toBe('No. Never.');
    page.look();
    expect(page.shown()).toBe('No. Never.');
    expect(shared.record.letters).toEqual({ en: 'No. Never.' });
  });

  it('is kept whole when the page goes while an earlier text is on its way', async () => {
    const shared = new Shared();
    const page = shared.page();
    page.type('No.');
    vi.advanceTimersByTime(400);
    page.type('No. Never.');
    page.drafts.keepNow();
    await afterLastKey();
    expect(shared.record.letters).toEqual({ en: 'No. Never.' });
  });

  it('on an older page that was left alone never takes the place of a newer one when that page goes', async () => {
    const shared = new Shared();
    const [older, newer] = [shared.page(), shared.page()];
    older.type('Old.');
    await afterLastKey();
    newer.look();
    newer.type('New.');
    await afterLastKey();
    older.drafts.keepNow();
    await afterLastKey();
    expect(shared.record.letters).toEqual({ en: 'New.' });
    older.look();
    expect(older.shown()).toBe('New.');
  });

  it('of what is not stored any more gives way to the newer one', async () => {
    const shared = new Shared();
    const [one, other] = [shared.page(), shared.page()];
    one.type('One.');
    await afterLastKey();
    other.type('Other.');
    await afterLastKey();
    expect(shared.record.letters).toEqual({ en: 'One.' });
    other.look();
    expect(other.shown()).toBe('One.');
  });

  it('that could not be kept stays, says so, and is kept with the next key', async () => {
    const shared = new Shared();
    shared.isFull = true;
    const page = shared.page();
    page.type('No.');
    await afterLastKey();
    expect([page.shown(), page.drafts.failed]).toEqual(['No.', true]);
    shared.isFull = false;
    page.type('No. Never.');
    await afterLastKey();
    expect([page.drafts.failed, shared.record.letters]).toEqual([false, { en: 'No. Never.' }]);
  });

  it('is the draft of ours again once the member wants that', async () => {
    const shared = new Shared();
    const page = shared.page();
    page.type('No.');
    await afterLastKey();
    page.look();
    page.type(null);
    expect(page.shown()).toBeNull();
    await afterLastKey();
    expect(shared.record.letters).toEqual({});
  });
});
