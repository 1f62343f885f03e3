import type { GPTConfig } from '../../src/engine/config';
import type { Batch } from '../../src/engine/data/batch';
import {
  at,
  attention,
  attentionBackward,
  crossEntropy,
  gelu,
  geluBackward,
  layerNorm,
  layerNormBackward,
  linear,
  linearBackward,
} from './twinLayers';
import type { Heads, Numbers } from './twinLayers';

/** Parameters or gradients by the engine's names. */
export type TwinParams = ReadonlyMap<string, Numbers>;

export interface TwinRun {
  /** (B*T, V) */
  readonly logits: Numbers;
  readonly loss: number;
  readonly gradients: TwinParams;
}

function sumOf(a: Numbers, b: Numbers): Numbers {
  return a.map((value, i) => value + at(b, i));
}

/** Collects gradients: a parameter used twice gets the sum. */
class Gradients {
  readonly byName = new Map<string, Numbers>();

  add(name: string, gradient: Numbers): void {
    const before = this.byName.get(name);
    this.byName.set(name, before ? sumOf(before, gradient) : gradient);
  }
}

/** A layer's output and the way back through it. */
interface Applied {
  readonly y: Numbers;
  readonly back: (dy: Numbers) => Numbers;
}

/** The model's layers bound to its parameters. */
class TwinModel {
  readonly gradients = new Gradients();

  constructor(
    private readonly config: GPTConfig,
    private readonly params: TwinParams,
    private readonly heads: Heads,
  ) {}

  get(name: string): Numbers {
    const values = this.params.get(name);
    if (!values) throw new RangeError(`no parameter ${name}`);
    return values;
  }

  linear(name: string, x: Numbers): Applied {
    const w = this.get(`${name}.w`);
    const b = this.get(`${name}.b`);
    const back = (dy: Numbers): Numbers => {
      const { dx, dw, db } = linearBackward(x, w, dy, b.length);
      this.gradients.add(`${name}.w`, dw);
      this.gradients.add(`${name}.b`, db);
      return dx;
    };
    return { y: linear(x, w, b), back };
  }

  norm(name: string, x: Numbers): Applied {
    const g = this.get(`${name}.g`);
    const back = (dy: Numbers): Numbers => {
      const { dx, dg, db } = layerNormBackward(x, g, dy);
      this.gradients.add(`${name}.g`, dg);
      this.gradients.add(`${name}.b`, db);
      return dx;
    };
    return { y: layerNorm(x, g, this.get(`${name}.b`)), back };
  }

  attention(name: string, x: Numbers): Applied {
    const qkv = this.linear(`${name}.cAttn`, x);
    const projected = this.linear(`${name}.cProj`, attention(qkv.y, this.heads));
    const back = (dy: Numbers): Numbers => qkv.back(attentionBackward(qkv.y, projected.back(dy), this.heads));
    return { y: projected.y, back };
  }

  mlp(name: string, x: Numbers): Applied {
    const widened = this.linear(`${name}.cFc`, x);
    const projected = this.linear(`${name}.cProj`, gelu(widened.y));
    return { y: projected.y, back: (dy) => widened.back(geluBackward(widened.y, projected.back(dy))) };
  }

  block(name: string, x: Numbers): Applied {
    const ln1 = this.norm(`${name}.ln1`, x);
    const attended = this.attention(`${name}.attn`, ln1.y);
    const middle = sumOf(x, attended.y);
    const ln2 = this.norm(`${name}.ln2`, middle);
    const thought = this.mlp(`${name}.mlp`, ln2.y);
    const back = (dy: Numbers): Numbers => {
      const dMiddle = sumOf(dy, ln2.back(thought.back(dy)));
      return sumOf(dMiddle, ln1.back(attended.back(dMiddle)));
    };
    return { y: sumOf(middle, thought.y), back };
  }

  embed(ids: ArrayLike<number>): Applied {
    const { B, T, C } = this.heads;
    const wte = this.get('wte');
    const wpe = this.get('wpe');
    const y = new Float64Array(B * T * C);
    for (let n = 0; n < B * T; n++) {
      for (let c = 0; c < C; c++) y[n * C + c] = at(wte, at(ids, n) * C + c) + at(wpe, (n % T) * C + c);
    }
    const back = (dy: Numbers): Numbers => {
      const dWte = new Float64Array(wte.length);
      const dWpe = new Float64Array(wpe.length);
      for (let n = 0; n < B * T; n++) {
        for (let c = 0; c < C; c++) {
          const token = at(ids, n) * C + c;
          const position = (n % T) * C + c;
          dWte[token] = at(dWte, token) + at(dy, n * C + c);
          dWpe[position] = at(dWpe, position) + at(dy, n * C + c);
        }
      }
      this.gradients.add('wte', dWte);
      this.gradients.add('wpe', dWpe);
      return dy;
    };
    return { y, back };
  }

  /** The tied head: logits[n, v] = x[n] . wte[v]. */
  head(x: Numbers): Applied {
    const { vocabSize: V, nEmbd: C } = this.config;
    const wte = this.get('wte');
    const transposed = new Float64Array(wte.length);
    for (let v = 0; v < V; v++) for (let c = 0; c < C; c++) transposed[c * V + v] = at(wte, v * C + c);
    const back = (dy: Numbers): Numbers => {
      const { dx, dw } = linearBackward(x, transposed, dy, V);
      const dWte = new Float64Array(wte.length);
      for (let v = 0; v < V; v++) for (let c = 0; c < C; c++) dWte[v * C + c] = at(dw, c * V + v);
      this.gradients.add('wte', dWte);
      return dx;
    };
    return { y: linear(x, transposed, new Float64Array(V)), back };
  }
}

/** Runs the whole model forward and backward on one batch. */
export function runTwin(
  config: GPTConfig,
  params: TwinParams,
  { B, T, ids, targets, lossMask }: Batch,
): TwinRun {
  const { nLayer, nHead, nEmbd: C } = config;
  const model = new TwinModel(config, params, { B, T, nHead, C });
  const layers: Applied[] = [model.embed(ids)];
  const output = (): Numbers => layers.at(-1)?.y ?? new Float64Array();
  for (let layer = 0; layer < nLayer; layer++) layers.push(model.block(`h.${layer}`, output()));
  layers.push(model.norm('lnF', output()));
  layers.push(model.head(output()));
  const logits = output();
  const { loss, dLogits } = crossEntropy(logits, targets, lossMask);
  layers.reduceRight<Numbers>((dy, layer) => layer.back(dy), dLogits);
  return { logits, loss, gradients: model.gradients.byName };
}
