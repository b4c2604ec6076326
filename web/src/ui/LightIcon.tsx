import { getIconDataSync } from '@ui5/webcomponents-base/dist/asset-registries/Icons.js';
import './light.css';

/**
 * An icon of UI5 as plain SVG, for places that draw hundreds of them while scrolling. Decorative: a text or a
 * name stands beside it.
 */
export function LightIcon({ name }: { name: string }) {
  const icon = getIconDataSync(name);
  if (icon === undefined || !('pathData' in icon)) {
    return null;
  }
  const paths = typeof icon.pathData === 'string' ? [icon.pathData] : icon.pathData;
  return (
    <svg className="ty-light-icon" viewBox={icon.viewBox ?? '0 0 512 512'} aria-hidden="true" focusable="false">
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
