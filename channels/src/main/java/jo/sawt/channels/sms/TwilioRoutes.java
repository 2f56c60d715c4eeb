package jo.sawt.channels.sms;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.DeskUnavailable;
import jo.sawt.ticketing.http.Refused;

/** The two webhooks that Twilio calls. Nothing of a request is looked at before its signature is found right. */
final class TwilioRoutes implements HttpService {
    private static final HeaderName SIGNATURE = HeaderNames.create("X-Twilio-Signature");
    /** The same at each try of one request, as Twilio's own client library reads it; not covered by the signature. */
    private static final HeaderName TOKEN = HeaderNames.create("I-Twilio-Idempotency-Token");

    private static final HttpMediaType TWIML = HttpMediaType.create("text/xml; charset=UTF-8");
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_TOKEN = 200;
    private static final String NOTHING_TO_SAY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";

    private final Signatures signatures;
    private final Intake intake;
    private final StatusReports statuses;
    private final InstantSource clock;
    private final Forgeries forgeries;

    TwilioRoutes(
            Signatures signatures, Intake intake, StatusReports statuses, Forgeries forgeries, InstantSource clock) {
        this.signatures = signatures;
        this.intake = intake;
        this.statuses = statuses;
        this.forgeries = forgeries;
        this.clock = clock;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/messages", this::messages).post("/status", this::status);
    }

    private void messages(ServerRequest request, ServerResponse response) {
        TwilioForm form = signed(request);
        Optional<String> token = request.headers().first(TOKEN).filter(TwilioRoutes::isToken);
        stored(() -> TwilioMessage.from(form, clock.instant())
                .ifPresentOrElse(message -> intake.take(message, token), () -> ignored(form)));
        response.headers().contentType(TWIML);
        response.send(NOTHING_TO_SAY);
    }

    private void status(ServerRequest request, ServerResponse response) {
        TwilioForm form = signed(request);
        Optional<String> id = request.query().first("id").asOptional();
        stored(() -> statuses.take(id, form));
        response.status(Status.NO_CONTENT_204).send();
    }

    private static boolean isToken(String given) {
        return !given.isBlank() && given.length() <= LONGEST_TOKEN;
    }

    private TwilioForm signed(ServerRequest request) {
        String query = request.query().rawValue();
        String target = request.prologue().uriPath().rawPath() + (query.isEmpty() ? "" : "?" + query);
        Optional<String> signature = request.headers().first(SIGNATURE);
        Optional<TwilioForm> form = form(request);
        if (signature.isEmpty() || form.isEmpty() || !signatures.accept(target, form.get(), signature.get())) {
            forgeries.rejected();
            throw new Refused(Status.FORBIDDEN_403, "sms.signature");
        }
        return form.get();
    }

    private static Optional<TwilioForm> form(ServerRequest request) {
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new Refused(Status.REQUEST_ENTITY_TOO_LARGE_413, "sms.large");
            }
            return Optional.of(TwilioForm.parse(new String(body, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stored(Runnable act) {
        try {
            act.run();
        } catch (DeskUnavailable e) {
            throw new Refused(Status.SERVICE_UNAVAILABLE_503, "sms.unavailable")
                    .header(HeaderValues.create(HeaderNames.RETRY_AFTER, "5"));
        }
    }

    private static void ignored(TwilioForm form) {
        boolean whatsapp = form.field("From").orElse("").startsWith("whatsapp:");
        TwilioMeters.received(whatsapp ? Channel.WHATSAPP : Channel.SMS, "machine");
    }
}
