package fr.livret.command.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.livret.command.alert.AlertSettings.DeliverySettings;
import fr.livret.command.alert.AlertSettings.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of alerts may be. */
class SettingsTest {
  private static final String SECRET = "0123456789abcdef";
  private static final DeliverySettings PATIENCE =
      new DeliverySettings(
          16,
          Duration.ofSeconds(30),
          Duration.ofHours(6),
          Duration.ofMinutes(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10));

  private static WebhookSettings webhook(String url) {
    return new WebhookSettings(null, URI.create(url), SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/",
        "file:///etc/passwd",
        "mailto:a@example.org",
        "/alertes",
        "http:///alertes",
        "https://user:password@example.org/"
      })
  void only_http_and_https_addresses_without_a_password_are_posted_to(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> webhook(url));
  }

  @Test
  void a_secret_has_16_characters_at_least_and_is_never_shown() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new WebhookSettings(null, URI.create("https://example.org/"), "0123456789abcde"));
    assertThat(webhook("https://example.org/")).asString().doesNotContain(SECRET);
  }

  @Test
  void a_channel_without_a_name_is_called_by_its_address_without_what_may_be_secret_in_it() {
    assertThat(webhook("https://example.org/alertes?jeton=x#y").channel())
        .isEqualTo("https://example.org/alertes");
  }

  @Test
  void no_two_channels_have_one_name() {
    WebhookSettings one = webhook("https://example.org/alertes?a=1");
    WebhookSettings other = webhook("https://example.org/alertes?a=2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AlertSettings(List.of(), List.of(one, other), null, PATIENCE));
    WebhookSettings mail = new WebhookSettings("mail", one.url(), SECRET);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AlertSettings(List.of(), List.of(mail), null, PATIENCE));
  }

  @ParameterizedTest
  @CsvSource({"1, 30", "2, 60", "3, 120", "10, 15360", "11, 21600", "100, 21600"})
  void the_wait_doubles_up_to_the_longest(int attempt, long seconds) {
    assertThat(PATIENCE.waitAfter(attempt, 0.5)).hasSeconds(seconds);
  }

  @Test
  void a_wait_is_up_to_a_quarter_shorter_or_longer() {
    assertThat(PATIENCE.waitAfter(3, 0)).hasSeconds(90);
    assertThat(PATIENCE.waitAfter(3, 1)).hasSeconds(150);
  }
}
