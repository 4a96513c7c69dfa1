/** The notes of a table, which define its numbers. */
export function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <ul class="notes" aria-label="Notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
