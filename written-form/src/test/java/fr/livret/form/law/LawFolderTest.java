package fr.livret.form.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.livret.kernel.law.RegimeId;
import fr.livret.kernel.law.WindowRule.Expiry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawFolderTest {
  @TempDir private Path folder;

  @Test
  void another_edition_in_a_folder_of_the_users_own_stands_beside_the_shipped_one()
      throws IOException {
    LawFolder.LawFile shipped =
        LawFolder.shipped(LawFolderTest.class.getClassLoader(), "regimes").stream()
            .filter(file -> file.name().endsWith("TP-2006.yaml"))
            .findFirst()
            .orElseThrow();
    Path second = folder.resolve("TP-2006.2.yaml");
    Files.writeString(
        second,
        shipped
            .text(new Problems(shipped.name()))
            .replace("edition: 1", "edition: 2")
            .replace("value: OLDEST_LAPSES", "value: ALL_LAPSE"));
    Files.writeString(folder.resolve("README.txt"), "not a regime");
    RegimeLibrary library = RegimeLibrary.load(Optional.of(folder));
    assertThat(library.latest("TP-2006").id()).isEqualTo(new RegimeId("TP-2006", 2));
    assertThat(library.latest("TP-2006").windowRule().orElseThrow().expiry())
        .isEqualTo(Expiry.ALL_LAPSE);
    assertThat(library.latest("TP-2006").bases().values())
        .anyMatch(basis -> basis.origin().startsWith(second + ":"));
    assertThat(library.regime(new RegimeId("TP-2006", 1)).windowRule().orElseThrow().expiry())
        .isEqualTo(Expiry.OLDEST_LAPSES);
  }

  @Test
  void a_folder_that_is_not_there_is_named() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> RegimeLibrary.load(Optional.of(folder.resolve("none"))))
        .withMessageContaining("none cannot be read");
  }

  @Test
  void the_files_in_a_jar_are_found_without_a_list_of_them() throws IOException {
    Path jar = folder.resolve("law.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : new String[] {"regimes/", "regimes/A.yaml", "regimes/old/B.yaml"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("/") ? new byte[0] : "é".getBytes(StandardCharsets.UTF_8));
      }
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertThat(LawFolder.shipped(loader, "regimes"))
          .singleElement()
          .satisfies(file -> {
            assertThat(file.name()).isEqualTo("regimes/A.yaml");
            assertThat(file.text(new Problems(file.name()))).isEqualTo("é");
          });
    }
  }
}
