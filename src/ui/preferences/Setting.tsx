import { type ReactNode, useId } from 'react'
import { preferences, usePreference } from '../session/preferences'
import styles from './Preferences.module.css'

interface LineProps {
  readonly name: string
  readonly what: ReactNode
  readonly control: (ids: { readonly id: string; readonly 'aria-describedby': string }) => ReactNode
}

/** One preference: its name, a line on what it does, and its control at the right. */
function Line({ name, what, control }: LineProps) {
  const id = useId()
  return (
    <div className={styles.line}>
      <div>
        <label htmlFor={id}>{name}</label>
        <p id={`${id}-what`}>{what}</p>
      </div>
      {control({ id, 'aria-describedby': `${id}-what` })}
    </div>
  )
}

interface SwitchProps {
  readonly of: 'guides' | 'snap' | 'singleKeys' | 'hints'
  readonly name: string
  readonly what: ReactNode
}

/** A preference that is on or off. */
export function Switch({ of: key, name, what }: SwitchProps) {
  const isOn = usePreference(key)
  return (
    <Line
      name={name}
      what={what}
      control={ids => (
        <button
          {...ids}
          type="button"
          role="switch"
          aria-checked={isOn}
          className={styles.switch}
          onClick={() => preferences.set(key, !isOn)}
        />
      )}
    />
  )
}

interface ChooseProps<T extends string> {
  readonly name: string
  readonly what: ReactNode
  readonly value: T
  readonly choices: readonly (readonly [value: T, name: string])[]
  readonly onChange: (value: T) => void
}

/** A preference that is one of several words. */
export function Choose<T extends string>({ name, what, value, choices, onChange }: ChooseProps<T>) {
  return (
    <Line
      name={name}
      what={what}
      control={ids => (
        <select {...ids} className={styles.choose} value={value} onChange={event => onChange(event.target.value as T)}>
          {choices.map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  )
}
