/** A choice between a few things, as buttons of which one is pressed, or as a list where there are many. */
interface ChoiceProps {
  label: string;
  value: string;
  choices: readonly { value: string; title: string }[];
  onChoose(value: string): void;
  /** As a list that opens. */
  isList?: boolean;
}

export function Choice({ label, value, choices, onChoose, isList }: ChoiceProps) {
  if (isList)
    return (
      <label class="choice">
        <span>{label}</span>
        <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}
        >
          {choice.title}
        </button>
      ))}
    </fieldset>
  );
}
