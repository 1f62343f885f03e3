/** The part of @genai-fi/nanogpt 1.3.0 that the benchmark uses; `scripts/bench/peerPackage.ts` fetches the package. */
declare module '@genai-fi/nanogpt' {
  export interface Dataset {
    iterator(): Promise<{ next(): Promise<unknown> }>;
  }

  export interface TrainingJob {
    readonly history: readonly { readonly trainingMetrics: { readonly loss: number } }[] | null;
    readonly trainDataset?: Dataset;
  }

  export interface TrainingOptions {
    readonly method: { readonly type: 'pretraining' };
    readonly batchSize: number;
    readonly maxEpochs: number;
    readonly learningRate: number;
    readonly warmupSteps: number;
    readonly beta1: number;
    readonly beta2: number;
    readonly epsilon: number;
    readonly weightDecay: number;
  }

  export interface GenerateOptions {
    readonly input: string;
    readonly maxLength: number;
    readonly temperature: number;
    readonly nonConversational: boolean;
    readonly allowSpecial: boolean;
  }

  export interface GPTConfig {
    readonly modelType: 'GenAI_NanoGPT_v1';
    readonly vocabSize: number;
    readonly blockSize: number;
    readonly nLayer: number;
    readonly nHead: number;
    readonly nEmbed: number;
    readonly mlpFactor: number;
    readonly useRope: boolean;
  }

  export interface Tokeniser {
    readonly vocabSize: number;
  }

  export class TeachableLLM {
    static selectBackend(backend: 'webgl'): Promise<void>;
    static create(tokeniser: Tokeniser, config: GPTConfig): TeachableLLM;
    readonly status: string;
    readonly training: {
      job(
        options: TrainingOptions,
        tokens: Uint16Array[],
        datasets: readonly { readonly id: string; readonly name: string }[],
      ): Promise<TrainingJob>;
      on(event: 'error', listener: (id: string, error: Error) => void): void;
    };
    readonly responses: {
      create(options: GenerateOptions, wrote: () => void): Promise<unknown>;
      dispose(): void;
    };
  }

  export const tokenise: {
    readonly CharTokeniser: new (vocabulary: string[]) => Tokeniser;
  };
}
