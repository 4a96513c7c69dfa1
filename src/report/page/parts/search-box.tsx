/** Where a text is typed that segments must have; the page follows when the typing rests. */
import { useEffect, useState } from 'preact/hooks';
import type { Shown } from '../shown.ts';

const REST = 250;

export function SearchBox({ shown: { address, go } }: { shown: Shown }) {
  const [typed, setTyped] = useState(address.text);
  useEffect(() => setTyped(address.text), [address.text]);
  useEffect(() => {
    if (typed === address.text) return;
    const timer = setTimeout(() => go({ text: typed }, { replace: address.text !== '' && typed !== '' }), REST);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label class="search">
      <span>Segments with the text</span>
      <input type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} dir="auto" />
    </label>
  );
}
