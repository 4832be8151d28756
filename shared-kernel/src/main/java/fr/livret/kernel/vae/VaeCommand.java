package fr.livret.kernel.vae;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked about an application once it is filed. */
public sealed interface VaeCommand {
  VaeApplicationId application();

  /** The day on which the command is given. */
  LocalDate today();

  /** Records that the file is complete. */
  record RecordCompleteness(VaeApplicationId application, LocalDate completeOn, LocalDate today)
      implements VaeCommand {}

  /**
   * Asks the candidate for what is missing.
   *
   * @param missing what is, in the words of whoever asks
   */
  record RequestSupplement(
      VaeApplicationId application, LocalDate requestedOn, List<String> missing, LocalDate today)
      implements VaeCommand {
    public RequestSupplement {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Records what was decided.
   *
   * @param validThrough the last day the notification states, where it states one
   */
  record DecideRecevabilite(
      VaeApplicationId application,
      LocalDate decidedOn,
      VaeOutcome outcome,
      LocalDate notifiedOn,
      @Nullable String reason,
      @Nullable LocalDate validThrough,
      LocalDate today)
      implements VaeCommand {}

  /** Tells the application what was done on its recevabilité. */
  record NoteUse(VaeApplicationId application, VaeUse use, LocalDate today) implements VaeCommand {}

  /** A day has come: whatever follows from silence or lapses by then does. */
  record LetDayCome(VaeApplicationId application, LocalDate today) implements VaeCommand {}
}
