import '@tensorflow/tfjs-backend-cpu';
import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { Kernels, Matrix } from '../../src/engine/kernels/kernels';
import { claimBackwardKernels } from './kernelBackwardClaims';
import { createBench } from './kernelBench';
import type { Subject } from './kernelBench';
import { claimCachedKernels } from './kernelCachedClaims';
import { claimForwardKernels } from './kernelForwardClaims';
import { claimStoreKernels } from './kernelStoreClaims';

/**
 * Everything that kernels promise, on one device: that they compute what TensorFlow.js computes for the reference of
 * each on its cpu backend, over shapes that fill no tile.
 * @param open makes the kernels; they are freed after the claims
 */
export function claimKernels<M extends Matrix>(
  device: string,
  open: () => Kernels<M> | Promise<Kernels<M>>,
): void {
  describe(`the kernels on ${device}`, () => {
    let opened: Subject<M> | undefined;
    let backendBefore = '';
    beforeAll(async () => {
      const kernels = await open();
      opened = { kernels, bench: createBench(kernels) };
      backendBefore = getBackend();
      expect(await setBackend('cpu')).toBe(true);
    });
    afterAll(async () => {
      opened?.kernels.dispose();
      if (backendBefore) await setBackend(backendBefore);
    });
    const subject = (): Subject<M> => {
      if (!opened) throw new Error('kernels exist inside of tests only');
      return opened;
    };

    claimForwardKernels(subject);
    claimBackwardKernels(subject);
    claimStoreKernels(subject);
    claimCachedKernels(subject);
  });
}
