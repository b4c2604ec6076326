package io.tyto.server.artifacts;

/** Content by digest, in the database, so that any node can deploy and a restore is whole. */
public interface ContentStore {

  /**
   * @return SHA-256 of the bytes in hex; the same bytes are kept once
   */
  String put(byte[] bytes);

  byte[] get(String digest);
}
