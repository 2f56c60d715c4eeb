package jo.sawt.channels.web;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsCloseCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import jo.sawt.channels.web.ChatDesk.Outcome;
import jo.sawt.channels.web.ClientFrame.Hello;
import jo.sawt.channels.web.ClientFrame.Ping;
import jo.sawt.channels.web.ClientFrame.Rate;
import jo.sawt.channels.web.ClientFrame.Say;
import jo.sawt.channels.web.ClientFrame.Wrong;
import jo.sawt.ticketing.Conversation;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Feed;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The talk over one socket. What the citizen sends is heard on the connection's own thread, one frame after the other;
 * what is new in the conversation is handed over by a short-lived thread that an event of the feed wakes, so that an idle
 * socket costs none. Both write under one lock.
 */
final class Dialogue implements Readers.Reader {
    private static final System.Logger LOGGER = System.getLogger(Dialogue.class.getName());
    private static final int MISSED_HEARTBEATS = 3;

    private final ChatDesk desk;
    private final Readers readers;
    private final Wire wire;
    private final Duration heartbeat;
    private final InstantSource clock;
    private final Thread connection = Thread.currentThread();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicReference<Feed.@Nullable Subscription> following = new AtomicReference<>();
    private final AtomicReference<Feed.@Nullable Subscription> sayings = new AtomicReference<>();
    private volatile Optional<String> saying = Optional.empty();
    private volatile Instant heardAt;
    private volatile Instant pingAt;
    private volatile boolean news;
    private volatile boolean stopping;
    private volatile boolean failed;
    private Lang lang = Lang.AR;
    private Optional<Lang> chosen = Optional.empty();
    private @Nullable SessionId session;
    private @Nullable Tail tail;
    private Optional<Reference> heardOf = Optional.empty();

    Dialogue(ChatDesk desk, Readers readers, Wire wire, Duration heartbeat, InstantSource clock) {
        this.desk = desk;
        this.readers = readers;
        this.wire = wire;
        this.heartbeat = heartbeat;
        this.clock = clock;
        this.heardAt = clock.instant();
        long early = ThreadLocalRandom.current().nextLong(heartbeat.toMillis());
        this.pingAt = heardAt.plus(heartbeat).minusMillis(early);
    }

