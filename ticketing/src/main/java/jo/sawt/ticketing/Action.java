package jo.sawt.ticketing;

import java.util.Locale;

/** The names of what can be done to a ticket. The wire form is the lower-case name, with hyphens. */
public enum Action {
    TAKE,
    RELEASE,
    ASSIGN,
    REPLY,
    NOTE,
    REFER,
    ACCEPT,
    ANSWER,
    TRANSFER,
    RESOLVE,
    CLOSE,
    REOPEN,
    SPAM,
    QUEUE,
    AWAIT,
    KIND,
    TAGS,
    PRIORITY,
    MERGE,
    SPLIT,
    ASSISTANT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
