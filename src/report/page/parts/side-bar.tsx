/** The side of the page: the title, the views, and what can be selected. */
import { useState } from 'preact/hooks';
import { VIEWS } from '../address.ts';
import type { Shown } from '../shown.ts';
import { Filters } from './filters.tsx';
import { ThemeChoice } from './theme-choice.tsx';

export function SideBar({ shown }: { shown: Shown }) {
  const [isOpen, setOpen] = useState(false);
  const { study, address, linkTo } = shown;
  const active = address.view === 'document' ? 'documents' : address.view;
  return (
    <header class="side">
      <p class="study" dir="auto">
        {study.data.title}
      </p>
      <nav aria-label="Views">
        <ul>
          {VIEWS.map(({ name, title }) => (
            <li key={name}>
              <a href={linkTo({ view: name, options: {} })} aria-current={name === active ? 'page' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <button type="button" class="filter-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Hide the selection' : 'Select codes, documents, text'}
      </button>
      <section class={isOpen ? 'filters open' : 'filters'} aria-label="Selection">
        <Filters shown={shown} />
        <ThemeChoice />
      </section>
    </header>
  );
}
