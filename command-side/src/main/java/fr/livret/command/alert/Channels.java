package fr.livret.command.alert;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everybody who is told of alerts.
 *
 * @param all none where nothing is configured
 */
record Channels(List<Channel> all) {
  Channels {
    all = List.copyOf(all);
  }

  Set<String> names() {
    return all.stream().map(Channel::name).collect(Collectors.toSet());
  }

  Set<String> toldOfCancellations() {
    return all.stream()
        .filter(Channel::tellsCancellations)
        .map(Channel::name)
        .collect(Collectors.toSet());
  }
}
