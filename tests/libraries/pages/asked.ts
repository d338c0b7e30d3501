/** What every page is asked to show, as `libraryPage` wrote it into the document. */

/** The element that a page draws its switch into. */
export const place = document.getElementById('library') as HTMLElement;

/** The words beside the switch. */
export const label = place.dataset.label as string;

/** Whether the switch is on at first. */
export const on = place.dataset.on === 'true';
