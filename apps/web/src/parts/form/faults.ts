import { createContext, useContext } from 'react';
import type { Fault } from '../../shell/api/problem.js';

/** What is wrong with which field of the form around it, by JSON pointer. */
export const Faults = createContext<readonly Fault[]>([]);

/** The id of a field's input, which the summary links to. */
export const idOf = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;

/** All faults of a field, or of a part of it. */
export const useFaultsOf = (pointer: string): readonly Fault[] =>
  useContext(Faults).filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`));
