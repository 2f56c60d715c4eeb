package jo.sawt.channels.sms;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.rest.api.v2010.account.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.ChannelSender;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Delivery;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.OutboundMessage;
import org.jspecify.annotations.Nullable;

/**
 * Sends by SMS or WhatsApp: at most one POST per attempt, and none where an earlier attempt turns out to have been taken,
 * which the status callback, our own record or Twilio's list tells.
 */
final class TwilioSender implements ChannelSender {
    private static final System.Logger LOG = System.getLogger(TwilioSender.class.getName());
    private static final Duration STORE_AWAY = Duration.ofSeconds(10);
    private static final int LONGEST_BESIDE_OPTIONS = 1_024;
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final Channel channel;
    private final TwilioApi api;
    private final Correspondents correspondents;
    private final Deliveries deliveries;
    private final Pace pace;
    private final Optional<Template> template;
    private final Optional<TwilioSettings.OptionLists> lists;
    private final InstantSource clock;

    TwilioSender(
            Channel channel,
            TwilioApi api,
            TwilioStore store,
            Pace pace,
            TwilioSettings.Contents contents,
            InstantSource clock) {
        this.channel = channel;
        this.api = api;
        this.correspondents = store.correspondents();
        this.deliveries = store.deliveries();
        this.pace = pace;
        this.template = contents.template().map(Template::new);
        this.lists = contents.options();
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public Delivery send(OutboundMessage message) {
        return send(message, pace.hold(message.id(), clock.instant()));
    }

    @Override
    public Delivery sendNow(OutboundMessage message) {
        return send(message, pace.ahead(clock.instant()));
    }

    private Delivery send(OutboundMessage message, Optional<Pace.Hold> hold) {
        Rendering rendering = Rendering.of(message);
        Part part = rendering.firstPart(channel);
        return attempt(message.id(), message.attempt(), hold, () -> {
            Correspondents.Correspondent correspondent = correspondents.find(message.to());
            if (correspondent.hasOptedOut()) {
                return new Delivery.Rejected("opted-out");
            }
            if (channel == Channel.WHATSAPP && isSilent(correspondent)) {
                return outsideWindow(message);
            }
            correspondents.remember(
                    message.to(),
                    new Rest(message.id(), part.rest(), rendering.lang(), rendering.more(), clock.instant()));
            return once(message.id(), message.attempt(), message.to(), text(message, part));
        });
    }

    /** Buttons or a list where there are options and something to show them by, else numbered lines. */
    private Text text(OutboundMessage message, Part part) {
        List<Option> options = message.reply().options();
        String text = Rendering.beside(message.reply().text().strip(), options);
        if (channel != Channel.WHATSAPP || options.isEmpty() || text.length() > LONGEST_BESIDE_OPTIONS) {
            return Text.of(part.text());
        }
        return lists.flatMap(all -> Optional.ofNullable(all.bySize().get(options.size())))
                .map(sid -> new Text("", Optional.of(new Template(sid)), Template.variables(text, options)))
                .orElseGet(() -> Text.of(part.text()));
    }

    /** WhatsApp lets anything through for a day after the citizen's last word; one of whom we know none may be older. */
    private boolean isSilent(Correspondents.Correspondent correspondent) {
        Instant closes = clock.instant().minus(WINDOW);
        return correspondent.heardAt().filter(at -> at.isBefore(closes)).isPresent();
    }

    private Delivery outsideWindow(OutboundMessage message) {
        TwilioMeters.outsideWindow(template.isPresent());
        return template.map(content -> once(
                        message.id(),
                        message.attempt(),
                        message.to(),
                        new Text("", Optional.of(content), Template.variables(message))))
                .orElseGet(() -> new Delivery.Rejected("whatsapp-window-closed"));
    }

    Delivery send(Notices.Notice notice) {
        Optional<Pace.Hold> hold = pace.hold(notice.id(), clock.instant());
        return attempt(notice.id(), notice.attempt(), hold, () -> {
            if (!notice.always() && correspondents.find(notice.to()).hasOptedOut()) {
                return new Delivery.Rejected("opted-out");
            }
            return once(notice.id(), notice.attempt(), notice.to(), Text.of(notice.text()));
        });
    }

    private Delivery attempt(String id, int attempt, Optional<Pace.Hold> hold, Supplier<Delivery> act) {
        if (hold.isPresent()) {
            TwilioMeters.waited(channel, hold.get());
            return new Delivery.Held(hold.get().code(), hold.get().length());
        }
        try {
            Delivery delivery = act.get();
            TwilioMeters.sent(channel, delivery);
            return delivery;
        } catch (DeskUnavailable e) {
            LOG.log(System.Logger.Level.WARNING, "message {0}, attempt {1}: the store is away", id, attempt);
            return new Delivery.Deferred("store-away", STORE_AWAY);
        }
    }

    private Delivery once(String id, int attempt, Contact to, Text body) {
        Deliveries.Begun begun = deliveries.begin(id, clock.instant());
        if (begun.sid().isPresent()) {
            return new Delivery.Sent(begun.sid().get());
        }
        try {
            Optional<String> taken = begun.first() ? Optional.empty() : takenBefore(to, body, begun.firstAt());
            String sid = taken.orElseGet(() -> post(id, to, body));
            deliveries.taken(id, sid);
            return new Delivery.Sent(sid);
        } catch (Throttled e) {
            Duration wait = e.asked(Duration.ofSeconds(1)).orElseGet(() -> Pace.backOff(attempt));
            pace.holdUntil(clock.instant().plus(wait));
            return new Delivery.Deferred("throttled", wait);
        } catch (ApiException e) {
            return judged(id, attempt, to, e);
        } catch (TwilioException e) {
            return unknown(id, attempt);
        }
    }

    private String post(String id, Contact to, Text body) {
        Message message = body.template().isPresent()
                ? api.create(id, to, body.template().get(), body.variables())
                : api.create(id, to, body.body());
        if (channel == Channel.SMS) {
            TwilioMeters.segments(Segments.encoding(body.body()), Segments.count(body.body()));
        }
        return message.getSid();
    }

    /** Looks among what Twilio has taken for this number since the first attempt for one that is nobody else's. */
    private Optional<String> takenBefore(Contact to, Text body, Instant firstAt) {
        Instant since = firstAt.minus(SKEW);
        for (Message message : api.sentTo(to, since)) {
            boolean ours = message.getDirection() != Message.Direction.INBOUND
                    && body.isThat(message.getBody())
                    && (message.getDateCreated() == null
                            || !message.getDateCreated().toInstant().isBefore(since));
            if (ours && !deliveries.knows(message.getSid())) {
                return Optional.of(message.getSid());
            }
        }
        return Optional.empty();
    }

    private Delivery judged(String id, int attempt, Contact to, ApiException e) {
        String code = Verdict.name(e.getCode(), e.getStatusCode());
        return switch (Verdict.of(e)) {
            case OPTED_OUT -> {
                correspondents.consent(to, new Consent(false, clock.instant(), Consent.PROVIDER));
                yield new Delivery.Rejected("opted-out");
            }
            case LATER -> new Delivery.Deferred(code, Pace.backOff(attempt));
            case OURS -> {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "message {0}: Twilio refuses our account or settings, {1}",
                        id,
                        code);
                yield new Delivery.Deferred(code, Pace.SLOWEST);
            }
            case UNKNOWN -> unknown(id, attempt);
            case NEVER -> new Delivery.Rejected(code);
        };
    }

    /** What goes out: words of ours, or a template with ours in it, whose words Twilio puts together. */
    private record Text(String body, Optional<Template> template, String variables) {
        static Text of(String body) {
            return new Text(body, Optional.empty(), "");
        }

        boolean isThat(@Nullable String taken) {
            return template.isPresent() || body.equals(taken);
        }
    }

    private static Delivery unknown(String id, int attempt) {
        LOG.log(
                System.Logger.Level.WARNING,
                "message {0}, attempt {1}: no answer that says whether it was taken",
                id,
                attempt);
        return new Delivery.Deferred("unknown", Pace.backOff(attempt));
    }
}
