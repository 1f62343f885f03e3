import { describe, expect, it } from 'vitest';
import { isOnlyHere } from '../../../src/app/onlyHere';

describe('an address that only this machine can open', () => {
  it.each([
    'http://localhost:5173/',
    'http://lesson.localhost/',
    'http://127.0.0.1:4178/a/',
    'http://127.1.2.3/',
    'http://[::1]:8080/',
    'http://0.0.0.0:8000/',
    'file:///home/teacher/dist/index.html',
  ])('is %s', (address) => {
    expect(isOnlyHere(new URL(address))).toBe(true);
  });

  it.each([
    'https://school.example/lesson/',
    'http://192.168.1.20:8000/',
    'http://[fe80::1]/',
    'https://localhost.example/',
    'https://127.example/',
  ])('is not %s', (address) => {
    expect(isOnlyHere(new URL(address))).toBe(false);
  });
});
