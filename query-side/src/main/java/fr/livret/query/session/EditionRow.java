package fr.livret.query.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One edition of the minutes.
 *
 * @param edition 1 for the minutes as signed
 * @param signedOn the day they were signed; for a rectification the day it was decided
 * @param reason of a rectification
 * @param signatories of the minutes as signed
 * @param results what this edition decides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MinutesEdition")
record EditionRow(
    int edition,
    LocalDate signedOn,
    @Nullable String reason,
    @Nullable String legalSource,
    List<String> signatories,
    @Nullable String number,
    @Nullable String authority,
    @Nullable LocalDate registeredOn,
    @Nullable LocalDate notifiedOn,
    List<Decided> results,
    String rule) {

  EditionRow registered(String under, @Nullable String by, LocalDate on) {
    return new EditionRow(
        edition,
        signedOn,
        reason,
        legalSource,
        signatories,
        under,
        by,
        on,
        notifiedOn,
        results,
        rule);
  }

  EditionRow notified(LocalDate on) {
    return new EditionRow(
        edition,
        signedOn,
        reason,
        legalSource,
        signatories,
        number,
        authority,
        registeredOn,
        on,
        results,
        rule);
  }
}
