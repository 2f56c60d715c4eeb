package jo.sawt.channels.web;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection of {@code /chat}: whole text frames of bounded size and number go on to the {@link Dialogue}. */
final class ChatSocket implements WsListener {
    /** Of one frame, in UTF-16 units: the longest message with every character escaped fits. */
    static final int LONGEST_FRAME = 64 * 1024;

    private static final int FRAMES_AT_ONCE = 400;
    private static final int FRAMES_PER_SECOND = 50;

    private final ChatDesk desk;
    private final Readers readers;
    private final Origins origins;
    private final WebChatSettings settings;
    private final InstantSource clock;
    private final TokenBucket frames;
    private final StringBuilder partial = new StringBuilder(0);
    private @Nullable Dialogue dialogue;

    ChatSocket(ChatDesk desk, Readers readers, WebChatSettings settings, InstantSource clock) {
        this.desk = desk;
        this.readers = readers;
        this.origins = new Origins(settings.origins());
        this.settings = settings;
        this.clock = clock;
        this.frames = new TokenBucket(FRAMES_AT_ONCE, FRAMES_PER_SECOND, clock.instant());
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
        Optional<String> origin = headers.first(HeaderNames.ORIGIN);
        if (!origins.allows(origin, headers.first(HeaderNames.HOST).orElse(""))) {
            throw new WsUpgradeException("a page of another site");
        }
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession session) {
        Wire wire = new Wire(session, clock);
        Dialogue begun = new Dialogue(desk, readers, wire, settings.heartbeat(), clock);
        if (readers.add(begun)) {
            dialogue = begun;
        } else {
            wire.close(WsCloseCodes.TRY_AGAIN_LATER, "no room");
        }
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        Dialogue with = dialogue;
        if (with == null) {
            return;
        }
        if (!frames.take(1, clock.instant())) {
            with.end("flood", WsCloseCodes.VIOLATED_POLICY);
        } else if (partial.length() + text.length() > LONGEST_FRAME) {
            with.end("too_big", WsCloseCodes.TOO_BIG);
        } else if (last && partial.isEmpty()) {
            with.hear(text);
        } else {
            partial.append(text);
            if (last) {
                String whole = partial.toString();
                partial.setLength(0);
                partial.trimToSize();
                with.hear(whole);
            }
        }
    }

    @Override
    public void onMessage(WsSession session, BufferData buffer, boolean last) {
        if (dialogue != null) {
            dialogue.end("binary", WsCloseCodes.CANNOT_ACCEPT);
        }
    }

    @Override
    public void onPing(WsSession session, BufferData buffer) {
        if (dialogue == null) {
            return;
        }
        if (frames.take(1, clock.instant())) {
            dialogue.pong(buffer);
        } else {
            dialogue.end("flood", WsCloseCodes.VIOLATED_POLICY);
        }
    }

    @Override
    public void onPong(WsSession session, BufferData buffer) {
        if (dialogue != null) {
            dialogue.heard();
        }
    }

    @Override
    public void onClose(WsSession session, int status, String reason) {
        if (dialogue != null) {
            dialogue.gone();
        }
    }

    @Override
    public void onError(WsSession session, Throwable problem) {
        if (dialogue != null) {
            dialogue.gone();
        }
    }
}
