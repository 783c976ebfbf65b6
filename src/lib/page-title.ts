/** The id that Starlight's skip link leads to: that of the page's first heading. */
export const PAGE_TITLE_ID = '_top';
