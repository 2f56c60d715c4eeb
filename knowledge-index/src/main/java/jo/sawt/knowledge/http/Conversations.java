package jo.sawt.knowledge.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Finds what a citizen wrote in a ticket, for a member of staff who confirms how it was answered; the server decides how. */
@FunctionalInterface
public interface Conversations {
    /**
     * The message of a number in a ticket's timeline; empty where there is none or the caller may not know of it. Throws an
     * {@link io.helidon.http.HttpException} with 401 or 403 where the caller is no member of staff.
     */
    Optional<Said> said(ServerRequest request, String ticket, long seq);

    /**
     * What was written.
     *
     * @param text without personal data
     * @param by the user name of the member of staff who asks
     */
    record Said(String text, String channel, String by) {}
}
