package fr.livret.http;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header If-Match: the version a write expects, as one strong entity tag. */
final class IfMatch {
  static final String HEADER = "If-Match";

  /** 18 digits fit a long. */
  private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

  private IfMatch() {}

  /**
   * The expected version; empty without the header and for {@code *}, which any version matches.
   *
   * @throws MalformedInput when it is anything but one strong tag of a version
   */
  static OptionalLong parse(@Nullable String header) {
    if (header == null || header.strip().equals("*")) {
      return OptionalLong.empty();
    }
    var version = VERSION.matcher(header.strip());
    if (version.matches()) {
      return OptionalLong.of(Long.parseLong(version.group(1)));
    }
    throw new MalformedInput(
        HEADER,
        header.strip().startsWith("W/")
            ? "a weak tag never matches a write: send the ETag as it was answered, \"3\""
            : "must be one version in quotes, as in \"3\", or *");
  }
}
