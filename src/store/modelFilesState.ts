/** A model as a file to keep, or why there is none: a sentence for the reader. */
export type ExportedModel =
  | { readonly ok: true; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: string };

/** What came of a file that the reader brought; `problem` is a sentence for the reader. */
export type ImportedModel =
  /** `kept`: whether it outlives the page, or why not. */
  | { readonly ok: true; readonly id: string; readonly kept: 'kept' | 'full' | 'unavailable' }
  | { readonly ok: false; readonly problem: string };

/** What the page may ask about models as files. */
export interface ModelFilesActions {
  /** Reads a saved point as a file to keep. */
  exportModel(id: string): Promise<ExportedModel>;
  /** Takes a model file in, which becomes the current model. */
  importModel(file: {
    readonly name: string;
    readonly size: number;
    arrayBuffer(): Promise<ArrayBuffer>;
  }): Promise<ImportedModel>;
  /** Deletes all points of a run, or the one model from a file. The run in the worker stays. */
  deleteModels(runId: string): Promise<void>;
}
