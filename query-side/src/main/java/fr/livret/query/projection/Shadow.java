package fr.livret.query.projection;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table made anew beside the one it will replace. All of it happens in the transaction of one
 * connection: a process that dies meanwhile leaves nothing behind.
 */
final class Shadow {
  private static final String MADE = "__rebuild";
  private static final String REPLACED = "__replaced";

  private final JdbcTemplate jdbc;
  private final String table;

  Shadow(JdbcTemplate jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  String name() {
    return table + MADE;
  }

  /** Makes it, with whatever the other has except rows and indexes. */
  void create() {
    jdbc.execute(
        "create table %s (like %s including all excluding indexes)".formatted(name(), table));
    each("""
    select format('grant %%s on %s to %%s%%s', granted.privilege_type,
      case granted.grantee when 0 then 'public' else granted.grantee::regrole::text end,
      case when granted.is_grantable then ' with grant option' end)
    from pg_class, aclexplode(relacl) as granted where pg_class.oid = ?::regclass
    """
            .formatted(name()))
        .forEach(jdbc::execute);
  }

  /** Builds the indexes and keys the other has. */
  void index() {
    each("""
    select format('create %%s index %%I on %s %%s', case when indisunique then 'unique' end,
      relname || '%s', substring(pg_get_indexdef(indexrelid) from ' USING .*'))
    from pg_index join pg_class on pg_class.oid = indexrelid
    where indrelid = ?::regclass order by indexrelid
    """
            .formatted(name(), MADE))
        .forEach(jdbc::execute);
    each("""
    select format('alter table %s add constraint %%I %%s using index %%1$I', relname || '%s',
      case contype when 'p' then 'primary key' else 'unique' end)
    from pg_constraint join pg_class on pg_class.oid = conindid
    where conrelid = ?::regclass and contype in ('p', 'u') order by conindid
    """
            .formatted(name(), MADE))
        .forEach(jdbc::execute);
    jdbc.execute("analyze " + name());
  }

  /**
   * Takes the place of the other. Who reads a view locks it before the tables below it, so the
   * views come first here too; they are defined anew over the new table and stay what they were,
   * with their grants and comments.
   */
  void replace() {
    List<String> views =
        each(
            """
            select distinct ev_class::regclass::text
            from pg_depend join pg_rewrite on pg_rewrite.oid = objid
            join pg_class on pg_class.oid = ev_class and relkind = 'v'
            where classid = 'pg_rewrite'::regclass and refclassid = 'pg_class'::regclass
              and refobjid = ?::regclass
            order by 1
            """);
    for (String view : views) {
      lock(view);
    }
    lock(table);
    List<String> definitions = views.stream().map(this::definition).toList();
    List<String> names =
        each(
            """
            select format('alter index %s.%%I rename to %%I', relname || '%s', relname)
            from pg_index join pg_class on pg_class.oid = indexrelid
            where indrelid = ?::regclass
            """
                .formatted(schema(), MADE));
    jdbc.execute("alter table " + table + " rename to " + plain() + REPLACED);
    jdbc.execute("alter table " + name() + " rename to " + plain());
    definitions.forEach(jdbc::execute);
    jdbc.execute("drop table " + table + REPLACED);
    names.forEach(jdbc::execute);
  }

  private void lock(String relation) {
    jdbc.execute("lock table " + relation + " in access exclusive mode");
  }

  private String definition(String view) {
    return String.valueOf(
        jdbc.queryForObject(
            """
            select format('create or replace view %s%s as %s', ?::regclass,
              ' with (' || array_to_string(reloptions, ', ') || ')', pg_get_viewdef(oid))
            from pg_class where oid = ?::regclass
            """,
            String.class, view, view));
  }

  private List<String> each(String query) {
    return jdbc.query(query, (row, _) -> String.valueOf(row.getString(1)), table);
  }

  private String schema() {
    return table.substring(0, table.indexOf('.'));
  }

  private String plain() {
    return table.substring(table.indexOf('.') + 1);
  }
}
