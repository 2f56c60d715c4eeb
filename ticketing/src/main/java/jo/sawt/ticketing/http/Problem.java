package jo.sawt.ticketing.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/** Refusals in the caller's language. */
final class Problem {
    private static final Status TOO_MANY = Status.create(429, "Too Many Requests");

    private Problem() {}

    static HttpException of(ServerRequest request, Status status, String key, Object... args) {
        return new HttpException(Messages.text(language(request), key, args), status, true);
    }

    static HttpException malformed(ServerRequest request, String key, Object... args) {
        return of(request, Status.BAD_REQUEST_400, key, args);
    }

    static HttpException notSignedIn(ServerRequest request) {
        HttpException problem = of(request, Status.UNAUTHORIZED_401, "staff.unauthorized");
        problem.header(HeaderValues.create(HeaderNames.WWW_AUTHENTICATE, "Bearer"));
        return problem;
    }

    static HttpException forbidden(ServerRequest request) {
        return of(request, Status.FORBIDDEN_403, "staff.forbidden");
    }

    static HttpException unknownTicket(ServerRequest request) {
        return of(request, Status.NOT_FOUND_404, "staff.unknown.ticket");
    }

    static HttpException stale(ServerRequest request) {
        return of(request, Status.CONFLICT_409, "staff.stale");
    }

    /** Says after how many whole seconds it is worth trying again. */
    static HttpException tooMany(ServerRequest request, Duration retryAfter) {
        String seconds = String.valueOf(retryAfter.plusMillis(999).toSeconds());
        HttpException problem = of(request, TOO_MANY, "staff.too.many", seconds);
        problem.header(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds));
        return problem;
    }

    static InvalidBody invalid(ServerRequest request, String pointer, String key, Object... args) {
        Lang lang = language(request);
        return new InvalidBody(
                Messages.text(lang, "staff.invalid"),
                List.of(new InvalidBody.Detail(pointer, Messages.text(lang, key, args))));
    }

    /** The language that the request prefers, Arabic where it does not say. */
    static Lang language(ServerRequest request) {
        String accepted = request.headers().first(HeaderNames.ACCEPT_LANGUAGE).orElse("ar");
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(accepted)) {
                String tag = range.getRange().split("-", 2)[0];
                if (range.getWeight() > 0 && Lang.parse(tag).isPresent()) {
                    return Lang.parse(tag).get();
                }
            }
        } catch (IllegalArgumentException e) {
            return Lang.AR;
        }
        return Lang.AR;
    }
}
