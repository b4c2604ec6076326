/** The shape of a run while it is read. */
export function RunSkeleton() {
  return (
    <div aria-busy="true" className="ty-tasks">
      {[1, 2, 3, 4].map((each) => (
        <div key={each} className="ty-task">
          <span className="ty-skeleton" />
          <span className="ty-skeleton" />
        </div>
      ))}
    </div>
  );
}
