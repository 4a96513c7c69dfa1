/** A picture that is drawn to fit, and can be saved as it is. */
import { render, type VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface PlotProps {
  /** Also the name of the file. */
  title: string;
  /** The picture, an `svg` of this width in pixels. */
  draw(width: number): VNode;
}

const WIDTH_IN_FILE = 900;

export function Plot({ title, draw }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  return (
    <figure class="plot">
      <div ref={box}>{width > 0 && draw(width)}</div>
      <SaveButton title={title} draw={() => draw(WIDTH_IN_FILE)} />
    </figure>
  );
}

export function SaveButton({ title, draw }: { title: string; draw(): VNode }) {
  return (
    <button type="button" class="save" onClick={() => savePicture(title, draw())}>
      Save the picture (SVG)
    </button>
  );
}

/** Saves on white paper, whatever the colours of the screen. */
function savePicture(title: string, picture: VNode): void {
  const place = document.createElement('div');
  render(picture, place);
  const svg = place.querySelector('svg');
  if (!svg) return;
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = STYLE;
  svg.prepend(style);
  const text = new XMLSerializer().serializeToString(svg);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  link.download = `${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The classes that pictures use, as page.css has them for the screen. */
const STYLE = `svg { background: #fff; font: 12px system-ui, sans-serif }
text { fill: #1d1d1f } .muted { fill: #5c5f66 } .bar { fill: #2f6db5 } .shade { fill: #7fb0e6 } .line { stroke: #c9c9c4; fill: none }`;
