package jo.sawt.channels.web;

import java.util.Optional;
import java.util.Set;

/** Whose pages may talk to the chat: our own always, others as set. A program without an origin is no page. */
record Origins(Set<String> allowed) {
    boolean allows(Optional<String> origin, String host) {
        return allowed.isEmpty()
                || origin.isEmpty()
                || allowed.contains(origin.get())
                || origin.get().equals("https://" + host)
                || origin.get().equals("http://" + host);
    }
}