    /** Acts on a frame. */
    void hear(String text) {
        heard();
        SessionId with = session;
        try {
            switch (FrameReader.read(text)) {
                case Hello hello -> hello(hello);
                case Ping ping -> locked(() -> wire.send(Frames.pong()));
                case Wrong wrong -> refuse(wrong.clientId(), wrong.code(), "chat.error." + wrong.code(), wrong.field());
                case Say say when with == null -> refuse(Optional.of(say.clientId()), "hello_first");
                case Rate rate when with == null -> refuse(rate.clientId(), "hello_first");
                case Say say -> say(with, say);
                case Rate rate -> rate(with, rate);
            }
        } catch (DeskUnavailable e) {
            refuse(Optional.empty(), "unavailable");
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "a chat frame could not be acted on", e);
            refuse(Optional.empty(), "internal", "error.internal", "");
        }
    }

    void heard() {
        heardAt = clock.instant();
    }

    void pong(BufferData payload) {
        heard();
        locked(() -> wire.pong(payload));
    }

    /** Says what was wrong and closes. */
    void end(String code, int closeCode) {
        locked(() -> {
            wire.send(Frames.error(Optional.empty(), code, Messages.text(lang, "chat.error." + code)));
            wire.close(closeCode, code);
        });
    }

    @Override
    public void check(Instant now) {
        if (!connection.isAlive() || wire.isBroken()) {
            gone();
        } else if (wire.isStuck(now)
                || heardAt.plus(heartbeat.multipliedBy(MISSED_HEARTBEATS)).isBefore(now)) {
            wire.cut();
            gone();
        } else if (news || !pingAt.isAfter(now)) {
            wake();
        }
    }

    @Override
    public void stop() {
        stopping = true;
        wake();
    }

    /** The connection has ended. */
    void gone() {
        readers.remove(this);
        wire.cut();
        end(following);
        end(sayings);
    }

    private static void end(AtomicReference<Feed.@Nullable Subscription> reading) {
        Feed.Subscription subscription = reading.getAndSet(null);
        if (subscription != null) {
            subscription.close();
        }
    }

    private void hello(Hello hello) {
        chosen = hello.lang();
        lang = hello.lang().orElse(Lang.AR);
        if (session != null) {
            greetAgain(session, hello);
            return;
        }
        SessionId found = hello.session().orElseGet(SessionId::random);
        Feed.Subscription subscription = desk.follow(found, this::newsCame);
        try {
            locked(() -> begin(found, hello.lastSeq()));
        } catch (RuntimeException e) {
            subscription.close();
            throw e;
        }
        following.set(subscription);
        if (wire.isBroken()) {
            gone();
        }
    }

    private void begin(SessionId found, long lastSeq) {
        Conversation since = desk.conversation(found, lastSeq);
        wire.send(Frames.welcome(found, since));
        tail = desk.tail(found, Math.min(lastSeq, since.seq()), wire::send);
        session = found;
        handOver(with -> with.deliver(since));
    }

    /** A second hello changes the language; the session and the place in it stay. */
    private void greetAgain(SessionId session, Hello hello) {
        if (hello.session().filter(other -> !other.equals(session)).isPresent()) {
            refuse(Optional.empty(), "one_session");
        } else {
            Conversation now = desk.conversation(session, Long.MAX_VALUE);
            locked(() -> wire.send(Frames.welcome(session, now)));
        }
    }

    private void say(SessionId session, Say say) {
        locked(() -> tail().sending(session.key(say.clientId()), say.clientId()));
        Outcome outcome = new Outcome.NotTaken("internal", "error.internal");
        try {
            outcome = desk.take(session, say, chosen);
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "a chat message was not taken", e);
        }
        switch (outcome) {
            case Outcome.Stored(Reference ticket, long seq) -> sent(say, ticket, seq);
            case Outcome.NotTaken(String code, String text) -> {
                locked(() -> tail().notSent());
                refuse(Optional.of(say.clientId()), code, text, "");
            }
        }
    }

    private void sent(Say say, Reference ticket, long seq) {
        try {
            locked(() -> tail().sent(ticket, seq));
        } catch (DeskUnavailable e) {
            // Stored, but what comes before it cannot be read now: no ack out of turn, the client sends it again.
            locked(() -> tail().notSent());
            refuse(Optional.of(say.clientId()), "unavailable");
        }
    }

    private void rate(SessionId session, Rate rate) {
        if (!desk.rate(session, rate.rating())) {
            refuse(rate.clientId(), "nothing_to_rate");
            return;
        }
        rate.clientId().ifPresent(id -> {
            Conversation now = desk.conversation(session, Long.MAX_VALUE);
            now.ticket().ifPresent(ticket -> locked(() -> wire.send(Frames.ack(id, now.seq(), ticket))));
        });
    }

    private void refuse(Optional<String> clientId, String code) {
        refuse(clientId, code, "chat.error." + code, "");
    }

    private void refuse(Optional<String> clientId, String code, String text, String field) {
        locked(() -> wire.send(Frames.error(clientId, code, Messages.text(lang, text, field))));
    }

    private void newsCame() {
        news = true;
        wake();
    }

    private void saying(Optional<String> text) {
        saying = text;
        if (text.isPresent()) {
            wake();
        }
    }

    /** Also hears what the assistant is about to say, once there is a ticket. */
    private void followSayings(Optional<Reference> ticket) {
        if (ticket.equals(heardOf)) {
            return;
        }
        heardOf = ticket;
        end(sayings);
        saying = Optional.empty();
        ticket.ifPresent(of -> sayings.set(desk.followSayings(of, this::saying)));
        if (wire.isBroken()) {
            end(sayings);
        }
    }

    private void wake() {
        if (wakes.getAndIncrement() == 0) {
            Thread.ofVirtual().name("chat-delivery").start(this::deliver);
        }
    }

    private void deliver() {
        int seen;
        do {
            seen = wakes.get();
            locked(this::deliverOnce);
        } while (!wakes.compareAndSet(seen, 0));
    }

    private void deliverOnce() {
        if (stopping) {
            wire.close(WsCloseCodes.SERVICE_RESTART, "restart");
            return;
        }
        Instant now = clock.instant();
        if (!pingAt.isAfter(now)) {
            pingAt = now.plus(heartbeat);
            wire.ping();
        }
        if (news && tail != null) {
            news = false;
            handOver(Tail::deliver);
        }
        if (tail != null) {
            saying.ifPresent(tail::saying);
        }
    }

    /** What cannot be read now stays news, and is tried again at the next check. */
    private void handOver(Consumer<Tail> act) {
        try {
            act.accept(tail());
            followSayings(tail().ticket());
            failed = false;
        } catch (RuntimeException e) {
            if (!failed) {
                LOGGER.log(System.Logger.Level.WARNING, "a conversation cannot be read now; it is tried again", e);
            }
            failed = true;
            news = true;
        }
    }

    private Tail tail() {
        if (tail == null) {
            throw new IllegalStateException("no hello yet");
        }
        return tail;
    }

    private void locked(Runnable act) {
        lock.lock();
        try {
            act.run();
        } finally {
            lock.unlock();
        }
    }
}
