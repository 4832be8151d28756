package fr.livret.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One connection, kept open as long as the server keeps it, then opened anew. On a machine whose
 * cores the server shares, a client of few instructions leaves them to what is measured.
 */
final class HttpConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;

  /** Left alone for longer, a server may close it at any moment. */
  private static final long STALE_NANOS = 5_000_000_000L;

  private final int port;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private long used;
  private boolean closes;

  HttpConnection(int port) throws IOException {
    this.port = port;
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.in = input(socket);
    this.out = socket.getOutputStream();
    this.used = System.nanoTime();
  }

  private static InputStream input(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return new BufferedInputStream(socket.getInputStream());
  }

  private void reopen() throws IOException {
    socket.close();
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    in = input(socket);
    out = socket.getOutputStream();
    closes = false;
  }

  /**
   * Posts JSON.
   *
   * @return the body of the answer
   * @throws IllegalStateException where it is not accepted
   */
  String post(String path, String json) throws IOException {
    if (closes || System.nanoTime() - used > STALE_NANOS) {
      reopen();
    }
    byte[] body = json.getBytes(UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, port, body.length);
    byte[] request = new byte[head.length() + body.length];
    System.arraycopy(head.getBytes(ISO_8859_1), 0, request, 0, head.length());
    System.arraycopy(body, 0, request, head.length(), body.length);
    out.write(request);
    out.flush();
    String answer = answer(path);
    used = System.nanoTime();
    return answer;
  }

  private String answer(String path) throws IOException {
    String status = line();
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.endsWith("chunked");
      } else if (lower.startsWith("connection:")) {
        closes = lower.endsWith("close");
      }
    }
    String body = chunked ? chunks() : text(length);
    if (!status.startsWith("HTTP/1.1 2")) {
      throw new IllegalStateException(path + " answered " + status + ": " + body);
    }
    return body;
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    while (true) {
      int length = Integer.parseInt(line(), 16);
      body.append(text(length));
      line();
      if (length == 0) {
        return body.toString();
      }
    }
  }

  private String text(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the server closed the connection");
    }
    return new String(bytes, UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
