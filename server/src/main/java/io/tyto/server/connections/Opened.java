package io.tyto.server.connections;

import io.tyto.spi.Connection;
import io.tyto.spi.Connector;

/** A connector with an open way to one system; the two belong together. */
public record Opened<C extends Connector<Record>>(C connector, Connection<Record> connection) {}
