package fr.livret.checkpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of checkpoints. A value that is blank is as good as none.
 *
 * @param folder where they are kept; without it, in the data folder
 * @param webhook who is sent each of them as well; nobody without it
 * @param origin the name of the log in what is signed; without it, one by chance at first start
 * @param every how long the next one may be waited for, a minute at most
 */
@ConfigurationProperties("livret.evidence")
record EvidenceSettings(
    @Nullable String folder,
    @Nullable String webhook,
    @Nullable String origin,
    @DefaultValue("1m") Duration every) {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Pattern ORIGIN = Pattern.compile("[^\\s\\p{Z}\\p{Cntrl}+]{1,200}");

  EvidenceSettings {
    origin = given(origin);
    if (every.isNegative() || every.isZero() || every.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "livret.evidence.every: more than nothing, and a minute at most, as in 30s");
    }
    if (origin != null && !ORIGIN.matcher(origin).matches()) {
      throw new IllegalArgumentException(
          "livret.evidence.origin: a name without spaces and +, as in livret.example.org/register");
    }
    receiver(webhook);
  }

  /** Who is sent each checkpoint; null for nobody. */
  @Nullable URI receiver() {
    return receiver(webhook);
  }

  private static @Nullable URI receiver(@Nullable String webhook) {
    String address = given(webhook);
    if (address == null) {
      return null;
    }
    try {
      URI receiver = new URI(address);
      String scheme = receiver.getScheme() == null ? "" : receiver.getScheme();
      if (Set.of("http", "https").contains(scheme) && receiver.getHost() != null) {
        return receiver;
      }
    } catch (URISyntaxException _) {
      // It may hold a secret: it is not repeated.
    }
    throw new IllegalArgumentException("livret.evidence.webhook: http:// or https:// and a host");
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
