/**
 * The language of the words and the writing of numbers, as a BCP 47 tag. The files of words carry it in their names.
 * The build reads it here; `LOCALE=de vite build` makes another one and puts its tag in this place.
 */
export const LOCALE: string = 'en';
