import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

type Props = { summary: string; children(): ComponentChildren };

/** What is long and seldom wanted: made when it is opened, since over years of readings it is most of the report. */
export function WhenOpened({ summary, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
