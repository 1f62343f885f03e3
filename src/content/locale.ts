/** The language of the words and the writing of numbers, as a BCP 47 tag. The files of words carry it in their names. */
export const LOCALE = 'en';
