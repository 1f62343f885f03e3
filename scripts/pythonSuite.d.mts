export interface StudentProgram {
  /** `file/name`, unique. */
  readonly name: string;
  readonly source: string;
}
export declare const SUITE: string;
export declare function splitPrograms(file: string, text: string): StudentProgram[];
export declare function readPrograms(): StudentProgram[];
