import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Label } from './i18n/texts';
import type { Permission } from './session';

/** Where a menu entry stands. */
export type Menu = 'project' | 'project-settings' | 'administration';

export interface NavEntry {
  menu: Menu;
  /** Position in the menu, as in the order of the product's menu places. */
  order: number;
  /** Below `/projects/{KEY}/`, `/projects/{KEY}/settings/` or `/administration/`. */
  path: string;
  label: Label;
  /** Name of a UI5 icon that the feature has imported. */
  icon: string;
  needs?: Permission;
}

/** What a folder of `features` brings; its file `feature.ts` exports one as `feature`. */
export interface Feature {
  /** Below `/projects/{KEY}/`. */
  project?: RouteObject[];
  /** Below `/administration/`. */
  administration?: RouteObject[];
  /** Signed in, anywhere else. */
  elsewhere?: RouteObject[];
  nav?: NavEntry[];
}

/** What the frame wants to know of a route. */
export interface RouteHandle {
  needs?: Permission | undefined;
}

/** A screen that is loaded when it is first opened. */
export function screen(
  path: string,
  load: () => Promise<ComponentType>,
  needs?: Permission,
): RouteObject {
  const handle: RouteHandle = { needs };
  return { path, handle, lazy: async () => ({ Component: await load() }) };
}
