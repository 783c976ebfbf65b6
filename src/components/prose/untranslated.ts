/**
 * Attributes that keep translation by the browser away from a name, and let it into words within one. With a capital:
 * Preact would otherwise set a property, which takes every text for “yes”.
 */
export const untranslated: Readonly<Record<string, string>> = { Translate: 'no' };
export const translatedWithin: Readonly<Record<string, string>> = { Translate: 'yes' };
