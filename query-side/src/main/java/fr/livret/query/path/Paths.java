package fr.livret.query.path;

import fr.livret.kernel.law.TitleRule.RestsOn;
import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.query.candidate.CandidateName;
import fr.livret.query.path.PathRow.Standing;
import fr.livret.query.reading.Filter;
import fr.livret.query.referentiel.Referentiels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The paths as their events announced them, each with whose it is: what lists are made of. */
@Component
public final class Paths {
  /** The paths {@code p} of candidates {@code c}. */
  static final String FROM =
      " from query.path p left join query.candidate c on c.id = p.candidate_id";

  private final JdbcClient jdbc;
  private final Referentiels referentiels;

  Paths(JdbcClient jdbc, Referentiels referentiels) {
    this.jdbc = jdbc;
    this.referentiels = referentiels;
  }

  /** How many paths {@code p} of candidates {@code c} there are under that filter. */
  public long count(Filter filter) {
    return jdbc.sql("select count(*)" + FROM + filter.where())
        .params(filter.values())
        .query(Long.class)
        .single();
  }

  /**
   * The paths {@code p} of candidates {@code c} under that filter.
   *
   * @param order as in {@code p.id}
   */
  public List<ListedPath> list(Filter filter, String order, int limit) {
    filter.value("limit", limit);
    return jdbc
        .sql(
            "select p.*, "
                + CandidateName.COLUMNS
                + FROM
                + filter.where()
                + " order by "
                + order
                + " limit :limit")
        .params(filter.values())
        .query((row, _) -> new Found(PathProjection.read(row), name(row)))
        .list()
        .stream()
        .map(this::listed)
        .toList();
  }

  private record Found(PathRow path, CandidateName candidate) {}

  private static CandidateName name(ResultSet row) throws SQLException {
    return CandidateName.read(row.getObject("candidate_id", UUID.class), row);
  }

  /** What is missing is asked of the référentiel once the rows are read: no connection is held. */
  private ListedPath listed(Found found) {
    PathRow path = found.path();
    List<String> held = held(path);
    Set<String> counting = new HashSet<>(held);
    List<String> missing = codes(path).stream().filter(code -> !counting.contains(code)).toList();
    return ListedPath.of(path, found.candidate(), held, missing);
  }

  private List<String> held(PathRow path) {
    // A title awarded on a whole session brings every CCP with it.
    return path.title() != null && path.title().restsOn() == RestsOn.SESSION
        ? codes(path)
        : path.standing().stream()
            .map(Standing::ccp)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .toList();
  }

  private List<String> codes(PathRow path) {
    return referentiels
        .version(path.pins().certification(), path.pins().certificationVersion())
        .content()
        .ccpCodes()
        .stream()
        .map(CcpCode::value)
        .toList();
  }
}
