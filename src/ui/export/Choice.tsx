import styles from './ExportDialog.module.css'

interface ChoiceProps<T extends string | number> {
  readonly name: string
  readonly value: T
  readonly choices: readonly (readonly [value: T, name: string])[]
  readonly onChange: (value: T) => void
}

/** One of two or three, all in sight. */
export function Choice<T extends string | number>({ name, value, choices, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className={styles.choice}>
      <legend>{name}</legend>
      <div>
        {choices.map(([one, label]) => (
          <label key={one} data-on={one === value}>
            <input
              type="radio"
              name={`export-${name}`}
              className="visually-hidden"
              checked={one === value}
              onChange={() => onChange(one)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface ToggleProps {
  readonly name: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

export function Toggle({ name, isOn, onChange }: ToggleProps) {
  return (
    <label className={styles.toggle}>
      <input type="checkbox" checked={isOn} onChange={event => onChange(event.target.checked)} />
      {name}
    </label>
  )
}
