package io.tyto.spi.delivery;

/** Names one attempt for good; passed to targets that can carry a key of ours. */
public record DeliveryKey(String value) {}
