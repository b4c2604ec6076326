package io.tyto.connector.abap.rfc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tyto.connector.abap.rfc.ReturnCode.Meaning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnCodeTest {

  @ParameterizedTest
  @CsvSource({
    "000,SUCCESS",
    "0004,WARNINGS",
    "6,ERRORS",
    "008,ERRORS",
    "012,TERMINATED",
    "204,WARNINGS",
    "208,ERRORS",
    "0236,TERMINATED",
    "abc,UNREADABLE"
  })
  void explainsReturnCodes(String raw, Meaning meaning) {
    assertThat(new ReturnCode(raw).meaning()).isEqualTo(meaning);
  }
}
