import { it } from 'vitest';
import { proseDocuments } from '../../../src/corpora/prose/stories';
import { codeDocuments } from '../../../src/corpora/code/snippets';
import { trainTokenizer, trainTokenizerFile } from '../../../src/engine/tokenizer/train';
import { createTokenizer } from '../../../src/engine/tokenizer/bytePairTokenizer';
function take(g: Iterator<string>, n: number) { const out: string[] = []; let l = 0; while (l < n) { const s = g.next().value as string; out.push(s); l += s.length; } return out; }
it('t', () => {
  let t = performance.now();
  const docs = [...take(proseDocuments({ seed: 1, split: 'train' } as never), 60000), ...take(codeDocuments({ seed: 1, split: 'train' }), 60000)];
  console.log('gen', performance.now() - t, docs.length, docs[0], docs.at(-1));
  for (let i = 0; i < 2; i++) { t = performance.now(); const g = trainTokenizer(docs, 512); g.next(); console.log('first', performance.now() - t); t = performance.now(); let max = 0; for (;;) { const q = performance.now(); const r = g.next(); max = Math.max(max, performance.now() - q); if (r.done) break; } console.log('rest', performance.now() - t, max); }
  const tk = createTokenizer(trainTokenizerFile(docs, 512));
  for (const s of ['def factorial(n):', 'def total(xs):\n    result = 0\n    for x in xs:\n        result += x\n    return result', 'def double(n):\n    return n * 2', 'def is_big(n):\n    if n > 100:\n        return True\n    return False'])
    console.log(s.length, tk.encode(s).length, tk.encode(s).map((i) => tk.decode([i])));
  console.log(tk.merges.slice(0, 30).map((m) => new TextDecoder().decode(tk.bytesOf(m.id))));
});
