import type { PythonClient } from '../protocol/python';

/** A Python interpreter that is loaded when its first program comes. */
export function createLazyPython(load: () => Promise<PythonClient>): PythonClient {
  let loading: Promise<PythonClient> | null = null;
  let loaded: PythonClient | null = null;
  let isDisposed = false;

  const open = async (): Promise<PythonClient> => {
    try {
      const client = await load();
      if (isDisposed) client.dispose();
      loaded = client;
      return client;
    } catch (error) {
      // The connection may be back for the next program.
      loading = null;
      throw error;
    }
  };
  return {
    judge: async (request) => {
      const client = await (loading ??= open());
      return client.judge(request);
    },
    cancel: () => loaded?.cancel(),
    dispose: () => {
      isDisposed = true;
      loaded?.dispose();
    },
  };
}
