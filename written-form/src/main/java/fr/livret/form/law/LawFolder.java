package fr.livret.form.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The files of a folder, shipped or of the user's own. A shipped file needs no list that names it:
 * the folder is listed where it is, on disk or in a jar.
 */
final class LawFolder {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  private LawFolder() {}

  /** A file's name, for messages, and its bytes. */
  record LawFile(String name, byte[] bytes) {
    /** Its text; what is not UTF-8 is among the problems, and the text then empty. */
    String text(Problems problems) {
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        problems.add(0, "", "is not UTF-8");
        return "";
      }
    }
  }

  /** The files shipped in a folder of the class path, by name. */
  static List<LawFile> shipped(ClassLoader loader, String folder) {
    TreeMap<String, LawFile> files = new TreeMap<>();
    try {
      for (URL url : Collections.list(loader.getResources(folder + "/"))) {
        for (String name : names(url, folder)) {
          String resource = folder + "/" + name;
          try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in != null) {
              files.put(name, new LawFile(resource, in.readAllBytes()));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the shipped folder " + folder + " cannot be read", e);
    }
    return List.copyOf(files.values());
  }

  /** The files of a folder on disk, by name. */
  static List<LawFile> on(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      List<LawFile> files = new ArrayList<>();
      for (Path path : paths.filter(LawFolder::isLaw).sorted().toList()) {
        files.add(new LawFile(path.toString(), Files.readAllBytes(path)));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
    }
  }

  /**
   * What the files hold, in their order.
   *
   * @param reading of a text, given where it comes from
   * @throws LawFileException with everything that is wrong in any of them
   */
  static <D> List<D> parsed(List<LawFile> files, BiFunction<String, String, D> reading) {
    List<D> documents = new ArrayList<>();
    List<Problem> found = new ArrayList<>();
    for (LawFile file : files) {
      Problems problems = new Problems(file.name());
      String text = file.text(problems);
      if (!problems.none()) {
        found.addAll(problems.inOrder());
        continue;
      }
      try {
        documents.add(reading.apply(text, file.name()));
      } catch (LawFileException e) {
        found.addAll(e.problems());
      }
    }
    if (!found.isEmpty()) {
      throw new LawFileException(found);
    }
    return documents;
  }

  private static List<String> names(URL url, String folder) throws IOException {
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      String prefix = folder + "/";
      return jar.getJarFile().stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(prefix) && isLaw(name))
          .map(name -> name.substring(prefix.length()))
          .filter(name -> name.indexOf('/') < 0)
          .toList();
    }
    try (Stream<Path> paths = Files.list(Path.of(URI.create(url.toString())))) {
      return paths.filter(LawFolder::isLaw).map(path -> path.getFileName().toString()).toList();
    }
  }

  private static boolean isLaw(Path path) {
    return isLaw(path.toString()) && Files.isRegularFile(path);
  }

  private static boolean isLaw(String name) {
    return ENDINGS.stream().anyMatch(name::endsWith);
  }
}
