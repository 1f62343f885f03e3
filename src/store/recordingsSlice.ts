import type { StoreContext } from './context';
import type { AppActions, KnownRecording } from './state';

export function recordingsActions({ deps, get, patch }: StoreContext): Pick<AppActions, 'loadRecording'> {
  return {
    loadRecording: async (preset) => {
      const known = get().recordings[preset]?.status;
      if (known === 'loading' || known === 'ready') return;
      const keep = (state: KnownRecording): void => {
        patch('recordings', { [preset]: state });
      };
      keep({ status: 'loading' });
      try {
        keep({ status: 'ready', recording: await deps.storage.recording(preset) });
      } catch (error) {
        keep({ status: 'failed', reason: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
