package fr.livret.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

  @Test
  void case_accents_and_marks_go_and_everything_else_stays() {
    assertThat(SearchText.of("  Étienne  D'Œuvre-Straße ")).isEqualTo("etienne d'oeuvre-strasse");
    assertThat(SearchText.of("NGUYỄN Łukasz Đặng")).isEqualTo("nguyen lukasz dang");
    assertThat(SearchText.of("مَرْيَم 🎓")).isEqualTo("مريم 🎓");
    assertThat(SearchText.of("İstanbul")).isEqualTo("istanbul");
    assertThat(SearchText.of("ﬁlle")).isEqualTo("fille");
  }

  @Test
  void what_is_sought_is_never_a_pattern_of_its_own() {
    assertThat(SearchText.patterns("50% a_b \\")).containsExactly("%50\\%%", "%a\\_b%", "%\\\\%");
    assertThat(SearchText.prefix("AMIS_")).isEqualTo("amis\\_%");
  }

  @Test
  void marks_alone_are_sought_as_they_are() {
    assertThat(SearchText.patterns("\u0301")).containsExactly("%\u0301%");
  }
}
