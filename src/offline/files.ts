/** What the service worker keeps, under which names, for the worker and for the page. */

/** A file of the app, as the build lists it. */
export interface OfflineFile {
  /** Relative to the page; empty for the page itself. */
  readonly path: string;
  readonly bytes: number;
  /** `sha256-…`: the browser checks with it what arrives, and it tells the versions of a file apart. */
  readonly integrity: string;
  /** 'app' is kept from the first visit on, 'class' when the reader asks for it. */
  readonly part: 'app' | 'class';
}

/** What the page may ask its worker: for the list of files, or to take over from an older one. */
export type Question = 'files' | 'take over';

/**
 * Why a newer worker does not take over: the page is open in another window, which must keep its version, or some of
 * what this device was prepared with is not here in the new version.
 */
export type Refusal = 'inUse' | 'incomplete';

export const isRefusal = (value: unknown): value is Refusal => value === 'inUse' || value === 'incomplete';

/** The worker's answer where the site now has another file than the version that is kept here. */
export const SITE_CHANGED = 412;

/** One cache for each copy of the app: several may lie below one origin. */
export const cacheName = (scope: string): string => `offline files of ${scope}`;

/** Under which address a file is kept. Versions do not share one, so that an older page keeps its own files. */
export function keyOf({ path, integrity }: OfflineFile, scope: string): string {
  const url = new URL(path, scope);
  url.searchParams.set('v', integrity);
  return url.href;
}

/** A mark beside the files: this device was prepared for a class, and newer versions have to keep it so. */
export const preparedKey = (scope: string): string => new URL('?prepared', scope).href;

export const withoutQuery = (url: string): string => url.replace(/[?#].*$/, '');

export const bytesOf = (files: readonly OfflineFile[]): number =>
  files.reduce((total, { bytes }) => total + bytes, 0);

/** The files that the cache does not hold in this version. */
export async function missingFrom(
  cache: Pick<Cache, 'keys'>,
  files: readonly OfflineFile[],
  scope: string,
): Promise<readonly OfflineFile[]> {
  const held = new Set((await cache.keys()).map(({ url }) => url));
  return files.filter((file) => !held.has(keyOf(file, scope)));
}

function isFile(value: unknown): value is OfflineFile {
  if (typeof value !== 'object' || value === null) return false;
  if (!('path' in value && 'bytes' in value && 'integrity' in value && 'part' in value)) return false;
  const { path, bytes, integrity, part } = value;
  if (typeof path !== 'string' || typeof bytes !== 'number' || typeof integrity !== 'string') return false;
  return part === 'app' || part === 'class';
}

/** True for a list of files, as a worker of this page answers. */
export const isFileList = (value: unknown): value is readonly OfflineFile[] =>
  Array.isArray(value) && value.length > 0 && value.every(isFile);
