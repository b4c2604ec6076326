import type { Deliverable, Kind } from './api';

/** Deliverables of one tab: those that are attached from a source, by the tab's title. */
export interface DeliverableTab {
  /** In the address: the tab's first kind. */
  id: string;
  title: string;
  kinds: Kind[];
  items: Deliverable[];
  /** Without what was descoped. */
  count: number;
}

export interface Tabs {
  attached: DeliverableTab[];
  other: DeliverableTab;
}

/** One tab for each title that the connectors name; what is uploaded or written down stands in the last. */
export function tabsOf(kinds: readonly Kind[] | undefined, deliverables: readonly Deliverable[] | undefined): Tabs {
  const byTitle = new Map<string, Kind[]>();
  for (const kind of (kinds ?? []).filter((each) => !each.isUpload)) {
    byTitle.set(kind.tabTitle, [...(byTitle.get(kind.tabTitle) ?? []), kind]);
  }
  const attached = [...byTitle].map(([title, own]) =>
    tab(own[0]?.id ?? title, title, own, (each) => own.some(({ id }) => id === each.kind), deliverables),
  );
  const shown = new Set(attached.flatMap((each) => each.kinds.map(({ id }) => id)));
  const uploads = (kinds ?? []).filter((each) => each.isUpload);
  return { attached, other: tab('other', '', uploads, (each) => !shown.has(each.kind), deliverables) };
}

function tab(
  id: string,
  title: string,
  kinds: Kind[],
  belongs: (deliverable: Deliverable) => boolean,
  deliverables: readonly Deliverable[] | undefined,
): DeliverableTab {
  const items = (deliverables ?? []).filter(belongs);
  return { id, title, kinds, items, count: items.filter((each) => !each.descoped).length };
}
