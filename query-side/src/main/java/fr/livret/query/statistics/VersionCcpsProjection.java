package fr.livret.query.statistics;

import fr.livret.kernel.referentiel.CcpCode;
import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.referentiel.ReferentielEvent;
import fr.livret.kernel.referentiel.ReferentielEvent.ReferentielPublished;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleClosed;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleProrogued;
import fr.livret.kernel.referentiel.ReferentielEvent.TitleRevised;
import fr.livret.query.projection.Column;
import fr.livret.query.projection.Fact;
import fr.livret.query.projection.JsonColumn;
import fr.livret.query.projection.Projection;
import fr.livret.query.projection.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The CCPs of each version of each title: what a decision on the whole title judged. */
@Component
final class VersionCcpsProjection
    implements Projection<
        ReferentielEvent, VersionCcpsProjection.Version, VersionCcpsProjection.Ccps> {
  private static final JsonColumn<String> CODES = JsonColumn.of(String.class);
  private static final Table<Version, Ccps> TABLE =
      new Table<>(
          "query.version_ccps",
          List.of(
              Column.text("certification", version -> version.code().value()),
              Column.number("number", Version::number)),
          List.of(Column.searchableJson("ccps", row -> CODES.write(row.ccps()))),
          Ccps::version,
          (row, _) ->
              new Ccps(
                  new Version(
                      new ReferentielCode(row.getString("certification")), row.getInt("number")),
                  CODES.read(row.getString("ccps"))));

  /** Which version of which title. */
  record Version(ReferentielCode code, int number) {}

  /** Its CCPs, in its order. */
  record Ccps(Version version, List<String> ccps) {
    Ccps {
      ccps = List.copyOf(ccps);
    }
  }

  @Override
  public String name() {
    return "version-ccps";
  }

  @Override
  public Class<ReferentielEvent> events() {
    return ReferentielEvent.class;
  }

  @Override
  public Table<Version, Ccps> table() {
    return TABLE;
  }

  @Override
  public Optional<Version> key(Fact<ReferentielEvent> fact) {
    return switch (fact.event()) {
      case ReferentielPublished it -> Optional.of(new Version(it.referentiel(), it.version()));
      case TitleClosed _, TitleProrogued _, TitleRevised _ -> Optional.empty();
    };
  }

  @Override
  public Fold<ReferentielEvent, Ccps> folding(List<Fact<ReferentielEvent>> batch) {
    return VersionCcpsProjection::evolve;
  }

  private static @Nullable Ccps evolve(@Nullable Ccps row, Fact<ReferentielEvent> fact) {
    return fact.event() instanceof ReferentielPublished it
        ? new Ccps(
            new Version(it.referentiel(), it.version()),
            it.content().ccpCodes().stream().map(CcpCode::value).toList())
        : row;
  }
}
