package io.tyto.server.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The address at which servers find their database, which may be away or move meanwhile. */
final class DatabaseProxy implements AutoCloseable {
  private static final int AWAY = 0;

  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;

  DatabaseProxy(int target) throws IOException {
    this.target = target;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::welcome);
  }

  int port() {
    return door.getLocalPort();
  }

  /** From now on nobody gets through, and who was there is cut off. */
  void away() {
    target = AWAY;
    open.forEach(DatabaseProxy::shut);
  }

  void back(int port) {
    target = port;
  }

  private void welcome() {
    while (!door.isClosed()) {
      try {
        Socket guest = door.accept();
        Thread.ofVirtual().start(() -> lead(guest));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void lead(Socket guest) {
    int port = target;
    if (port == AWAY) {
      shut(guest);
      return;
    }
    try {
      Socket host = new Socket(InetAddress.getLoopbackAddress(), port);
      open.add(guest);
      open.add(host);
      Thread.ofVirtual().start(() -> carry(host, guest));
      carry(guest, host);
    } catch (IOException refused) {
      shut(guest);
    }
  }

  private void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // Either side hung up.
    }
    for (Socket side : new Socket[] {from, to}) {
      shut(side);
      open.remove(side);
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed all the same.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    away();
  }
}
