import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isInOverview, isInReport, onStoredChange } from '../../../../src/ui/browser/background.ts';

type Listener = (changes: Record<string, object>) => void;

const { listeners } = vi.hoisted(() => ({ listeners: new Set<unknown>() }));

vi.mock('webextension-polyfill', () => ({
  default: {
    storage: {
      onChanged: {
        addListener: (listener: unknown) => listeners.add(listener),
        removeListener: (listener: unknown) => listeners.delete(listener),
      },
    },
  },
}));

function tell(changes: Record<string, object>): void {
  for (const listener of listeners) (listener as Listener)(changes);
}

const CHANGED = { oldValue: { a: 1 }, newValue: { a: 2 } };
const WRITTEN = { oldValue: { a: 1 }, newValue: { a: 1 } };

beforeEach(() => listeners.clear());

describe('a page is told of what is stored', () => {
  it('once for each write that changes what concerns it, until it does not want to be', () => {
    const changed = vi.fn();
    const stop = onStoredChange(changed, isInReport);
    tell({ region: CHANGED, marks: CHANGED });
    tell({ unsaved: { newValue: [] } });
    expect(changed).toHaveBeenCalledTimes(2);
    stop();
    tell({ region: CHANGED });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('but not where what was written is what was there, as Firefox tells too', () => {
    const changed = vi.fn();
    onStoredChange(changed, isInReport);
    tell({ region: WRITTEN, 'setting:research': WRITTEN });
    expect(changed).not.toHaveBeenCalled();
    tell({ region: WRITTEN, 'setting:research': CHANGED });
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['setting:ai-training', true, true],
    ['setting:research', false, true],
    ['setting:ai-training:7', false, false],
    ['region', true, true],
    ['setAside', true, true],
    // Of the session, and of a policy.
    ['unsaved', true, true],
    ['country', true, true],
  ])('under "%s" in the overview: %s, in the report: %s', (key, overview, report) => {
    expect([isInOverview(key), isInReport(key)]).toEqual([overview, report]);
  });
});
