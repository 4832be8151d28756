package fr.livret.query.session;

import fr.livret.kernel.person.PersonId;
import fr.livret.kernel.person.SealedText;
import fr.livret.kernel.session.SessionEvent.MemberAppointed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of the jury or the binôme, as a row keeps it: the name stays sealed.
 *
 * @param person whose key the name needs
 * @param name as sealed
 * @param present whether they came; absent before that is recorded
 */
record Seat(
    String id,
    @Nullable UUID person,
    @Nullable String name,
    String role,
    boolean chair,
    @Nullable Integer practiceYears,
    @Nullable LocalDate leftSectorOn,
    @Nullable LocalDate listedFrom,
    @Nullable LocalDate listedThrough,
    List<String> specialities,
    List<String> organisations,
    List<String> trained,
    LocalDate appointedOn,
    String rule,
    @Nullable Sent convocation,
    @Nullable Boolean present) {

  /** A convocation. */
  record Sent(LocalDate sentOn, LocalDate lastDay, @Nullable String derogation, String rule) {}

  static Seat of(MemberAppointed event) {
    var member = event.member();
    @Nullable SealedText sealed = member.name();
    return new Seat(
        member.id(),
        sealed == null ? null : sealed.person().value(),
        sealed == null ? null : sealed.ciphertext(),
        member.role().name(),
        member.chair(),
        member.practiceYears(),
        member.leftSectorOn(),
        member.listedFrom(),
        member.listedThrough(),
        sorted(member.specialities().stream().map(Object::toString).toList()),
        sorted(List.copyOf(member.organisations())),
        sorted(member.trained().stream().map(Object::toString).toList()),
        event.appointedOn(),
        event.rule(),
        null,
        null);
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }

  /** The name, sealed, where one was stated. */
  @Nullable SealedText sealed() {
    return person == null || name == null ? null : new SealedText(new PersonId(person), name);
  }

  Seat convoked(Sent sent) {
    return with(sent, present);
  }

  Seat present(boolean came) {
    return with(convocation, came);
  }

  private Seat with(@Nullable Sent sent, @Nullable Boolean came) {
    return new Seat(
        id,
        person,
        name,
        role,
        chair,
        practiceYears,
        leftSectorOn,
        listedFrom,
        listedThrough,
        specialities,
        organisations,
        trained,
        appointedOn,
        rule,
        sent,
        came);
  }
}
