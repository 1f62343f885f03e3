import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { BOOT_SCRIPT } from '../src/workers/python/bootScript.ts';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What the built page may do: run its own scripts, talk to its own origin, and hold the one frame of the Python
 * sandbox, which inherits this policy and narrows it. Styles may be inline: charts place their labels with them.
 */
const POLICY = [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' ${sha256(BOOT_SCRIPT)}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Adds the policy to the built page; the development server needs inline scripts and sockets. */
export function policyPlugin(): Plugin {
  return {
    name: 'policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
