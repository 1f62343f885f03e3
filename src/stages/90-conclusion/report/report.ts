/** Rows of facts; the first cell of a row names it. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a lab report is made of, whatever file it becomes. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly label: string; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly href: string }
  | ({ readonly kind: 'table' } & Table)
  | {
      readonly kind: 'figure';
      /** A whole SVG document, which names itself to who cannot see it. */
      readonly svg: string;
      /** What it shows, in a sentence. */
      readonly summary: string;
      /** Some of its values, for who cannot see it and for forms of the report that cannot draw it. */
      readonly values: Table;
    };

export interface ReportSection {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Report {
  readonly title: string;
  /** Who, when, where. */
  readonly about: readonly string[];
  readonly sections: readonly ReportSection[];
}
