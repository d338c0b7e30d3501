import { ago, dateTime } from '../format.ts';
import { quotable } from '../linkedin/quotable.ts';
import type { Reason } from '../linkedin/reasons.ts';
import type { Sighting } from '../storage/setting-record.ts';
import type { Label as AskedLabel } from '../verdict/recognise.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { type MessageKey, t, tCode } from '../words.ts';
import { Help } from './Help.tsx';
import { Mark } from './Mark.tsx';
import { Quote } from './Quote.tsx';

type Props = {
  verdict: Verdict;
  /** The label that is asked about elsewhere on the page, and so not quoted here as well. */
  question?: AskedLabel | null;
  now: number;
  level?: 1 | 3;
};

/** The verdict in large letters and, below it, what it rests on. */
export function Answer({ verdict, question = null, now, level = 1 }: Props) {
  const { name, fresh, sighting, failure } = verdict;
  const { headline, explanation } = wording(verdict);
  const Heading = `h${level}` as const;
  return (
    <header class="answer" aria-live="polite">
      <Mark verdict={verdict} />
      <Heading class="headline">{t(headline)}</Heading>
      <p class="lead">{explanation}</p>
      {name === 'exempt' && <Help term="exempt" />}
      {name === 'opted-out' && !fresh && !failure && <Help term="stale" />}
      {sighting && <Evidence sighting={sighting} question={question} now={now} />}
      {sighting && failure && (
        <p class="note">{t('failed_later', dateTime(failure.at), reasonSentence(failure.reason))}</p>
      )}
      {!sighting && failure && <p class="note">{t('tried_at', dateTime(failure.at), ago(failure.at, now))}</p>}
      {!sighting && failure && quotable(failure.label) !== '' && failure.label !== question?.label && (
        <Label text={failure.label} language={failure.language} />
      )}
      {!sighting && failure && quotable(failure.word) !== '' && (
        <Quote intro={t('value_intro')} text={failure.word} language={failure.language} />
      )}
    </header>
  );
}

function wording(verdict: Verdict): { headline: MessageKey; explanation: string } {
  const { name, fresh, reason, sighting, failure, againAfter } = verdict;
  switch (name) {
    case 'opted-in':
      if (againAfter !== null && sighting) {
        const explanation = t('explain_on_again', dateTime(againAfter), dateTime(sighting.at));
        return { headline: 'headline_on_again', explanation };
      }
      return { headline: 'headline_opted_in', explanation: t('explain_opted_in') };
    case 'opted-out':
      if (failure) return { headline: 'headline_opted_out_stale', explanation: t('explain_opted_out_failed') };
      return fresh
        ? { headline: 'headline_opted_out', explanation: t('explain_opted_out') }
        : { headline: 'headline_opted_out_stale', explanation: t('explain_opted_out_stale') };
    case 'unconfirmed':
      if (sighting?.confirmedBefore !== undefined && !failure) {
        const explanation = t('explain_confirmed_before', dateTime(sighting.confirmedBefore));
        return { headline: 'headline_unconfirmed', explanation };
      }
      return {
        headline: 'headline_unconfirmed',
        explanation: t(sighting?.via === 'list' ? 'explain_unconfirmed_list' : 'explain_unconfirmed'),
      };
    case 'exempt':
      return { headline: 'headline_exempt', explanation: t('explain_exempt') };
    case 'not-checked':
      return { headline: 'headline_not_checked', explanation: t('explain_not_checked') };
    case 'unknown':
      return { headline: 'headline_unknown', explanation: reason ? reasonSentence(reason) : '' };
  }
}

function Evidence({ sighting, question, now }: { sighting: Sighting; question: AskedLabel | null; now: number }) {
  const { label, state, lastSeen, confirmed, layoutDescribed, wordsKnown, language, via } = sighting;
  return (
    <>
      {label !== question?.label && <Label text={label} language={language} />}
      <dl class="evidence">
        <div>
          <dt>{t('evidence_switch')}</dt>
          <dd>{t(state === 'on' ? 'switch_on' : 'switch_off')}</dd>
        </div>
        <div>
          <dt>{t('evidence_read')}</dt>
          <dd>{t('punctuation_aside', dateTime(lastSeen), ago(lastSeen, now))}</dd>
        </div>
        {/* What matters less makes room for the question, which is to be seen at first glance. */}
        {!question && (
          <>
            <div>
              <dt>{t('evidence_confirmed')}</dt>
              <dd>
                {confirmed ? t('confirmed_yes', dateTime(confirmed.at)) : t('confirmed_no')}
                <Help term="confirmed" />
              </dd>
            </div>
            <div>
              <dt>{t('evidence_account')}</dt>
              <dd>{t('account_signed_in_then')}</dd>
            </div>
          </>
        )}
      </dl>
      {via === 'list' && <p class="note">{t('seen_in_list')}</p>}
      {!wordsKnown && via === 'page' && !question && <p class="note">{t('words_unknown')}</p>}
      {!layoutDescribed && <p class="note">{t('layout_unknown')}</p>}
    </>
  );
}

/** LinkedIn's own label as it was read. */
function Label({ text, language }: { text: string; language: string }) {
  if (quotable(text) === '') return <p class="note">{t('label_none')}</p>;
  return <Quote intro={t('label_intro')} text={text} language={language} />;
}

/** What a reason means to a member. */
export function reasonSentence(reason: Reason): string {
  return tCode('reason', reason);
}
