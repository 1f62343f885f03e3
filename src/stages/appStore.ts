import { createContext, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { AppStore } from '../store/state';

/** Gives every panel the one store. */
export const AppStoreContext = createContext<StoreApi<AppStore> | null>(null);

/** The store itself, for event handlers that read without subscribing. */
export function useAppStoreApi(): StoreApi<AppStore> {
  const store = useContext(AppStoreContext);
  if (!store)
    throw new Error('useAppStore expects an AppStoreContext above it; wrap the tree in <AppProviders>');
  return store;
}

/** Subscribes to one narrow part of the store: select a value or a stable reference, not a new object. */
export function useAppStore<T>(select: (state: AppStore) => T): T {
  return useStore(useAppStoreApi(), select);
}

/** The actions; they never change, so this never re-renders. */
export function useActions(): AppStore['actions'] {
  return useAppStore((state) => state.actions);
}
