import type { LetterLanguage } from '../../objection/letter.ts';
import type { LetterEdit } from '../../storage/objection.ts';

/** A letter's text; null for none of the member's own. */
type Text = string | null;

/** What became of an edit: `outdated` where it was not made of what is stored by now. */
export type Outcome = 'kept' | 'outdated' | 'failed';

type Draft = {
  /** What is stored as far as this page knows, and what was made of it. */
  from: Text;
  to: Text;
  isKept: boolean;
  /** What was stored before, which the page may still be told of. */
  past: Text[];
};

/** How long to wait after the last key before a text is kept, in milliseconds. */
const KEEP_AFTER = 400;

/**
 * The letters of one objection as they are edited on a page, ahead of what is stored, which the page is told later. Only what was edited is kept, and
 * only in place of what it was made of: a newer draft from elsewhere is shown instead.
 */
export class Drafts {
  readonly #keep: (edit: LetterEdit) => Promise<Outcome>;
  readonly #changed: () => void;
  readonly #drafts = new Map<LetterLanguage, Draft>();
  /** Those that are on their way. */
  readonly #sent = new Map<LetterLanguage, Draft>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the last edit could not be kept; it stays here, and is tried again with the next. */
  failed = false;

  constructor(keep: (edit: LetterEdit) => Promise<Outcome>, changed: () => void) {
    this.#keep = keep;
    this.#changed = changed;
  }

  /** The text to show where this one is stored. */
  text(language: LetterLanguage, stored: Text): Text {
    const draft = this.#drafts.get(language);
    if (!draft) return stored;
    if (!draft.isKept || (stored !== draft.to && draft.past.includes(stored))) return draft.to;
    this.#drafts.delete(language);
    return stored;
  }

  /** Takes over what the member made of what is shown, to be kept after the last key or at once. */
  edit(language: LetterLanguage, stored: Text, to: Text, isAtOnce = false): void {
    this.text(language, stored);
    const draft = this.#drafts.get(language);
    const { from, past } = draft ?? { from: stored, past: [stored] };
    const isMadeOfKept = draft?.isKept === true;
    this.#drafts.set(language, {
      from: isMadeOfKept ? draft.to : from,
      past: isMadeOfKept ? [...past, draft.to] : past,
      ...{ to, isKept: false },
    });
    this.#changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keepNow(), isAtOnce ? 0 : KEEP_AFTER);
  }

  /** Keeps what is still waiting for that. */
  keepNow(): void {
    clearTimeout(this.#timer);
    for (const [language, draft] of this.#drafts) if (!draft.isKept) void this.#keepOne(language, draft);
  }

  async #keepOne(language: LetterLanguage, draft: Draft): Promise<void> {
    const before = this.#sent.get(language);
    this.#sent.set(language, draft);
    const outcome = await this.#keep({ language, from: before ? before.to : draft.from, to: draft.to });
    if (this.#sent.get(language) === draft) this.#sent.delete(language);
    const latest = this.#drafts.get(language);
    if (outcome === 'kept' && latest === draft) this.#drafts.set(language, { ...draft, isKept: true });
    else if (outcome === 'kept' && latest && !latest.isKept)
      this.#drafts.set(language, { ...latest, from: draft.to, past: [...latest.past, draft.to] });
    else if (outcome === 'outdated' && latest === draft) this.#drafts.delete(language);
    this.failed = outcome === 'failed';
    this.#changed();
  }
}
