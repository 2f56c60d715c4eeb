package jo.sawt.channels.sms;

import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.ChannelSender;
import jo.sawt.ticketing.Desk;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.LateFiles;
import jo.sawt.ticketing.Returns;

/** The whole channel, to be put together with a desk: its senders, its webhooks and its workers. */
public final class Twilio {
    /** How long the record of a message that went out is kept. */
    private static final Duration KEPT = Duration.ofDays(30);
    /** Twilio tries again within seconds. */
    private static final Duration TOKENS_KEPT = Duration.ofDays(2);

    private final TwilioSettings settings;
    private final TwilioStore store;
    private final InstantSource clock;
    private final Forgeries forgeries;
    private final TwilioApi api;
    private final TwilioSender sms;
    private final TwilioSender whatsapp;

    private Twilio(TwilioSettings settings, TwilioStore store, InstantSource clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.forgeries = new Forgeries(clock);
        this.api = new TwilioApi(settings);
        this.sms = new TwilioSender(
                Channel.SMS, api, store, new Pace(settings.rates().sms()), TwilioSettings.Contents.NONE, clock);
        this.whatsapp = new TwilioSender(
                Channel.WHATSAPP,
                api,
                store,
                new Pace(settings.rates().whatsapp()),
                settings.senders().contents(),
                clock);
    }

    public static Twilio of(TwilioSettings settings, TwilioStore store, InstantSource clock) {
        return new Twilio(settings, store, clock);
    }

    /** One sender for each channel that there is something to send from. */
    public List<ChannelSender> senders() {
        List<ChannelSender> senders = new ArrayList<>();
        if (settings.senders().service().isPresent() || settings.senders().sms().isPresent()) {
            senders.add(sms);
        }
        if (settings.senders().service().isPresent()
                || settings.senders().whatsapp().isPresent()) {
            senders.add(whatsapp);
        }
        return senders;
    }

    /** The channels that there is something to send from. */
    public Set<Channel> channels() {
        return senders().stream().map(ChannelSender::channel).collect(Collectors.toUnmodifiableSet());
    }

    /** Since when webhooks come whose signature is wrong; empty where none did for an hour. */
    public Optional<Instant> forgedSince() {
        return forgeries.since();
    }

    /** The webhooks, to be mounted at {@code /channels/twilio}. */
    public HttpService routes(Desk desk, Returns returns) {
        return new TwilioRoutes(new Signatures(settings), intake(desk), reports(returns), forgeries, clock);
    }

    /** One pass of all that the channel owes by itself; to be run each second or so, on one thread. */
    public Runnable worker(Desk desk, Returns returns) {
        NoticeDispatch dispatch = new NoticeDispatch(store.notices(), sms, whatsapp, clock);
        Reconciliation reconciliation = new Reconciliation(api, intake(desk), reports(returns), store, clock);
        return () -> {
            dispatch.runDue();
            reconciliation.runDue();
        };
    }

    /**
     * One pass of fetching the media that came with messages; to be run each second or so, on as many threads as may fetch
     * at the same moment.
     */
    public Runnable mediaWorker(Files files, LateFiles late) {
        MediaFetch fetch = new MediaFetch(settings.account(), MediaFetch.Patience.USUAL);
        return new MediaDispatch(store.media(), fetch, files, late, clock)::runDue;
    }

    /** Forgets the records of messages sent long ago; to be run each day or so. */
    public void forgetOld() {
        store.deliveries().forgetBefore(clock.instant().minus(KEPT));
        store.webhooks().forgetBefore(clock.instant().minus(TOKENS_KEPT));
    }

    private StatusReports reports(Returns returns) {
        return new StatusReports(store.deliveries(), store.correspondents(), returns, clock);
    }

    private Intake intake(Desk desk) {
        return new Intake(desk, store, clock);
    }
}
