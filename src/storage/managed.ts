import type { Stored } from './stored.ts';

/** What an organisation has set for its members' browsers. What is not there is the member's own. */
export type Managed = {
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** Null for never. */
  recheckDays?: Stored['reminders']['recheckDays'];
  showObjection?: boolean;
  /** A line on whom to ask. */
  contact?: string;
  /** Whether to open a page after the installation. */
  firstRun?: boolean;
};

/** What is stored, with what the organisation has set in place of the member's choice. For showing only: it is never stored itself. */
export function withManaged(stored: Stored, { country, recheckDays }: Managed): Stored {
  return {
    ...stored,
    region: country === undefined ? stored.region : { ...stored.region, country },
    reminders: recheckDays === undefined ? stored.reminders : { ...stored.reminders, recheckDays },
  };
}
