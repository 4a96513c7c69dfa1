/** The codebook as it is read: every code with its definition, examples and terms. */
import type { ReportCode } from '../../report-data.ts';
import type { DescribedCode, Study } from '../study.ts';
import { CodeMark } from './code-mark.tsx';

export function CodebookSections({ study }: { study: Study }) {
  return (
    <div class="codebook">
      {[...study.codeOf.values()].map((code) => (
        <Section key={code.code.id} described={code} />
      ))}
    </div>
  );
}

function Section({ described: { code, depth, path, color, about } }: { described: DescribedCode }) {
  const Heading = `h${Math.min(depth + 3, 6)}` as 'h3';
  return (
    <section>
      <Heading>
        <CodeMark color={color} />
        {about.number} <bdi>{code.name}</bdi>
      </Heading>
      <p class="muted">
        {depth > 0 && <bdi>{path} · </bdi>}
        <code>{code.id}</code>
      </p>
      {about.texts.map(({ title, text }) => (
        <p key={title} class="text" dir="auto">
          <b>{title}.</b> {text}
        </p>
      ))}
      {about.examples.map((each) => (
        <Examples key={each.title} {...each} />
      ))}
      {about.terms.map((each) => (
        <Terms key={each.title} {...each} />
      ))}
    </section>
  );
}

function Examples({ title, texts }: ReportCode['examples'][number]) {
  return (
    <details>
      <summary>
        {title} <span class="muted">{texts.length}</span>
      </summary>
      <ul>
        {texts.map((text, index) => (
          <li key={index} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Terms({ title, kinds }: ReportCode['terms'][number]) {
  return (
    <details>
      <summary>
        {title} <span class="muted">{kinds.reduce((sum, { terms }) => sum + terms.length, 0)}</span>
      </summary>
      <dl class="terms">
        {kinds.map(({ kind, terms }) => (
          <div key={kind}>
            <dt>{kind}</dt>
            {terms.map(({ source, details }, index) => (
              <dd key={index} dir="auto">
                {source} {details !== '' && <small>({details})</small>}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
