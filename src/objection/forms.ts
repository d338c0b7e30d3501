import forms from './forms.json' with { type: 'json' };

type Form = { name: string; url: string };

/** LinkedIn's pages around the objection: the form itself, the request for what is held, and the export of it. */
export const FORMS: Record<'objection' | 'access' | 'export', Form> = forms;
