package fr.livret.command.alert;

import fr.livret.command.alert.AlertSettings.MailSettings;
import fr.livret.kernel.alert.Delivery;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Who is told of alerts, and how many deliveries wait. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertSettings.class)
class AlertConfiguration {

  /** Nobody is told anything where nothing is configured; the alerts are raised all the same. */
  @Bean
  Channels alertChannels(
      AlertSettings settings, ObjectProvider<JavaMailSender> mail, CandidateNames names) {
    List<Channel> channels = new ArrayList<>();
    settings
        .webhooks()
        .forEach(webhook -> channels.add(new WebhookChannel(webhook, settings.delivery())));
    MailSettings to = settings.mail();
    if (to != null && !to.to().isEmpty()) {
      JavaMailSender sender = mail.getIfAvailable();
      if (sender == null || to.from() == null || to.from().isBlank()) {
        throw new IllegalStateException(
            "livret.alerts.mail.to needs livret.alerts.mail.from and spring.mail.host");
      }
      channels.add(new MailChannel(sender, to, to.from(), names));
    }
    return new Channels(channels);
  }

  @Bean
  MeterBinder alertDeliveryGauges(Outbox outbox) {
    return meters -> {
      for (Delivery.State state : List.of(Delivery.State.PENDING, Delivery.State.DEAD)) {
        Gauge.builder("livret.alerts.deliveries", outbox, it -> it.count(state))
            .description("News of alerts on its way, or given up")
            .tag("state", state.name())
            .register(meters);
      }
    };
  }
}
