package jo.sawt.channels.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sits between us and a mail server, hears what is said, and takes the offer of encryption out of it when it is told to. */
final class Tap implements AutoCloseable {
    private static final String OFFER = "STARTTLS";

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private volatile boolean strips;

    Tap(int server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on, for new connections; those there are end. */
    void strip(boolean whether) throws IOException {
        strips = whether;
        synchronized (heard) {
            heard.reset();
        }
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** What we have said since the last change, in upper case; what is encrypted is no text. */
    String heard() {
        synchronized (heard) {
            return heard.toString(StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket us = door.accept();
                Socket them = new Socket(InetAddress.getLoopbackAddress(), server);
                open.addAll(List.of(us, them));
                Thread.ofVirtual().start(() -> pass(us, them, true));
                Thread.ofVirtual().start(() -> pass(them, us, false));
            } catch (IOException e) {
                // the test is over, or the server is away
            }
        }
    }

    private void pass(Socket from, Socket to, boolean ours) {
        boolean stripping = strips && !ours;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                String text = new String(some, 0, read, StandardCharsets.ISO_8859_1);
                if (ours) {
                    synchronized (heard) {
                        heard.write(some, 0, read);
                    }
                }
                String passed = stripping ? text.replace(OFFER, "X".repeat(OFFER.length())) : text;
                out.write(passed.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException e) {
            // one end is gone, and so is the other
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        strip(strips);
    }
}
