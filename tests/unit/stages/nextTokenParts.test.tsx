import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { END_OF_TEXT } from '../../../src/engine/tokenizer/tokenizer';
import { Draw } from '../../../src/stages/40-prompt/Draw';
import { NextToken } from '../../../src/stages/40-prompt/NextToken';
import { numberAt } from '../../../src/stages/40-prompt/nextToken';
import { Player } from '../../../src/stages/40-prompt/Player';
import {
  isMoving,
  placeOf,
  PLAYER_START,
  playerAfter,
  type Playable,
  type PlayerMove,
  type PlayerState,
} from '../../../src/stages/40-prompt/usePlayer';
import { SETTINGS, token } from './answers';

const SIZE = 300;
const WRITTEN = 280;
const OTHER = 281;
const logits = new Float32Array(SIZE).fill(-30);
logits[WRITTEN] = 2;
logits[OTHER] = 1;
logits[END_OF_TEXT] = 0;
const vocabulary = Array.from({ length: SIZE }, (_, id) => `t${id}`);
vocabulary[OTHER] = '\n    return';
const place = { ...token(WRITTEN, 't280'), index: 3, logits };
const all = { ...SETTINGS, temperature: 1, topK: 0, topP: 1 };

const plain = (markup: string): string => markup.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|');
const next = (settings: typeof all, onTakeRoad: ((id: number) => void) | null = null): string =>
  renderToStaticMarkup(<NextToken {...{ token: place, vocabulary, settings, onTakeRoad }} />);
const draw = (settings: typeof all, isGiven = false): string =>
  renderToStaticMarkup(<Draw {...{ token: place, vocabulary, settings, isGiven }} />);

describe('the table of what could come next', () => {
  it('has a caption, a header for each column and each row, and a row for all the others', () => {
    const markup = next(all);
    expect(markup).toContain('<caption');
    expect(markup.match(/scope="col"/g)?.length).toBe(3);
    expect(markup.match(/scope="row"/g)?.length).toBe(13);
    expect(plain(markup)).toContain('288 others');
  });

  it('shows line breaks and spaces, and says them', () => {
    expect(plain(next(all))).toContain('|⏎|····|return|new line 4 spaces return|');
  });

  it('marks the written token, and what the settings cut', () => {
    const markup = next({ ...all, topK: 1 });
    expect(plain(markup)).toContain('Only 1 of 300 tokens can be drawn.');
    expect(markup.match(/data-written=""/g)?.length).toBe(1);
    expect(markup.match(/data-cut=""/g)?.length).toBe(12);
    expect(plain(markup)).toContain('|24.5%|cut|');
  });

  it('offers a road for every other token, and none where no road can be taken', () => {
    const markup = next(all, vi.fn());
    expect(markup.match(/aria-label="take this road: /g)?.length).toBe(11);
    expect(markup).toContain('aria-label="take this road: new line 4 spaces return"');
    expect(markup).toContain('aria-label="take this road: end of text"');
    expect(next(all)).not.toContain('take this road: ');
  });
});

describe('the draw in words', () => {
  const number = numberAt(all.seed, 3).toFixed(4);

  it('tells the number and the token it lands on', () => {
    expect(plain(draw({ ...all, topK: 1 }))).toContain(
      `The seed’s number here is ${number}; it lands on |t280|t280|.`,
    );
  });

  it('tells what was written where the number lands elsewhere now', () => {
    const landsElsewhere = Array.from({ length: 500 }, (_, seed) => ({ ...all, seed })).find(
      ({ seed }) => numberAt(seed, 3) < 0.05,
    );
    const words = plain(draw(landsElsewhere ?? all));
    expect(words).toContain('it lands on |end of text|.');
    expect(words).toContain('When the answer was written, it was |t280|t280|.');
  });

  it('says that nothing is drawn at temperature 0, and drops no pointer', () => {
    const markup = draw({ ...all, temperature: 0 });
    expect(plain(markup)).toContain(
      'At temperature 0 nothing is drawn. The likeliest token is taken: |t280|',
    );
    expect(markup).not.toContain('left:73.6');
    expect(draw(all)).toContain('left:73.6');
  });

  it('does not call a given token drawn', () => {
    const words = plain(draw({ ...all, topK: 1 }, true));
    expect(words).toContain('the text was told to go on with |t280|');
    expect(words).toContain(`Without that, the seed’s number ${number} would land on |t280|`);
  });
});

describe('the player', () => {
  const done: Playable = { count: 4, isStreaming: false, rest: 1 };
  const writing: Playable = { count: 4, isStreaming: true, rest: 3 };
  const after = (on: Playable, ...moves: PlayerMove['type'][]): PlayerState =>
    moves.reduce<PlayerState>(
      (state, type) => playerAfter(state, type === 'goTo' ? { type, place: 2 } : { type }, on),
      PLAYER_START,
    );

  it('follows the end while the model writes, and rests when it is done', () => {
    expect(placeOf(PLAYER_START, writing)).toBe(3);
    expect(placeOf(PLAYER_START, { ...writing, count: 9 })).toBe(8);
    expect(placeOf(PLAYER_START, done)).toBe(1);
    expect(placeOf(PLAYER_START, { ...done, count: 0 })).toBeNull();
  });

  it('steps within the text', () => {
    expect(after(done, 'back', 'back', 'back').held).toBe(0);
    expect(after(done, 'forward', 'forward', 'forward', 'forward').held).toBe(3);
  });

  it('stays where the reader went while more is written', () => {
    const state = after(writing, 'back');
    expect(placeOf(state, { ...writing, count: 40 })).toBe(2);
    expect(isMoving(state, writing)).toBe(false);
  });

  it('pauses a text that is being written, and follows it again from its end', () => {
    expect(after(writing, 'toggle')).toEqual({ held: 3, isTicking: false });
    expect(after(writing, 'toggle', 'toggle')).toEqual(PLAYER_START);
    expect(after(writing, 'back', 'toEnd')).toEqual(PLAYER_START);
  });

  it('plays to the end and stops there, or goes on with the model', () => {
    expect(after(done, 'goTo', 'toggle')).toEqual({ held: 2, isTicking: true });
    expect(after(done, 'goTo', 'toggle', 'tick')).toEqual({ held: 3, isTicking: false });
    expect(after(writing, 'goTo', 'toggle', 'tick')).toEqual(PLAYER_START);
  });

  it('plays from the beginning when it stands at the end', () => {
    expect(after(done, 'toEnd', 'toggle')).toEqual({ held: 0, isTicking: true });
  });

  it('forgets its place when an answer begins anew', () => {
    expect(playerAfter({ held: 3, isTicking: true }, { type: 'reset' }, { ...done, count: 0 })).toBe(
      PLAYER_START,
    );
  });

  it('has named buttons, off but in reach at the ends, and announces nothing', () => {
    const move = vi.fn();
    const player = { place: 3, count: 4, isPlaying: false, isHeld: true, goTo: move };
    const moves = { back: move, forward: move, toEnd: move, toggle: move, reset: move };
    const markup = renderToStaticMarkup(<Player player={{ ...player, ...moves }} />);
    const names = [...markup.matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(['Token by token', 'One token back', 'Play', 'One token on', 'To the end']);
    expect(markup.match(/aria-disabled="true"/g)?.length).toBe(2);
    expect(markup).not.toMatch(/aria-live|role="status"| disabled/);
    expect(plain(markup)).toContain('token 4 of 4');
  });
});
