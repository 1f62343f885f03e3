/** What a lab report is made of, whatever file it becomes. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly label: string; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly href: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      /** The first cell of a row names it. */
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'figure';
      /** A whole SVG document. */
      readonly svg: string;
      /** What it shows, in a sentence. */
      readonly summary: string;
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
