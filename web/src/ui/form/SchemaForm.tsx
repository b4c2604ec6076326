import { AreaField, CheckField, SelectField, TextField } from './fields';
import { asProblem } from '../../lib/api/problem';

/** The part of JSON Schema that connectors describe their settings with. */
interface PropertySchema {
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
  default?: unknown;
  maxLength?: number;
}

interface Props {
  /** A connector's or task kind's JSON Schema. */
  schema: Readonly<Record<string, unknown>>;
  value: Readonly<Record<string, unknown>>;
  onChange: (value: Record<string, unknown>) => void;
  problem?: unknown;
  /** Where the value lies in the request, for messages at the fields: `settings`. */
  path?: string;
  isDisabled?: boolean;
}

/** The form for settings that only their owner knows; the page contains no connector. */
export function SchemaForm({ schema, value, onChange, problem, path = 'settings', isDisabled }: Props) {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return (
    <>
      {Object.entries(propertiesOf(schema)).map(([name, property]) => (
        <SchemaField
          key={name}
          name={name}
          property={property}
          value={value[name] ?? property.default}
          isRequired={required.includes(name)}
          isDisabled={isDisabled ?? false}
          error={fieldProblem(problem, `${path}.${name}`)}
          onChange={(next) => onChange(changed(value, name, next))}
        />
      ))}
    </>
  );
}

/** The values that a new form starts with. */
export function defaultsOf(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(propertiesOf(schema)).flatMap(([name, { default: preset }]) =>
      preset === undefined ? [] : [[name, preset]],
    ),
  );
}

interface FieldProps {
  name: string;
  property: PropertySchema;
  value: unknown;
  isRequired: boolean;
  isDisabled: boolean;
  error: string | undefined;
  onChange: (value: unknown) => void;
}

function SchemaField({ name, property, value, isRequired, isDisabled, error, onChange }: FieldProps) {
  const type = Array.isArray(property.type) ? property.type.find((each) => each !== 'null') : property.type;
  const common = {
    name,
    label: property.title ?? name,
    isRequired,
    isDisabled,
    error,
    ...(property.description === undefined ? {} : { help: property.description }),
  };
  if (property.enum !== undefined) {
    const choices = property.enum.map((each) => ({ value: String(each), text: String(each) }));
    return <SelectField {...common} value={text(value)} choices={choices} onChange={onChange} />;
  }
  switch (type) {
    case 'boolean':
      return <CheckField {...common} value={value === true} onChange={onChange} />;
    case 'integer':
    case 'number':
      return (
        <TextField
          {...common}
          type="Number"
          value={text(value)}
          onChange={(next) => onChange(next === '' ? undefined : Number(next))}
        />
      );
    case 'array':
      return (
        <AreaField
          {...common}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onChange={(next) => onChange(next === '' ? undefined : next.split('\n'))}
        />
      );
    default:
      return (
        <TextField
          {...common}
          type={property.format === 'uri' ? 'URL' : 'Text'}
          value={text(value)}
          onChange={(next) => onChange(next === '' ? undefined : next)}
        />
      );
  }
}

function propertiesOf(schema: Readonly<Record<string, unknown>>): Record<string, PropertySchema> {
  return (schema['properties'] ?? {}) as Record<string, PropertySchema>;
}

function changed(value: Readonly<Record<string, unknown>>, name: string, next: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...value, [name]: next }).filter(([, each]) => each !== undefined));
}

function fieldProblem(problem: unknown, path: string): string | undefined {
  return problem === null || problem === undefined ? undefined : asProblem(problem).field(path);
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
