package fr.livret.form.event;

import fr.livret.kernel.audit.AuditEvent.CommandRefused;
import fr.livret.kernel.audit.AuditEvent.CommandWithoutEffect;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One of each event kept for auditors, as {@link SampleEvents} has those of the others. */
final class SampleAudit {
  private SampleAudit() {}

  static List<Record> full() {
    return List.of(
        new CommandRefused(
            "6f1c1f0a-8b1e-4f0e-9d57-0a4f5b0c9e11",
            "RecordCcp",
            "CCP_ALREADY_HELD",
            "COMMON/1#ccp.not-twice",
            Map.of("heldSince", "2016-05-02", "ccp", "CCP2", "date", "2016-05-03"),
            LocalDate.parse("2026-11-22")),
        new CommandWithoutEffect("AMIS-2013", "PublishReferentiel", LocalDate.parse("2026-11-22")));
  }
}
