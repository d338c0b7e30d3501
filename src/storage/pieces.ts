import { DAY } from '../time.ts';
import { pieceKey, settingKey } from './keys.ts';
import { NOTHING_EARLIER } from './nothing.ts';
import type { Earlier, SettingRecord, Sighting } from './setting-record.ts';
import type { StoredPiece, StoredSetting } from './stored.ts';

/** How many entries stay beside the setting: the last, and the one before, which a correction falls back to. */
const KEPT = 2;

/** The most that a piece holds, in bytes of its JSON; a single entry that is larger has one for itself. */
const PIECE_BYTES = 3000;

/** More changes than this in a day are not a member's; what flickers is kept no more closely. */
const CROWD = 50;

/** A setting with the last entries of its history, and the pieces that are to be written with it, by number. */
export type LaidOut = { record: SettingRecord; pieces: Map<number, Sighting[]> };

/**
 * Moves what is too much for the setting's own key into pieces: into the last one while that has room (`open`, null where there is none
 * or it could not be read), then into new ones. In a crowd of changes the oldest two make room instead, so that the newest word is always the last.
 */
export function laidOut(record: SettingRecord, open: Sighting[] | null): LaidOut {
  const pieces = new Map<number, Sighting[]>();
  let { history, earlier } = record;
  let last = open;
  while (history.length > KEPT) {
    const [oldest, ...rest] = history as [Sighting, ...Sighting[]];
    const day = dayAfter(earlier.day, oldest.at);
    if (day.entries > CROWD) {
      if (history.length < KEPT + 2) break;
      history = history.slice(2);
      continue;
    }
    const hasRoom = last !== null && bytesOf([...last, oldest]) <= PIECE_BYTES;
    const number = hasRoom ? earlier.pieces - 1 : earlier.pieces;
    last = hasRoom && last ? [...last, oldest] : [oldest];
    pieces.set(number, last);
    earlier = { ...withEntry(earlier, oldest), pieces: number + 1, day };
    history = rest;
  }
  return { record: { ...record, history, earlier, newest: newestWithin(record) }, pieces };
}

/** What is to be stored of a setting, by key. */
export function itemsOf(id: string, { record, pieces }: LaidOut): Record<string, StoredSetting | StoredPiece> {
  const { gaps: _, ...known } = record;
  const laid = [...pieces].map(([number, history]) => [pieceKey(id, number), { version: 1, history }]);
  return { [settingKey(id)]: { version: 1, ...known }, ...Object.fromEntries(laid) };
}

/** What is to be stored of a setting with its whole history, in place of so many pieces. Where something of it is missing stays known, but not where. */
export function laidAnew(
  id: string,
  record: SettingRecord,
  before: number,
): Record<string, StoredSetting | StoredPiece> {
  const first = record.gaps?.length ? 1 : 0;
  const laid = laidOut({ ...record, earlier: { ...NOTHING_EARLIER, pieces: first } }, null);
  const { pieces } = laid.record.earlier;
  const empty = (history: null | []): StoredPiece => ({ version: 1, history });
  const left = Array.from({ length: Math.max(0, before - pieces) }, (_, index) => [
    pieceKey(id, pieces + index),
    empty([]),
  ]);
  return { ...itemsOf(id, laid), ...(first ? { [pieceKey(id, 0)]: empty(null) } : {}), ...Object.fromEntries(left) };
}

/** A setting with one more piece of its history before what is there of it; null where that piece could not be read. */
export function withOlder(record: SettingRecord, piece: Sighting[] | null): SettingRecord {
  const { earlier, history, gaps = [] } = record;
  const pieces = earlier.pieces - 1;
  const older = piece ?? [];
  const moved = gaps.map((gap) => gap + older.length);
  return {
    ...record,
    history: [...older, ...history],
    earlier:
      pieces > 0 ? { ...earlier, pieces, entries: Math.max(0, earlier.entries - older.length) } : NOTHING_EARLIER,
    gaps: piece || moved[0] === 0 ? moved : [0, ...moved],
  };
}

/** What to say of pieces whose setting was lost. The gap at their end stands for what was beside it. */
export function recovered(pieces: Map<number, Sighting[] | null>): SettingRecord['earlier'] {
  const numbers = [...pieces.keys()].sort((a, b) => a - b);
  const entries = numbers.flatMap((number) => pieces.get(number) ?? []);
  return { ...entries.reduce(withEntry, NOTHING_EARLIER), pieces: (numbers.at(-1) ?? -1) + 2 };
}

/** Whether the setting's own page was read as off and it never was confirmed. */
export function isOffUnconfirmed({ state, via, confirmed, confirmedBefore }: Sighting): boolean {
  return state === 'off' && via === 'page' && confirmed === null && confirmedBefore === undefined;
}

/** The last entry must never be taken back into a piece. */
function newestWithin({ newest }: SettingRecord): SettingRecord['newest'] {
  return newest?.before && newest.before.added >= KEPT ? { ...newest, before: null } : newest;
}

function withEntry(earlier: Earlier, sighting: Sighting): Earlier {
  const { state, confirmed } = sighting;
  return {
    ...earlier,
    entries: earlier.entries + 1,
    everOn: earlier.everOn || state === 'on',
    endsUnconfirmed: isOffUnconfirmed(sighting),
    confirmedOff: state === 'off' && confirmed ? confirmed.at : earlier.confirmedOff,
  };
}

function dayAfter({ from, entries }: Earlier['day'], at: number): Earlier['day'] {
  return from <= at && at < from + DAY ? { from, entries: entries + 1 } : { from: at, entries: 1 };
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
