/** What the reader can select: a text, codes, document variables, documents. */
import { useMemo } from 'preact/hooks';
import { listCodes } from '../../../codebook/code-tree.ts';
import { countCodes } from '../../../tables/count-codes.ts';
import { countCoders } from '../coders.ts';
import { GROUP, listVariables, splitCondition } from '../selection.ts';
import type { Shown } from '../shown.ts';
import { CodeMark } from './code-mark.tsx';
import { SearchBox } from './search-box.tsx';

export function Filters({ shown }: { shown: Shown }) {
  return (
    <>
      <SearchBox shown={shown} />
      <Codes shown={shown} />
      <Coders shown={shown} />
      <Variables shown={shown} />
      <Documents shown={shown} />
    </>
  );
}

function Codes({ shown: { study, selection, address, go } }: { shown: Shown }) {
  const counts = useMemo(() => {
    const codes = listCodes(study.codebook);
    const byDocument = selection.documents.map((document) => countCodes(document, codes).distinct);
    return codes.map((_, index) => byDocument.reduce((sum, each) => sum + (each[index] ?? 0), 0));
  }, [study, selection.documents]);
  const chosen = new Set(address.codes);
  return (
    <Group title="Codes" chosen={address.codes.length} onClear={() => go({ codes: [] })} isOpen>
      {study.codes.map(({ code, depth, index, ancestors }) => {
        const above = ancestors.some((at) => chosen.has(study.codes[at]?.code.id ?? ''));
        return (
          <Check
            key={code.id}
            name={code.name}
            number={counts[index] ?? 0}
            depth={depth}
            color={study.codeOf.get(code.id)?.color}
            isChecked={above || chosen.has(code.id)}
            isFixed={above}
            onToggle={() => go({ codes: toggle(address.codes, code.id) })}
          />
        );
      })}
    </Group>
  );
}

function Variables({ shown: { study, address, go } }: { shown: Shown }) {
  const variables = useMemo(() => listVariables(study.documents), [study]);
  return (
    <>
      {variables.map(({ name, values }) => {
        const own = address.values.filter((each) => splitCondition(each)[0] === name);
        const others = address.values.filter((each) => splitCondition(each)[0] !== name);
        return (
          <Group
            key={name}
            title={name === GROUP ? 'Document group' : name}
            chosen={own.length}
            onClear={() => go({ values: others })}
          >
            {values.map(({ value, documents }) => (
              <Check
                key={value}
                name={value === '' ? '(no value)' : value}
                number={documents}
                isChecked={own.includes(`${name}=${value}`)}
                onToggle={() => go({ values: toggle(address.values, `${name}=${value}`) })}
              />
            ))}
          </Group>
        );
      })}
    </>
  );
}

/** Only where there is something to choose. */
function Coders({ shown: { study, address, go } }: { shown: Shown }) {
  const coders = useMemo(() => countCoders(study.documents), [study]);
  if (coders.length < 2) return null;
  return (
    <Group title="Coders" chosen={address.coders.length} onClear={() => go({ coders: [] })}>
      {coders.map(([coder, codings]) => (
        <Check
          key={coder}
          name={coder}
          number={codings}
          isChecked={address.coders.includes(coder)}
          onToggle={() => go({ coders: toggle(address.coders, coder) })}
        />
      ))}
    </Group>
  );
}

function Documents({ shown: { study, address, go } }: { shown: Shown }) {
  return (
    <Group title="Documents" chosen={address.documents.length} onClear={() => go({ documents: [] })}>
      {study.documents.map(({ transcript: { document }, codings }) => (
        <Check
          key={document}
          name={document}
          number={codings.length}
          isChecked={address.documents.includes(document)}
          onToggle={() => go({ documents: toggle(address.documents, document) })}
        />
      ))}
    </Group>
  );
}

interface GroupProps {
  title: string;
  chosen: number;
  isOpen?: boolean;
  onClear(): void;
  children: preact.ComponentChildren;
}

function Group({ title, chosen, isOpen, onClear, children }: GroupProps) {
  return (
    <details class="group" open={isOpen || chosen > 0}>
      <summary>
        <span dir="auto">{title}</span> <span class="muted">{chosen === 0 ? 'all' : `${chosen} selected`}</span>
      </summary>
      {chosen > 0 && (
        <button type="button" class="plain" onClick={onClear}>
          All {title.toLowerCase()}
        </button>
      )}
      <div class="checks">{children}</div>
    </details>
  );
}

interface CheckProps {
  name: string;
  number: number;
  isChecked: boolean;
  onToggle(): void;
  depth?: number;
  color?: string | undefined;
  /** Decided by the code above it. */
  isFixed?: boolean;
}

function Check({ name, number, isChecked, onToggle, depth = 0, color, isFixed = false }: CheckProps) {
  return (
    <label class="check" style={{ paddingInlineStart: `${Math.min(depth, 6)}em` }}>
      <input type="checkbox" checked={isChecked} disabled={isFixed} onChange={onToggle} />
      {color !== undefined && <CodeMark color={color} />}
      <span class="name" dir="auto" title={name}>
        {name}
      </span>
      <span class="muted number">{number}</span>
    </label>
  );
}

function toggle(list: readonly string[], value: string): string[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}
