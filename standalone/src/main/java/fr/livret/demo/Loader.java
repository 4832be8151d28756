package fr.livret.demo;

import fr.livret.demo.Requests.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells stories to the product over HTTP, some candidates at a time, each candidate's steps in
 * order. Every request has a key of its own that is the same at each start, so that telling again
 * goes on where it was cut short and repeats nothing.
 */
final class Loader {
  private static final Logger log = LoggerFactory.getLogger(Loader.class);
  private static final int AT_A_TIME = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI server;
  private final LocalDate today;

  Loader(URI server, LocalDate today) {
    this.server = server;
    this.today = today;
  }

  /**
   * Tells them all, and on the log about every second how far it is. What goes wrong with one
   * candidate is warned of, counted, and ends that candidate's story only.
   *
   * @throws InterruptedException when the product stops before; the next start goes on
   */
  Tally.Report tell(List<Scenario> scenarios) throws InterruptedException {
    Tally tally = new Tally(scenarios.size());
    CountDownLatch left = new CountDownLatch(scenarios.size());
    try (HttpClient http = client()) {
      ExecutorService tellers =
          Executors.newFixedThreadPool(AT_A_TIME, Thread.ofVirtual().name("demo-", 1).factory());
      try {
        for (int i = 0; i < scenarios.size(); i++) {
          Teller teller = new Teller(http, i + 1, scenarios.get(i), tally);
          tellers.execute(() -> tell(teller, left));
        }
        while (!left.await(1, TimeUnit.SECONDS)) {
          log.info("Demonstration: {}", tally.progress());
        }
      } finally {
        tellers.shutdownNow();
      }
    }
    log.info("Demonstration: {}", tally.summary());
    return tally.report();
  }

  private static void tell(Teller teller, CountDownLatch left) {
    try {
      teller.tell();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // The product stops: nothing more is told.
    } finally {
      left.countDown();
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(PATIENCE)
        .build();
  }

  /** The members of an answer that are looked at. */
  private record Answer(@Nullable String id, @Nullable String code) {}

  /** Tells the story of one candidate. */
  private final class Teller {
    private final HttpClient http;
    private final int number;
    private final Scenario scenario;
    private final Tally tally;
    private @Nullable String path;
    private @Nullable String training;
    private @Nullable String application;

    Teller(HttpClient http, int number, Scenario scenario, Tally tally) {
      this.http = http;
      this.number = number;
      this.scenario = scenario;
      this.tally = tally;
    }

    void tell() throws InterruptedException {
      try {
        tellAll();
      } catch (RuntimeException e) {
        log.warn("Demonstration: candidate {} ({}) failed", number, scenario.plot(), e);
        tally.unexpected();
      }
      tally.candidate();
    }

    private void tellAll() throws InterruptedException {
      @Nullable String candidate = post(0, Requests.registration(scenario.person()), null);
      if (candidate != null) {
        tellSteps(candidate);
      }
    }

    private void tellSteps(String candidate) throws InterruptedException {
      List<Step> steps = scenario.steps();
      for (int i = 0; i < steps.size(); i++) {
        Step step = steps.get(i);
        if (step.deed().day().isAfter(today)) {
          tally.yetToCome(steps.size() - i);
          return;
        }
        @Nullable String id =
            post(i + 1, Requests.of(step.deed(), candidate, path, training, application), step);
        if (id == null && step.meantRefusal() == null) {
          return;
        }
        if (step.deed() instanceof Step.Opened && id != null) {
          path = id;
        }
        if (step.deed() instanceof Step.TrainingStarted && id != null) {
          training = id;
        }
        if (step.deed() instanceof Step.VaeFiled && id != null) {
          application = id;
        }
      }
    }

    /** Gives the id in the answer where the request was accepted, as it was meant to be. */
    private @Nullable String post(int place, Request request, @Nullable Step step)
        throws InterruptedException {
      String key = "demo-%03d-%02d".formatted(number, place);
      try {
        HttpResponse<String> response = http.send(http(request, key), BodyHandlers.ofString());
        return outcome(key, response, step);
      } catch (IOException | JacksonException e) {
        // Neither the body nor the answer: they may name the person.
        log.warn("Demonstration: {} ({}) failed", key, scenario.plot(), e);
        tally.unexpected();
        return null;
      }
    }

    private HttpRequest http(Request request, String key) {
      return HttpRequest.newBuilder(server.resolve(request.resource()))
          .timeout(PATIENCE)
          .header("Content-Type", "application/json")
          .header("Idempotency-Key", key)
          .header("X-Livret-Actor", "demonstration")
          .POST(BodyPublishers.ofString(JSON.writeValueAsString(request.body())))
          .build();
    }

    private @Nullable String outcome(
        String key, HttpResponse<String> response, @Nullable Step step) {
      boolean before = response.headers().firstValue("Idempotent-Replayed").isPresent();
      boolean accepted = response.statusCode() == 200 || response.statusCode() == 201;
      var meant = step == null ? null : step.meantRefusal();
      Answer answer = answer(response);
      if (meant == null && accepted && answer.id != null) {
        tally.accepted(before);
        return answer.id;
      }
      if (meant != null && response.statusCode() == 409 && meant.name().equals(answer.code)) {
        tally.refusedAsMeant(meant, before);
        return null;
      }
      log.warn(
          "Demonstration: {} ({}) was answered {} {}, where {} was expected",
          key,
          scenario.plot(),
          response.statusCode(),
          answer.code == null ? "" : answer.code,
          meant == null ? "success" : meant);
      tally.unexpected();
      return null;
    }

    private Answer answer(HttpResponse<String> response) {
      var json = JSON.readTree(response.body());
      return new Answer(
          json.path("id").asStringOpt().orElse(null), json.path("code").asStringOpt().orElse(null));
    }
  }
}
