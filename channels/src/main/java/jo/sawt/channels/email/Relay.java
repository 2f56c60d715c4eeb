package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** The connection to the server that takes our letters, kept from one letter to the next for a while. */
final class Relay implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final MailServer server;
    private final Doors doors;
    private final InstantSource clock;
    private final Session session;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Transport> open = Optional.empty();
    private Instant used = Instant.EPOCH;

    Relay(MailServer server, Doors doors, InstantSource clock) {
        this.server = server;
        this.doors = doors;
        this.clock = clock;
        this.session = Session.getInstance(doors.properties(server));
    }

    Session session() {
        return session;
    }

    /** Sends it; an exception leaves no connection behind. */
    void send(MimeMessage letter) throws MessagingException {
        lock.lock();
        try {
            boolean kept = isUsable();
            try {
                post(letter);
            } catch (SMTPSenderFailedException e) {
                if (!kept) {
                    throw e;
                }
                post(letter); // a server that has had enough of a connection says so before it takes a letter
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isUsable() {
        boolean fresh = used.plus(IDLE).isAfter(clock.instant());
        boolean usable = fresh && open.filter(Transport::isConnected).isPresent();
        if (!usable) {
            drop();
        }
        return usable;
    }

    private void post(MimeMessage letter) throws MessagingException {
        boolean sent = false;
        try {
            Transport transport = open.isPresent() ? open.get() : session.getTransport(server.scheme());
            open = Optional.of(transport);
            if (!transport.isConnected()) {
                doors.connect(server, transport);
            }
            transport.sendMessage(letter, letter.getAllRecipients());
            used = clock.instant();
            sent = true;
        } finally {
            if (!sent) {
                drop();
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            drop();
        } finally {
            lock.unlock();
        }
    }

    private void drop() {
        Optional<Transport> old = open;
        open = Optional.empty();
        try {
            if (old.isPresent()) {
                old.get().close();
            }
        } catch (MessagingException e) {
            // it was of no use any more
        }
    }
}
