package fr.livret;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole product in one process. */
@SpringBootApplication
public class LivretApplication {

  /** Starts the product; the arguments are Spring Boot properties ({@code --livret.data=...}). */
  public static void main(String[] args) {
    SpringApplication.run(LivretApplication.class, args);
  }
}
