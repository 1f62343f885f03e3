import { describe, expect, it } from 'vitest';
import { TERMS, termsSaying } from '../../../src/app/glossaryTerms';

describe('the glossary', () => {
  it('stands in the order of the alphabet, and every term leads to a stage', () => {
    const names = TERMS.map(({ name }) => name);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(TERMS.filter(({ stages }) => stages.length === 0)).toEqual([]);
  });

  it('leads from a term to the stages whose words link to it, in teaching order', () => {
    const [merge] = termsSaying('merge');
    expect(merge?.stages.map(({ id }) => id)).toEqual(['tokenize']);
    const [weights] = termsSaying('weights');
    expect(weights?.stages.map(({ id }) => id).slice(0, 3)).toEqual(['start', 'pretrain', 'fine-tune']);
  });

  it('finds what is called so before what only mentions it, whatever the case', () => {
    const found = termsSaying(' TOKEN ').map(({ id }) => id);
    expect(found.slice(0, 3)).toEqual(['next-token prediction', 'token', 'tokenizer']);
    expect(found).toContain('vocabulary');
    expect(termsSaying('xylophone')).toEqual([]);
    expect(termsSaying('')).toHaveLength(TERMS.length);
  });
});
