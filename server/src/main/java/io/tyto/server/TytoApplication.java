package io.tyto.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class TytoApplication {

  public static void main(String[] args) {
    SpringApplication.run(TytoApplication.class, args);
  }
}
