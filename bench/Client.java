import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to the program. It takes as little as it can from the processors that the program
 * works on: requests are ready bytes, bodies of answers are passed over.
 */
final class Client {

  private final URI url;
  private final byte[] buffer = new byte[1 << 16];
  private Socket socket;
  private InputStream in;
  private int next;
  private int end;

  Client(URI url) {
    this.url = url;
  }

  static byte[] get(String token, String path) {
    return request("GET", token, path, "");
  }

  static byte[] post(String token, String path, String body) {
    return request("POST", token, path, body);
  }

  private static byte[] request(String method, String token, String path, String text) {
    var body = text.getBytes(StandardCharsets.UTF_8);
    var head =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, path, token, body.length);
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** The status of the answer, which is read to its end. */
  int send(byte[] request) throws IOException {
    if (socket == null) {
      socket = new Socket(url.getHost(), url.getPort());
      socket.setTcpNoDelay(true);
      in = socket.getInputStream();
    }
    socket.getOutputStream().write(request);
    var status = Integer.parseInt(line().substring(9, 12));
    var length = 0;
    var chunked = false;
    var closes = false;
    for (var header = line(); !header.isEmpty(); header = line()) {
      var lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
      chunked |= lower.equals("transfer-encoding: chunked");
      closes |= lower.equals("connection: close");
    }
    if (chunked) {
      skipChunks();
    } else {
      skip(length);
    }
    if (closes) {
      socket.close();
      socket = null;
    }
    return status;
  }

  private void skipChunks() throws IOException {
    for (var size = size(); size > 0; size = size()) {
      skip(size);
      line();
    }
    line();
  }

  private int size() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    var text = new StringBuilder(80);
    for (var character = read(); character != '\n'; character = read()) {
      if (character != '\r') {
        text.append((char) character);
      }
    }
    return text.toString();
  }

  private byte read() throws IOException {
    if (next == end) {
      fill();
    }
    return buffer[next++];
  }

  private void skip(int bytes) throws IOException {
    var left = bytes;
    while (left > 0) {
      if (next == end) {
        fill();
      }
      var step = Math.min(left, end - next);
      next += step;
      left -= step;
    }
  }

  private void fill() throws IOException {
    next = 0;
    end = in.read(buffer);
    if (end < 0) {
      throw new EOFException("the program closed the connection");
    }
  }
}
