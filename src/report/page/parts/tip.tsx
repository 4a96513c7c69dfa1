/** The small box that says, on hover and on focus, what an element with `data-tip` is about. */
import { useEffect, useState } from 'preact/hooks';

interface Place {
  text: string;
  left: number;
  top: number;
  below: boolean;
}

const TIP = 'tip';
const WIDEST = 320;
const ROOM_ABOVE = 90;

export function Tip() {
  const [place, setPlace] = useState<Place>();
  useEffect(() => {
    let owner: Element | null = null;
    const leave = () => {
      owner?.removeAttribute('aria-describedby');
      owner = null;
      setPlace(undefined);
    };
    const show = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
      if (target === owner) return;
      leave();
      if (!target) return;
      owner = target;
      target.setAttribute('aria-describedby', TIP);
      setPlace(placeAt(target));
    };
    const closeOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && leave();
    const events = ['mouseover', 'focusin'] as const;
    for (const name of events) document.addEventListener(name, show);
    document.addEventListener('keydown', closeOnEscape);
    addEventListener('scroll', leave, true);
    return () => {
      for (const name of events) document.removeEventListener(name, show);
      document.removeEventListener('keydown', closeOnEscape);
      removeEventListener('scroll', leave, true);
    };
  }, []);
  if (!place) return null;
  return (
    <div id={TIP} role="tooltip" class={place.below ? 'tip below' : 'tip'} style={{ left: place.left, top: place.top }}>
      {place.text.split('\n').map((line, index) => (
        <div key={index} dir="auto">
          {line}
        </div>
      ))}
    </div>
  );
}

/** Above the first line of the element, below where there is no room. */
function placeAt(target: Element): Place {
  const box = target.getClientRects()[0] ?? target.getBoundingClientRect();
  const below = box.top < ROOM_ABOVE;
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - WIDEST - 8));
  return { text: target.getAttribute('data-tip') ?? '', left, top: below ? box.bottom : box.top, below };
}
