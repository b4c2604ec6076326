import { CheckField, SelectField, TextField } from './fields';
import { ChoicesField, JsonField, ListField } from './manyFields';
import { asProblem } from '../../lib/api/problem';
import { useLanguage } from '../../lib/i18n/texts';

/** The part of JSON Schema that connectors describe their settings with. */
export interface PropertySchema {
  type?: string | string[];
  title?: string;
  description?: string;
  /** Title and description in further languages. */
  'x-in'?: Readonly<Record<string, { title: string; description: string }>>;
  format?: string;
  enum?: unknown[];
  default?: unknown;
  maxLength?: number;
  items?: { type?: string; enum?: unknown[] };
  /** Of an object that has a form of its own. */
  properties?: Readonly<Record<string, unknown>>;
  required?: unknown;
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
  /** Known values by the name of the property; others may be entered, too. */
  suggestions?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The form for settings that only their owner knows; the page contains no connector. */
export function SchemaForm({ schema, value, onChange, problem, path = 'settings', isDisabled, suggestions }: Props) {
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
          suggestions={suggestions}
          error={fieldProblem(problem, `${path}.${name}`)}
          onChange={(next) => onChange(changed(value, name, next))}
          problem={problem}
          path={path}
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
  suggestions: Props['suggestions'];
  onChange: (value: unknown) => void;
  problem: unknown;
  path: string;
}

function SchemaField(props: FieldProps) {
  const { name, property, value, isRequired, isDisabled, error, suggestions: known, onChange } = props;
  const suggestions = known?.[name] ?? [];
  const language = useLanguage();
  const help = property['x-in']?.[language]?.description ?? property.description;
  const type = Array.isArray(property.type) ? property.type.find((each) => each !== 'null') : property.type;
  const common = {
    name,
    label: titleOf(property, language) ?? worded(name),
    isRequired,
    isDisabled,
    error,
    ...(help === undefined || help === '' ? {} : { help }),
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
      return property.items?.enum === undefined ? (
        <ListField
          {...common}
          value={listOf(value)}
          suggestions={suggestions}
          onChange={(next) => onChange(next.length === 0 ? undefined : next.map(numeric(property.items?.type)))}
        />
      ) : (
        <ChoicesField
          {...common}
          value={listOf(value)}
          choices={property.items.enum.map(String)}
          onChange={(next) => onChange(next.length === 0 ? undefined : next)}
        />
      );
    case 'object':
      if (property.properties !== undefined) {
        return <Group {...props} label={common.label} help={help} />;
      }
      return <JsonField {...common} value={value} onChange={onChange} />;
    default:
      return (
        <TextField
          {...common}
          type={property.format === 'uri' ? 'URL' : 'Text'}
          value={text(value)}
          suggestions={suggestions}
          onChange={(next) => onChange(next === '' ? undefined : next)}
        />
      );
  }
}

/** The fields of an object, framed; an optional one is gone when all of them are empty. */
function Group({ name, property, value, isRequired, isDisabled, suggestions, onChange, problem, path, label, help }: FieldProps & { label: string; help: string | undefined }) {
  const values = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const isWanted = isRequired || Object.keys(values).length > 0;
  return (
    <fieldset className="ty-field ty-group" data-field={name}>
      <legend>{label}</legend>
      {help !== undefined && help !== '' && <div className="ty-field-help">{help}</div>}
      <SchemaForm
        schema={isWanted ? { ...property } : { ...property, required: [] }}
        value={values}
        onChange={(next) => onChange(Object.keys(next).length === 0 ? undefined : next)}
        problem={problem}
        path={`${path}.${name}`}
        isDisabled={isDisabled}
        suggestions={suggestions}
      />
    </fieldset>
  );
}

/** In the language of the person where the schema has it. */
export function titleOf(property: Pick<PropertySchema, 'title' | 'x-in'>, language: string): string | undefined {
  return property['x-in']?.[language]?.title ?? property.title;
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

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function numeric(type: string | undefined): (value: string) => unknown {
  const isNumber = type === 'integer' || type === 'number';
  return (value) => (isNumber && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : value);
}

/** `continueOnFailure` as "Continue on failure", where the schema has no title. */
function worded(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
