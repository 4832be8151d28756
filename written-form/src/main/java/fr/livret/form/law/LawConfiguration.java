package fr.livret.form.law;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives either side the regimes: those shipped, and those of the folder {@code livret.regimes}. */
@Configuration(proxyBeanMethods = false)
public class LawConfiguration {

  /** Refuses the start when any regime file is unsound. */
  @Bean
  RegimeLibrary regimeLibrary(@Value("${livret.regimes:}") Optional<Path> folder) {
    return RegimeLibrary.load(folder.filter(Files::isDirectory));
  }
}
