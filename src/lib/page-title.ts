/** Id of the page's first heading, the target of Starlight's skip link. */
export const PAGE_TITLE_ID = '_top';
