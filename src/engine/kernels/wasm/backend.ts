import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';

/** The backend that TensorFlow.js hands to a kernel, with its type. */
export function wasmBackend(backend: unknown): BackendWasm {
  if (backend instanceof BackendWasm) return backend;
  throw new TypeError('a wasm kernel was called by another backend; register it for wasm only');
}

/** A kernel's input of that name. */
export function inputOf(inputs: NamedTensorInfoMap, name: string): TensorInfo {
  const input = inputs[name];
  if (!input) throw new TypeError(`expected a kernel input ${name}, got ${Object.keys(inputs).join(', ')}`);
  return input;
}

/** Kernels may return several tensors; the ones used here return one. */
export function only(result: TensorInfo | TensorInfo[]): TensorInfo {
  const [first] = Array.isArray(result) ? result : [result];
  if (!first) throw new TypeError('expected a kernel to return a tensor, got none');
  return first;
}
