package jo.sawt.channels.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Filed;
import jo.sawt.ticketing.Files;
import jo.sawt.ticketing.LateFiles;

/**
 * Fetches the media that came with messages and puts them into their tickets, each until it is there or is told to staff as
 * lost. What is in hand when the process dies is free again when its lease runs out.
 */
final class MediaDispatch {
    private static final System.Logger LOG = System.getLogger(MediaDispatch.class.getName());
    /** Longer than one fetch may take. */
    private static final Duration LEASE = Duration.ofSeconds(90);
    /** Over about an hour and a half. */
    private static final int MOST_ATTEMPTS = 24;

    private static final String REFUSED = "refused.";

    private final OwedMedia owed;
    private final MediaFetch fetch;
    private final Files files;
    private final LateFiles late;
    private final InstantSource clock;

    MediaDispatch(OwedMedia owed, MediaFetch fetch, Files files, LateFiles late, InstantSource clock) {
        this.owed = owed;
        this.fetch = fetch;
        this.files = files;
        this.late = late;
        this.clock = clock;
    }

    /** One pass: all that is due. */
    void runDue() {
        for (Optional<OwedMedia.Claimed> claimed = next(); claimed.isPresent(); claimed = next()) {
            bring(claimed.get());
        }
    }

    private Optional<OwedMedia.Claimed> next() {
        return owed.claim(clock.instant(), LEASE);
    }

    private void bring(OwedMedia.Claimed claimed) {
        Medium medium = claimed.medium();
        if (!late.isAwaited(medium.message(), medium.number())) {
            finish(medium, "known");
            return;
        }
        MediaFetch.Result result = fetch.fetch(
                medium,
                (name, content) -> files.take(name, content, medium.from().key()));
        switch (result) {
            case MediaFetch.Result.Read read -> filed(medium, read.filed());
            case MediaFetch.Result.Never never -> lost(medium, never.code());
            case MediaFetch.Result.Later later -> later(claimed, later);
        }
    }

    private void filed(Medium medium, Filed filed) {
        switch (filed) {
            case Filed.Refused refused -> lost(medium, refused.code().substring(REFUSED.length()));
            case Filed.Kept kept -> {
                if (late.arrived(medium.message(), medium.number(), kept.file())) {
                    finish(medium, "kept");
                } else {
                    files.discard(List.of(kept.file()));
                    finish(medium, "known");
                }
            }
        }
    }

    private void later(OwedMedia.Claimed claimed, MediaFetch.Result.Later later) {
        Medium medium = claimed.medium();
        Channel channel = medium.from().channel();
        TwilioMeters.mediaFailed(channel, later.code());
        if (claimed.attempt() >= MOST_ATTEMPTS) {
            lost(medium, later.code());
            return;
        }
        Duration pause = Pace.backOff(claimed.attempt());
        Duration wait =
                later.after().filter(asked -> asked.compareTo(pause) > 0).orElse(pause);
        Instant due = clock.instant().plus(wait);
        owed.again(medium, due);
        TwilioMeters.media(channel, "again");
    }

    private void lost(Medium medium, String code) {
        LOG.log(System.Logger.Level.WARNING, "the medium {0} will not come: {1}", medium.id(), code);
        late.lost(medium.message(), medium.number(), code);
        TwilioMeters.mediaFailed(medium.from().channel(), code);
        finish(medium, "lost");
    }

    private void finish(Medium medium, String outcome) {
        owed.done(medium);
        TwilioMeters.media(medium.from().channel(), outcome);
    }
}
