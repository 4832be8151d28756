package fr.livret.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import fr.livret.evidence.NoteRefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, keys and checkpoints are in C2SP's formats, and what is not proves nothing. */
class NoteTest {
  private static final Hash ROOT = new Hashing().empty();
  private static final SigningKey KEY = SigningKey.generate("livret.test/register");
  private static final SigningKey OTHER = SigningKey.generate("livret.test/register");
  private static final String NOTE = note(7, KEY);

  private static String note(long size, SigningKey... keys) {
    return Note.signed(new Checkpoint("livret.test/register", size, ROOT).text(), List.of(keys))
        .toString();
  }

  private static KnownKeys knowing(SigningKey... keys) {
    return new KnownKeys(
        List.of(keys).stream()
            .map(key -> new KnownKeys.Known(key.verifier(), Instant.EPOCH, null))
            .toList());
  }

  private static Reason refused(KnownKeys keys, String note) {
    try {
      return fail("opened: " + keys.open(note));
    } catch (NoteRefusedException e) {
      return e.reason();
    }
  }

  /** The example of the Go implementation, in which the format was first written down. */
  @Test
  void a_known_key_signs_a_known_text_as_known() {
    VerifierKey verifier =
        VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    SigningKey key =
        SigningKey.parse(
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
            verifier);
    String text =
        """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.
        """;
    assertThat(Note.signed(text, List.of(key)))
        .hasToString(
            text
                + "\n"
                + "\u2014 PeterNeumann"
                + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
  }

  @Test
  void a_checkpoint_is_its_origin_its_size_and_its_root_and_is_read_as_written() {
    assertThat(NOTE)
        .startsWith(
            """
            livret.test/register
            7
            47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

            — livret.test/register\
            """);
    SignedCheckpoint opened = knowing(KEY).open(NOTE);
    assertThat(opened.checkpoint()).isEqualTo(new Checkpoint("livret.test/register", 7, ROOT));
    assertThat(opened.note()).isEqualTo(NOTE);
    assertThat(Note.parse(NOTE)).hasToString(NOTE);
  }

  @Test
  void keys_are_read_as_they_were_written() {
    assertThat(VerifierKey.parse(KEY.verifier().toString())).isEqualTo(KEY.verifier());
    assertThat(SigningKey.parse(KEY.text(), KEY.verifier()).text()).isEqualTo(KEY.text());
    assertThat(KEY.toString()).doesNotContain(KEY.text());
    assertThatThrownBy(() -> SigningKey.parse(KEY.text(), OTHER.verifier()))
        .isInstanceOf(IllegalArgumentException.class);
    String mixed = KEY.verifier().id() + OTHER.text().substring(OTHER.text().lastIndexOf('+'));
    assertThatThrownBy(() -> SigningKey.parse("PRIVATE+KEY+" + mixed, KEY.verifier()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VerifierKey.parse(mixed)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SigningKey.generate("a name"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void known_keys_are_read_as_they_were_written() {
    KnownKeys keys =
        new KnownKeys(
            List.of(
                new KnownKeys.Known(
                    OTHER.verifier(),
                    Instant.parse("2025-01-01T00:00:00Z"),
                    new KnownKeys.Retired(Instant.parse("2026-01-01T00:00:00Z"), 12)),
                new KnownKeys.Known(KEY.verifier(), Instant.parse("2026-01-01T00:00:00Z"), null)));
    assertThat(KnownKeys.parse(keys.toString().lines().toList())).isEqualTo(keys);
    assertThat(KnownKeys.parse(List.of("# a remark", "", KEY.verifier() + " 2026-01-01T00:00:00Z")))
        .isEqualTo(new KnownKeys(keys.keys().subList(1, 2)));
    assertThatThrownBy(() -> KnownKeys.parse(List.of(KEY.verifier().toString())))
        .hasMessageStartingWith("not the line of a key");
    assertThatThrownBy(() -> KnownKeys.parse(List.of(KEY.verifier() + " yesterday")))
        .hasMessageStartingWith("not the line of a key");
  }

  @Test
  void nothing_is_known_by_an_unknown_key() {
    assertThat(refused(knowing(OTHER), NOTE)).isEqualTo(Reason.UNKNOWN_KEY);
    assertThat(refused(knowing(), NOTE)).isEqualTo(Reason.UNKNOWN_KEY);
    SigningKey elsewhere = SigningKey.generate("another.test/register");
    assertThat(refused(knowing(elsewhere), note(7, elsewhere))).isEqualTo(Reason.UNKNOWN_KEY);
    assertThat(knowing(OTHER).open(note(7, KEY, OTHER)).checkpoint().size()).isEqualTo(7);
  }

  @Test
  void whatever_is_changed_in_a_text_breaks_its_signature() {
    assertThat(refused(knowing(KEY), NOTE.replace("\n7\n", "\n8\n")))
        .isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(refused(knowing(KEY), NOTE.replace("\n47DE", "\n57DE")))
        .isEqualTo(Reason.BAD_SIGNATURE);
    String signedByOther = note(7, KEY, OTHER).replace("register\n7\n", "register\n6\n");
    assertThat(refused(knowing(KEY, OTHER), signedByOther)).isEqualTo(Reason.BAD_SIGNATURE);
    Note read = Note.parse(NOTE);
    byte[] wrong = KEY.sign("something else".getBytes(StandardCharsets.UTF_8));
    Note.Line line = read.signatures().getFirst();
    Note forged = new Note(read.text(), List.of(new Note.Line(line.name(), line.hash(), wrong)));
    assertThat(refused(knowing(KEY), forged.toString())).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void a_key_that_was_replaced_signs_nothing_larger_than_its_last() {
    KnownKeys keys =
        new KnownKeys(
            List.of(
                new KnownKeys.Known(
                    KEY.verifier(), Instant.EPOCH, new KnownKeys.Retired(Instant.EPOCH, 7)),
                new KnownKeys.Known(OTHER.verifier(), Instant.EPOCH, null)));
    assertThat(keys.open(NOTE).checkpoint().size()).isEqualTo(7);
    assertThat(refused(keys, note(8, KEY))).isEqualTo(Reason.RETIRED_KEY);
    assertThat(keys.open(note(8, KEY, OTHER)).checkpoint().size()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "livret.test/register\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "livret.test/register\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
        "livret.test/register\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a\n",
        "livret.test/register\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAA\n",
        "livret.test/register\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n- a AAAAAAAA\n",
        "livret.test/register\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAAAAAA",
        "livret.test/register\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a !!!!!!!!\n"
      })
  void a_note_that_is_cut_short_is_malformed(String note) {
    assertThat(refused(knowing(KEY), note)).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "livret.test/register\n07\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "livret.test/register\n-7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "livret.test/register\n9999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "livret.test/register\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
        "livret.test/register\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hS\n",
        "livret.test/register\n7\n",
        "\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
      })
  void a_signed_text_that_is_no_checkpoint_is_malformed(String text) {
    assertThat(refused(knowing(KEY), Note.signed(text, List.of(KEY)).toString()))
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void lines_behind_the_root_are_passed_over() {
    String text = new Checkpoint("livret.test/register", 7, ROOT).text() + "more\n";
    String note = Note.signed(text, List.of(KEY)).toString();
    assertThat(knowing(KEY).open(note).checkpoint().root()).isEqualTo(ROOT);
  }
}
