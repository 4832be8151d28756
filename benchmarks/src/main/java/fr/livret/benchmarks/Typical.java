package fr.livret.benchmarks;

import fr.livret.form.event.EventJson;
import fr.livret.form.event.FactMetadata;
import fr.livret.form.event.KernelEventSerializer;
import fr.livret.kernel.law.EvaluatorRole;
import fr.livret.kernel.path.Evaluator;
import fr.livret.kernel.path.PathEvent.CcpObtained;
import fr.livret.kernel.path.PathId;
import fr.livret.kernel.referentiel.CcpCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** The event most often stored, about 300 bytes of content and 85 of metadata. */
final class Typical {
  static final KernelEventSerializer SERIALIZER = new KernelEventSerializer(EventJson.kernel());

  static final MetaData METADATA =
      MetaData.with(FactMetadata.ACTOR, "agent:b.martin@gestion")
          .and(FactMetadata.REQUEST, "0b6c4c3e-54f0-4d4e-9a87-2f1d0c1f8a55");

  private Typical() {}

  static CcpObtained event(UUID path) {
    return new CcpObtained(
        new PathId(path),
        new CcpCode("CCP1"),
        LocalDate.of(2025, 3, 10),
        "JURY",
        List.of(new Evaluator("evaluateur-2187", null, EvaluatorRole.PROFESSIONAL, false)),
        Set.of("MISE_EN_SITUATION", "ENTRETIEN_TECHNIQUE"),
        "SESSION-2025-03",
        "TP-2016/1#ccp.granting",
        null);
  }

  /** The first event of a stream of its own. */
  static DomainEventMessage<CcpObtained> message(UUID path) {
    return new GenericDomainEventMessage<>(
        "path",
        path.toString(),
        0,
        event(path),
        METADATA,
        Ids.next().toString(),
        java.time.Instant.now());
  }

  static byte[] payload() {
    return SERIALIZER.serialize(event(new UUID(1, 1)), byte[].class).getData();
  }

  static byte[] metadata() {
    return SERIALIZER.serialize(METADATA, byte[].class).getData();
  }
}
