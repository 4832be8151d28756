package fr.livret.query.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.livret.kernel.law.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTextsTest {

  @ParameterizedTest
  @EnumSource(Refused.class)
  void every_reason_has_its_french_words(Refused reason) {
    assertThat(new RefusalTexts().of(reason.name())).isNotBlank().isNotEqualTo(reason.name());
  }
}
