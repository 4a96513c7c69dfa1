/** What every view gets: the study, what is selected of it, and where the reader is. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { type Address, readAddress, writeAddress } from './address.ts';
import { type Selection, selectFrom } from './selection.ts';
import type { Study } from './study.ts';

export interface Shown {
  study: Study;
  selection: Selection;
  address: Address;
  /** The address with these changes, for links. */
  linkTo(change: Partial<Address>): string;
  /** Goes there; `replace` leaves no step to go back to. */
  go(change: Partial<Address>, how?: { replace: boolean }): void;
  /** Sets options of the view and keeps the others. */
  set(options: Record<string, string>): void;
}

/** Follows the address of the page. */
export function useShown(study: Study): Shown {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const address = useMemo(() => readAddress(hash), [hash]);
  const selected = writeAddress({ ...address, view: 'matrix', options: {} });
  const selection = useMemo(() => selectFrom(study, readAddress(selected)), [study, selected]);
  const linkTo = useCallback((change: Partial<Address>) => writeAddress({ ...address, ...change }), [address]);
  const go: Shown['go'] = (change, how) => {
    const to = linkTo(change);
    if (!how?.replace) location.hash = to;
    else {
      history.replaceState(null, '', to);
      setHash(to);
    }
  };
  const set: Shown['set'] = (options) => go({ options: { ...address.options, ...options } });
  return { study, selection, address, linkTo, go, set };
}
