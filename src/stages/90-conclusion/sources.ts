/** Works that the words of the stages name in short, in the order of their years. */
export const SOURCES = [
  'sennrich2016',
  'radford2019',
  'brown2020',
  'chen2021',
  'ouyang2022',
  'grattafiori2024',
] as const;
