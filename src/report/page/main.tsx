/** The program of the page: reads the study and shows it. */
import { render } from 'preact';
import { App } from './app.tsx';
import { readStudy } from './study.ts';

const root = document.getElementById('report');
if (root) render(<App study={readStudy(document)} />, root);
