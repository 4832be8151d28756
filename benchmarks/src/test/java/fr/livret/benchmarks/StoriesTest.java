package fr.livret.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private final Map<Integer, List<String>> lived = new HashMap<>();

  private final Stories.Way<Integer> way =
      new Stories.Way<>() {
        @Override
        public Integer open() {
          lived.put(lived.size(), new ArrayList<>(List.of("opened")));
          return lived.size() - 1;
        }

        @Override
        public void obtain(Integer path, String ccp, LocalDate day) {
          lived.getOrDefault(path, new ArrayList<>()).add(ccp);
        }
      };

  @Test
  void at_first_a_quarter_of_the_paths_is_at_each_point() throws Exception {
    try (Stories<Integer> _ = new Stories<>(way, 8)) {
      assertThat(lived.values())
          .extracting(List::size)
          .containsExactlyInAnyOrder(1, 1, 2, 2, 3, 3, 4, 4);
    }
  }

  @Test
  void every_path_goes_its_way_in_order_and_another_takes_its_place() throws Exception {
    try (Stories<Integer> stories = new Stories<>(way, 4)) {
      for (int call = 0; call < 16; call++) {
        stories.call();
      }
    }
    assertThat(lived).hasSize(8);
    assertThat(lived.values())
        .allSatisfy(path ->
            assertThat(List.of("opened", "CCP1", "CCP2", "CCP3"))
                .startsWith(path.toArray(String[]::new)));
  }
}
