package fr.livret.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import fr.livret.kernel.law.Refusal;
import fr.livret.kernel.law.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A small API that keeps to the contract, to test the contract with. */
@RestController
@RequestMapping("/api/things")
class TestApi {
  final AtomicInteger effects = new AtomicInteger();

  enum Role {
    PROFESSIONAL,
    TRAINER
  }

  record Part(@Nullable Role role, @Nullable String name) {}

  record Thing(
      @Nullable String familyName,
      @Nullable LocalDate birthDate,
      @Nullable Integer count,
      @Nullable Boolean flag,
      @Nullable BigDecimal points,
      @Nullable UUID candidateId,
      @Nullable List<@Nullable Part> evaluators,
      @Nullable List<@Nullable String> evidence) {}

  record Wrapped(String value) {
    @JsonCreator
    Wrapped {
      throw new IllegalArgumentException(value + " is not accepted");
    }
  }

  record Holder(Wrapped wrapped) {}

  @PostMapping
  ResponseEntity<WriteAnswer> make(@RequestBody Thing body, CommandContext context) {
    var in = Input.check();
    in.name("familyName", body.familyName());
    in.required("birthDate", body.birthDate());
    in.each(
        "evaluators",
        body.evaluators(),
        (at, part) -> {
          at.required("role", part.role());
          if (part.name() != null) {
            at.name("name", part.name());
          }
        });
    in.codes("evidence", body.evidence());
    in.orThrow();
    effects.incrementAndGet();
    UUID id = context.newId("thing");
    return WriteAnswer.created("/api/things/" + id, id, 0);
  }

  @PostMapping("/holder")
  void holder(@RequestBody Holder body) {}

  @PostMapping("/echo")
  Map<String, Object> echo(@RequestBody Thing body, CommandContext context) {
    return Map.of(
        "familyName",
        Input.check().required("familyName", body.familyName()),
        "actor",
        context.actor(),
        "ifMatch",
        context.ifMatch().orElse(-1));
  }

  @PostMapping("/{id}/refusal")
  void refuse(@PathVariable UUID id, @RequestParam Refused code) {
    effects.incrementAndGet();
    throw Refusal.of(
        code, Map.of("ccp", "CCP1", "title", "AMIS-2013", "obtainedOn", LocalDate.of(2014, 3, 10)));
  }

  @PostMapping("/{id}/conflict")
  void conflict(@PathVariable UUID id) {
    throw new VersionConflict(7);
  }

  @PostMapping("/failure")
  ResponseEntity<WriteAnswer> fail(@RequestBody Thing body, @RequestParam String how) {
    effects.incrementAndGet();
    throw switch (how) {
      case "late" -> new NotYetProjected(4);
      case "store" -> new RuntimeException(new DataAccessResourceFailureException("gone"));
      default -> new IllegalStateException("cannot do with " + body.familyName());
    };
  }

  @GetMapping("/{id}")
  Map<String, Object> read(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable LocalDate effectiveOn) {
    return Map.of("id", id, "limit", limit);
  }

  @GetMapping(value = "/{id}/parchemin", produces = "application/pdf")
  byte[] pdf() {
    return new byte[0];
  }
}
