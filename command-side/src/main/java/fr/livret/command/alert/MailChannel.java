package fr.livret.command.alert;

import fr.livret.command.alert.AlertSettings.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends alerts as e-mails, in plain text. */
final class MailChannel implements Channel {
  /** The one name no webhook may have. */
  static final String NAME = "mail";

  private static final String TIMEOUT_MILLIS = "10000";

  private final JavaMailSender sender;
  private final MailSettings settings;
  private final String from;
  private final CandidateNames names;

  MailChannel(JavaMailSender sender, MailSettings settings, String from, CandidateNames names) {
    this.sender = sender;
    this.settings = settings;
    this.from = from;
    this.names = names;
    if (sender instanceof JavaMailSenderImpl own) {
      // Without these a server that does not answer would be waited for without end.
      Properties properties = own.getJavaMailProperties();
      for (String kind : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
        properties.putIfAbsent("mail.smtp." + kind, TIMEOUT_MILLIS);
        properties.putIfAbsent("mail.smtps." + kind, TIMEOUT_MILLIS);
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean tellsCancellations() {
    return settings.cancellations();
  }

  @Override
  public void deliver(UUID delivery, String message) throws NotTaken {
    AlertMessage alert = AlertMessage.read(message);
    Optional<String> name = settings.withName() ? names.of(alert.candidateId()) : Optional.empty();
    MailText text = MailText.of(alert, name);
    try {
      sender.send(mail(delivery, text));
    } catch (MailException | MessagingException e) {
      throw new NotTaken(kind(e), false);
    }
  }

  private MimeMessage mail(UUID delivery, MailText text) throws MessagingException {
    MimeMessage mail = sender.createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(settings.to().toArray(String[]::new));
    helper.setSubject(text.subject());
    helper.setText(text.body());
    // The same at each attempt: whoever gets it twice can tell.
    mail.setHeader("Message-ID", "<" + delivery + "@livret>");
    mail.setHeader("X-Livret-Delivery", delivery.toString());
    mail.setHeader("Auto-Submitted", "auto-generated");
    return mail;
  }

  /** The kind only: what a mail server says can quote an address. */
  private static String kind(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }
}
