import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';

/** While the frame or a screen's code is loaded. */
export function Busy() {
  return (
    <div className="ty-busy">
      <BusyIndicator active delay={300} />
    </div>
  );
}
