import { createContext } from 'react';

/**
 * Whether who is signed in may open a path. The routes say so, for only they know all areas: a part that knew them would be part
 * of itself.
 */
export const MayOpen = createContext<(to: string) => boolean>(() => false);
