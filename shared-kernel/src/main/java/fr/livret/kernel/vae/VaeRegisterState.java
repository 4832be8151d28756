package fr.livret.kernel.vae;

import fr.livret.kernel.referentiel.ReferentielCode;
import fr.livret.kernel.vae.VaeRegisterEvent.FilingCounted;
import java.util.ArrayList;
import java.util.List;

/** Where the register of one candidate's applications stands. */
public sealed interface VaeRegisterState {

  /** The candidate never filed an application. */
  record NothingFiled() implements VaeRegisterState {}

  /** The candidate has filed applications; refused ones are among them. */
  record Counting(List<FilingCounted> filings) implements VaeRegisterState {
    public Counting {
      filings = List.copyOf(filings);
    }
  }

  /** The applications filed so far. */
  default List<FilingCounted> all() {
    return switch (this) {
      case NothingFiled() -> List.of();
      case Counting(var filings) -> filings;
    };
  }

  /** Those that take a place in the quota of a civil year. */
  default List<FilingCounted> countedIn(int year) {
    return all().stream().filter(one -> !one.exempt() && one.filedOn().getYear() == year).toList();
  }

  /** Those of that year for that title. */
  default List<FilingCounted> countedIn(int year, ReferentielCode certification) {
    return countedIn(year).stream()
        .filter(one -> one.certification().equals(certification))
        .toList();
  }

  /** The state after one more event. */
  static VaeRegisterState evolve(VaeRegisterState state, VaeRegisterEvent event) {
    return switch (event) {
      case FilingCounted counted -> {
        List<FilingCounted> filings = new ArrayList<>(state.all());
        filings.add(counted);
        yield new Counting(filings);
      }
    };
  }
}
