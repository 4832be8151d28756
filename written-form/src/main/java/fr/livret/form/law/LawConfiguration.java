package fr.livret.form.law;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives either side the regimes: those shipped, and those of the folder {@code livret.regimes}. */
@Configuration(proxyBeanMethods = false)
public class LawConfiguration {

  /** Refuses the start when any regime file is unsound, or a folder that was named is not there. */
  @Bean
  RegimeLibrary regimeLibrary(@Value("${livret.regimes:}") String folder) {
    return RegimeLibrary.load(Optional.of(folder).filter(named -> !named.isBlank()).map(Path::of));
  }
}
