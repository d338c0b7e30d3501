/** What the extension's own pages may ask of the background. The background holds every message against the schema of this type. */
export type PageMessage = { type: 'overview' } | { type: 'choose-country'; country: string | null };
