/** The colour of a code as a small square; it always stands beside the name, since colour alone says nothing. */
export function CodeMark({ color }: { color: string | undefined }) {
  return <span class="mark" style={{ background: color ?? 'transparent' }} aria-hidden="true" />;
}
