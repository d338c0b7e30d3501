import form from './form.json' with { type: 'json' };

/** LinkedIn's form for objecting to machine learning that the switch does not cover. */
export const OBJECTION_FORM: { name: string; url: string } = form;
