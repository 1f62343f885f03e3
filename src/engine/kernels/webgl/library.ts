import * as adamW from '../adamW/webgl';
import * as attention from '../attention/webgl';
import * as cachedAttention from '../cachedAttention/webgl';
import * as crossEntropy from '../crossEntropy/webgl';
import * as embedding from '../embedding/webgl';
import { gelu } from '../gelu/webgl';
import * as layerNorm from '../layerNorm/webgl';
import * as linear from '../linear/webgl';
import * as normLinear from '../normLinear/webgl';
import { beginProgram } from './program';
import type { KernelSource, Program } from './program';

/** Every program there is, by the name of its kernel. */
const SOURCES = {
  embed: embedding.embed,
  embedAsked: embedding.embedAsked,
  embedAskedRow: embedding.embedAskedRow,
  tokenGradient: embedding.tokenGradient,
  positionGradient: embedding.positionGradient,
  layerNorm: layerNorm.layerNorm,
  layerNormMoments: layerNorm.layerNormMoments,
  layerNormGradient: layerNorm.layerNormGradient,
  normShares: layerNorm.normShares,
  normGradients: layerNorm.normGradients,
  linear: linear.linear,
  linearAdd: linear.linearAdd,
  linearAddRow: linear.linearAddRow,
  product: linear.product,
  productTransposed: linear.productTransposed,
  productTransposedThroughGelu: linear.productTransposedThroughGelu,
  weightGradient: linear.weightGradient,
  gelu,
  attentionScores: attention.attentionScores,
  attentionSoftmax: attention.attentionSoftmax,
  attentionMix: attention.attentionMix,
  attentionScoresGradient: attention.attentionScoresGradient,
  attentionGradient: attention.attentionGradient,
  surprise: crossEntropy.surprise,
  crossEntropyGradient: crossEntropy.crossEntropyGradient,
  normAndLossShares: adamW.normAndLossShares,
  outcome: adamW.outcome,
  adamMean: adamW.adamMean,
  adamSquare: adamW.adamSquare,
  adamStep: adamW.adamStep,
  normLinear: normLinear.normLinear,
  normLinearGelu: normLinear.normLinearGelu,
  normUnembed: normLinear.normUnembed,
  normLinearRow: normLinear.normLinearRow,
  normLinearGeluRow: normLinear.normLinearGeluRow,
  normUnembedRow: normLinear.normUnembedRow,
  cachedAttention: cachedAttention.cachedAttention,
  cachedAttentionRow: cachedAttention.cachedAttentionRow,
} satisfies Readonly<Record<string, KernelSource>>;

export type ProgramName = keyof typeof SOURCES;

/** The linked programs of one context. */
export interface ProgramLibrary {
  run(name: ProgramName, ...call: Parameters<Program['run']>): void;
}

/**
 * Links every program. They depend on no size, so models of any shape share them.
 * @param tell called after each one
 * @throws Error when the driver refuses one
 */
export function linkPrograms(
  gl: WebGL2RenderingContext,
  tell: (ready: number, total: number) => void = () => undefined,
): ProgramLibrary {
  // All begin before any is waited for: drivers that can compile several at a time do.
  const pending = Object.entries(SOURCES).map(([name, source]) => [name, beginProgram(gl, source)] as const);
  const programs = new Map<string, Program>();
  for (const [name, { finish }] of pending) {
    programs.set(name, finish());
    tell(programs.size, pending.length);
  }
  return {
    run: (name, ...call) => {
      const program = programs.get(name);
      if (!program) throw new Error(`expected a program ${name}, got none`);
      program.run(...call);
    },
  };
}
