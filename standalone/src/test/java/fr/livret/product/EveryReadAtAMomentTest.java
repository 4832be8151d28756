package fr.livret.product;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every read can be asked as of another day and as known at another moment, or says why not. */
class EveryReadAtAMomentTest extends StartedProduct {
  private static final String OF_THE_LOG =
      "reads the log itself: it has positions, and changes with no day";
  private static final String OF_A_REPORT = "a report stays what it was when it was made";
  private static final String OF_WORK = "shows work of the product that is to be done now";
  private static final String BETWEEN =
      "asked between two moments of knowledge, from and to, as of effectiveOn";

  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          entry("/api/audit/checkpoint", OF_THE_LOG),
          entry("/api/audit/consistency", OF_THE_LOG),
          entry("/api/audit/inclusion/{position}", OF_THE_LOG),
          entry("/api/audit/decisions", "asked by the day a decision was made, from and to"),
          entry("/api/audit/replays", OF_A_REPORT),
          entry("/api/audit/replays/{id}", OF_A_REPORT),
          entry("/api/audit/replays/{id}/decisions", OF_A_REPORT),
          entry("/api/alerts/deliveries", OF_WORK),
          entry("/api/imports", OF_A_REPORT),
          entry("/api/imports/{name}", OF_A_REPORT),
          entry("/api/imports/{name}/outcomes", OF_A_REPORT),
          entry("/api/projections", OF_WORK),
          entry("/api/reporting", "says what views there are and what their columns mean"),
          entry("/api/learned", BETWEEN),
          entry("/api/candidates/{id}/learned", BETWEEN),
          entry("/api/paths/{id}/learned", BETWEEN),
          entry("/api/sessions/{id}/learned", BETWEEN),
          entry("/api/trainings/{id}/learned", BETWEEN),
          entry("/api/vae-applications/{id}/learned", BETWEEN));

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Test
  void every_read_takes_both_directions_of_time_or_is_named_here() {
    JsonNode paths = web().get("/v3/api-docs").body().path("paths");
    Set<String> without = new TreeSet<>();
    for (String read : reads()) {
      JsonNode described = paths.path(read).path("get");
      assertThat(described.isObject()).as(read + " is described").isTrue();
      List<String> parameters =
          described
              .path("parameters")
              .valueStream()
              .map(one -> one.path("name").stringValue())
              .toList();
      if (!parameters.containsAll(List.of("effectiveOn", "knownAt"))) {
        without.add(read);
      }
    }
    assertThat(without).isEqualTo(new TreeSet<>(EXCEPTIONS.keySet()));
  }

  @Test
  void what_takes_them_refuses_a_day_there_is_not() {
    for (String read : reads()) {
      if (!EXCEPTIONS.containsKey(read)) {
        String path = read.replaceAll("\\{\\w+}", "00000000-0000-4000-8000-000000000000");
        for (String wrong : List.of("effectiveOn=2019-02-29", "knownAt=yesterday")) {
          Web.Answer answer = web().get(path + "?" + wrong);
          assertThat(answer.status()).as(path + " " + wrong).isEqualTo(400);
          assertThat(answer.body().at("/errors/0/field").stringValue())
              .as(path)
              .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
      }
    }
  }

  private Set<String> reads() {
    return mappings.getHandlerMethods().keySet().stream()
        .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .filter(pattern -> pattern.startsWith("/api"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
