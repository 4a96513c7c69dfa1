/** Light or dark: as the system is, unless the reader says otherwise. */
import { useState } from 'preact/hooks';
import { Choice } from './choice.tsx';

const KEY = 'code-transcripts-theme';

export function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme);
  document.documentElement.dataset.theme = theme;
  const choose = (value: string) => {
    setTheme(value);
    try {
      localStorage.setItem(KEY, value);
    } catch {
      // Some browsers keep nothing for files; then it holds until the page is closed.
    }
  };
  return <Choice label="Colours" value={theme} choices={THEMES} onChoose={choose} />;
}

function readTheme(): string {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find(({ value }) => value === kept)?.value ?? 'system';
  } catch {
    return 'system';
  }
}

const THEMES = [
  { value: 'system', title: 'System' },
  { value: 'light', title: 'Light' },
  { value: 'dark', title: 'Dark' },
];
