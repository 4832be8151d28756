package fr.livret.kernel.alert;

import fr.livret.kernel.candidate.CandidateId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The day on which something ends for a candidate.
 *
 * @param subject what ends
 * @param id of the path, of the VAE application, or of the holder of the certificate
 * @param name the title the path or the application leads to, or the kind of the certificate
 * @param candidate for whom
 * @param lastDay the last day, included
 * @param rule the full name of the rule that sets it, as in {@code TP-2006/1#window.length}
 */
public record Deadline(
    Subject subject, UUID id, String name, CandidateId candidate, LocalDate lastDay, String rule) {

  /**
   * What ends, whatever its last day: a candidate holds one certificate of a kind at a time, while
   * a path stays the same path under whatever title.
   */
  String key() {
    return switch (subject) {
      case WINDOW, RECEVABILITE -> subject + "/" + id;
      case CERTIFICATE -> subject + "/" + id + "/" + name;
    };
  }
}
