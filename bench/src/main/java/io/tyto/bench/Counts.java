package io.tyto.bench;

import java.util.Locale;

/**
 * What the database counted: statements, commits and row versions of Tyto's database or of its
 * copies for the floor.
 *
 * @param statements without those of the bench itself
 */
record Counts(double statements, double commits, double rows) {
  private static final String CALLS =
      """
      select coalesce(sum(calls), 0) from pg_stat_statements
      where dbid = (select oid from pg_database where datname = current_database())
        and query not like '%%limit $_) r%%' and query not like '%%pg_stat%%'
      """
          .replace("%%", "%");

  /** PostgreSQL's sessions report late: up to a second after they have come to rest. */
  static Counts now(Bed bed) {
    Backlog.pause(1_500);
    return new Counts(
        bed.number(CALLS),
        bed.number("select xact_commit from pg_stat_database where datname = current_database()"),
        bed.number("select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables"));
  }

  Counts since(Counts before) {
    return new Counts(statements - before.statements, commits - before.commits, rows - before.rows);
  }

  String per(double steps) {
    return String.format(
        Locale.ROOT,
        "%.1f statements, %.1f commits, %.1f row versions a step",
        statements / steps,
        commits / steps,
        rows / steps);
  }
}
